/**
 * Files in any store that speaks the S3 protocol, under the names that a folder of files has (`ab/cd/abcd…`), so that one
 * can be copied to the other by any tool. A file is written down here first, since its name is its digest; then it is put
 * in one request whose signature covers that digest, so that the store takes it whole and unaltered or not at all.
 */

import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { attempt } from './disk-failure.ts';
import { FileDamaged, FilesUnavailable } from './port.ts';
import type { Files, StoredFile } from './port.ts';
import type { S3Address } from './s3-address.ts';
import { S3Requests } from './s3-requests.ts';
import type { S3Credentials } from './s3-requests.ts';
import { emptySpool, spool } from './spool.ts';

export type S3FilesOptions = {
  readonly address: S3Address;
  readonly credentials: S3Credentials;
  /** Folder of this process alone, where files wait until they are whole. */
  readonly spoolDirectory: string;
  /** Milliseconds until the store must have begun to answer; 15,000 without it. */
  readonly patienceMs?: number;
};

const SHA256 = /^[0-9a-f]{64}$/;
/** Objects in a page of the list: what such stores give at most. */
const PAGE = 1000;
/** Milliseconds without a byte after which a download counts as broken off. */
const STALLED_MS = 30_000;

/**
 * Opens the files of a bucket. Nothing is asked of the store before a file is wanted; `check` does.
 *
 * @example
 * const files = openS3Files({ address: readS3Address(text), credentials, spoolDirectory: './data/incoming' });
 * await files.check();
 *
 * @throws FilesUnavailable where the spool's folder cannot be used
 */
export function openS3Files({ address, credentials, spoolDirectory, patienceMs }: S3FilesOptions): Files {
  const incoming = emptySpool(spoolDirectory);
  const store = new S3Requests(address, credentials, patienceMs);
  const keyOf = (sha256: string): string => `${address.prefix}${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

  return {
    async put(content, { maxBytes = Infinity } = {}) {
      const { draft, sha256, size } = await spool(incoming, content, maxBytes);
      try {
        // Also where it is there already: what was damaged is whole again.
        const body = await attempt(() => openAsBlob(draft));
        const stored = await store.send({ method: 'PUT', key: keyOf(sha256), body, sha256 });
        if (stored === undefined) throw new FilesUnavailable('files.no-bucket');
        await stored.body?.cancel();
        return { sha256, size };
      } finally {
        await rm(draft, { force: true });
      }
    },

    async get(sha256, { verify = false } = {}) {
      if (!SHA256.test(sha256)) return undefined;
      const found = await store.send({ method: 'GET', key: keyOf(sha256) });
      return found && download(found, verify ? { digest: createHash('sha256'), expected: sha256 } : undefined);
    },

    async has(sha256) {
      if (!SHA256.test(sha256)) return false;
      return (await store.send({ method: 'HEAD', key: keyOf(sha256) })) !== undefined;
    },

    async *list() {
      let after = '';
      for (;;) {
        const page = await listed(store, address.prefix, after, PAGE);
        for (const { key, size } of page.objects) {
          const sha256 = key.slice(-64);
          if (SHA256.test(sha256) && key === keyOf(sha256)) yield { sha256, size } satisfies StoredFile;
        }
        const last = page.objects.at(-1);
        if (!page.more || last === undefined) return;
        after = last.key;
      }
    },

    async check() {
      await listed(store, address.prefix, '', 1);
    },
  };
}

type Listed = { readonly objects: readonly { readonly key: string; readonly size: number }[]; readonly more: boolean };

/** One page of ListObjectsV2 (Amazon S3 API reference), after a key. Keys come percent-encoded, so they need no XML reader. */
async function listed(store: S3Requests, prefix: string, after: string, limit: number): Promise<Listed> {
  const query = {
    'list-type': '2',
    'encoding-type': 'url',
    'max-keys': String(limit),
    ...(prefix === '' ? {} : { prefix }),
    ...(after === '' ? {} : { 'start-after': after }),
  };
  const answer = await store.send({ method: 'GET', key: '', query });
  if (answer === undefined) throw new FilesUnavailable('files.no-bucket');
  const text = await answer.text().catch((cause: unknown) => {
    throw new FilesUnavailable('files.unreachable', { cause });
  });
  const objects = text.matchAll(/<Contents>(.*?)<\/Contents>/gs).map(([, entry = '']) => ({
    key: decodeURIComponent((/<Key>([^<]*)<\/Key>/.exec(entry)?.[1] ?? '').replaceAll('+', ' ')),
    size: Number(/<Size>(\d+)<\/Size>/.exec(entry)?.[1]),
  }));
  return { objects: objects.toArray(), more: text.includes('<IsTruncated>true<') };
}

/** The bytes as they come; with a digest to verify, an error in place of the end where they have another. */
function download(
  { body }: Response,
  verify: { readonly digest: Hash; readonly expected: string } | undefined,
): ReadableStream<Uint8Array> {
  const reader = body?.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = reader === undefined ? { done: true, value: undefined } : await nextOf(reader);
      if (!done) {
        verify?.digest.update(value!);
        controller.enqueue(value!);
        return;
      }
      if (verify && verify.digest.digest('hex') !== verify.expected) throw new FileDamaged(verify.expected);
      controller.close();
    },
    cancel: () => reader?.cancel(),
  });
}

/** The next bytes; a store that broke off or went silent in the middle is unreachable. */
async function nextOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }> {
  const silent = Promise.withResolvers<never>();
  const timer = setTimeout(() => silent.reject(new Error('No byte came for long.')), STALLED_MS);
  try {
    return await Promise.race([reader.read(), silent.promise]);
  } catch (cause) {
    reader.cancel().catch(() => undefined);
    throw new FilesUnavailable('files.unreachable', { cause });
  } finally {
    clearTimeout(timer);
  }
}
