/**
 * Requests to a store that speaks the S3 protocol, signed (Signature Version 4), tried again where it is busy or cannot be
 * reached, and given up in words of the port.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { FilesUnavailable } from './port.ts';
import type { S3Address } from './s3-address.ts';

export type S3Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };

export type S3Request = {
  readonly method: 'GET' | 'HEAD' | 'PUT';
  /** Key of the object, with the prefix; empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Blob;
  /** Digest of the body in hexadecimal: what is signed, and what the store compares the bytes with. */
  readonly sha256?: string;
};

/** Milliseconds before another try, each up to twice as long by chance, so that nodes do not come together. */
const PAUSES = [200, 800, 2000] as const;
/** Milliseconds until the head of an answer is there; sending a body may take longer, at 100 kB a second. */
const PATIENCE_MS = 15_000;
const SLOWEST_BYTES_PER_MS = 100;

/** Of the codes in an error's body, those that another key, another clock or other rights would change. */
const DENIED =
  /<Code>(?:AccessDenied|InvalidAccessKeyId|SignatureDoesNotMatch|RequestTimeTooSkewed|AllAccessDisabled)</;

export class S3Requests {
  readonly #client: AwsClient;
  readonly #base: string;
  readonly #patienceMs: number;

  constructor({ base, region }: S3Address, credentials: S3Credentials, patienceMs = PATIENCE_MS) {
    this.#client = new AwsClient({ ...credentials, region, service: 's3', retries: 0 });
    this.#base = base;
    this.#patienceMs = patienceMs;
  }

  /**
   * The answer; undefined where there is no such object.
   * @throws FilesUnavailable
   */
  async send(request: S3Request): Promise<Response | undefined> {
    for (const milliseconds of PAUSES) {
      const answer = await this.#once(request);
      if (answer !== 'again') return answer;
      await pause(milliseconds * (1 + Math.random()));
    }
    const last = await this.#once(request);
    if (last === 'again') throw new FilesUnavailable('files.unreachable');
    return last;
  }

  async #once(request: S3Request): Promise<Response | undefined | 'again'> {
    const response = await this.#fetch(request).catch(() => 'again' as const);
    if (response === 'again') return 'again';
    if (response.ok) return response;
    const said = await response.text().catch(() => '');
    if (response.status === 404) {
      if (request.key === '' || said.includes('<Code>NoSuchBucket<')) throw new FilesUnavailable('files.no-bucket');
      return undefined;
    }
    if (response.status === 401 || response.status === 403 || DENIED.test(said)) {
      throw new FilesUnavailable('files.access-denied');
    }
    if (response.status >= 500 || response.status === 429 || response.status === 408) return 'again';
    throw new FilesUnavailable('files.io', { cause: new Error(`The store of the files answered ${response.status}.`) });
  }

  /** The head of the answer within the patience; its body then at its own pace. */
  async #fetch({ method, key, query = {}, body, sha256 }: S3Request): Promise<Response> {
    const url = new URL(key === '' ? this.#base : `${this.#base}/${key}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const late = new AbortController();
    const patience = this.#patienceMs + (body?.size ?? 0) / SLOWEST_BYTES_PER_MS;
    const timer = setTimeout(() => late.abort(), patience);
    try {
      return await this.#client.fetch(url, {
        method,
        signal: late.signal,
        ...(sha256 === undefined ? {} : { headers: { 'x-amz-content-sha256': sha256 } }),
        ...(body === undefined ? {} : { body }),
      });
    } finally {
      clearTimeout(timer);
    }
  }
}
