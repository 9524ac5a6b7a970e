/**
 * Requests to a store that speaks the S3 protocol: signed (Signature Version 4), given up where it falls silent, tried again
 * where it is busy or cannot be reached, and refused in words of the port.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { FilesUnavailable } from '../port.ts';
import type { StoredFile } from '../port.ts';
import type { S3Address } from './address.ts';
import { exchange } from './exchange.ts';
import type { S3Answer } from './exchange.ts';
import { Patience } from './patience.ts';
import { codeIn, verdictOn, verdictOnSilence } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export type S3Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };

export type S3Request = {
  readonly method: 'GET' | 'PUT';
  /** Key of the object, with the prefix; empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent. Its digest is signed, and the store compares the bytes with it. */
  readonly body?: StoredFile & { readonly path: string };
} & Effort;

/** What is spent on a request, where it is less than usual. */
export type Effort = {
  /** How often it is tried. */
  readonly tries?: number;
  /** Milliseconds of silence after which it is given up. */
  readonly patienceMs?: number;
};

/** Tries, the first included, and milliseconds before the second: twice as long before each further one. */
const TRIES = 4;
const FIRST_PAUSE_MS = 400;
const PATIENCE_MS = 20_000;
/** The digest of nothing, which is what most requests send. */
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** Characters of an error that are read. */
const ENOUGH = 64 * 1024;

export class S3Requests {
  readonly #base: string;
  readonly #signing: S3Credentials & { readonly region: string; readonly cache: Map<string, ArrayBuffer> };
  readonly #patienceMs: number;

  constructor({ base, region }: S3Address, credentials: S3Credentials, patienceMs = PATIENCE_MS) {
    this.#base = base;
    this.#signing = { ...credentials, region, cache: new Map() };
    this.#patienceMs = patienceMs;
  }

  /**
   * The answer; undefined where there is no such object.
   * @throws FilesUnavailable
   */
  send(request: S3Request): Promise<S3Answer | undefined> {
    return severalTimes(() => this.#once(request), request.tries);
  }

  /**
   * All that the answer says; undefined where there is no such object.
   * @throws FilesUnavailable
   */
  read(request: S3Request): Promise<string | undefined> {
    return severalTimes(async () => {
      const answer = await this.#once(request);
      if (answer === undefined || answer instanceof Again) return answer;
      return textOf(answer).catch((cause: unknown) => new Again(cause));
    }, request.tries);
  }

  async #once(request: S3Request): Promise<S3Answer | undefined | Again> {
    let answer: S3Answer;
    try {
      answer = await this.#answered(request);
    } catch (cause) {
      return outcomeOf(verdictOnSilence(cause), cause);
    }
    const { status } = answer;
    if (status >= 200 && status < 300) return answer;
    const said = await textOf(answer, ENOUGH).catch(() => '');
    const cause = new Error(`The store of the files answered ${status} ${codeIn(said) ?? ''}`.trimEnd());
    return outcomeOf(verdictOn(status, said), cause);
  }

  async #answered({ method, key, query = {}, headers = {}, body, patienceMs }: S3Request): Promise<S3Answer> {
    const url = new URL(key === '' ? this.#base : `${this.#base}/${key}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const signed = await new AwsV4Signer({
      ...this.#signing,
      service: 's3',
      method,
      url: url.href,
      headers: { 'x-amz-content-sha256': body?.sha256 ?? EMPTY_SHA256 },
    }).sign();
    // What may change on the way is not signed.
    const all = { ...Object.fromEntries(signed.headers as Headers), ...headers };
    return exchange({ url: signed.url, method, headers: all, body }, new Patience(patienceMs ?? this.#patienceMs));
  }
}

/** The same may succeed a moment later. */
class Again {
  readonly cause: unknown;

  constructor(cause: unknown) {
    this.cause = cause;
  }
}

/** @throws FilesUnavailable where it is neither that there is nothing nor that another try is worth it. */
function outcomeOf(verdict: Verdict, cause: unknown): Again | undefined {
  if (verdict === 'again') return new Again(cause);
  if (verdict === 'missing') return undefined;
  throw new FilesUnavailable(verdict, { cause });
}

async function severalTimes<T>(once: () => Promise<T | Again>, tries = TRIES): Promise<T> {
  for (let tried = 1; ; tried++) {
    const outcome = await once();
    if (!(outcome instanceof Again)) return outcome;
    if (tried >= tries) throw new FilesUnavailable('files.unreachable', { cause: outcome.cause });
    // By chance, so that nodes do not come back together.
    await pause(FIRST_PAUSE_MS * 2 ** (tried - 1) * (0.5 + Math.random() / 2));
  }
}

/**
 * All that an answer says.
 * @param most characters after which the rest is left
 */
async function textOf(answer: S3Answer, most = Infinity): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for (let piece = await answer.next(); piece !== undefined; piece = await answer.next()) {
    text += decoder.decode(piece, { stream: true });
    if (text.length <= most) continue;
    answer.leave();
    break;
  }
  return text;
}
