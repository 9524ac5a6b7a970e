/**
 * Files in any store that speaks the S3 protocol, under the names that a folder of files has (`ab/cd/abcd…`), so that one
 * can be copied to the other by any tool. A file is written down here first, since its name is its digest; then it is put
 * in one request whose signature covers that digest, so that the store takes it whole and unaltered or not at all.
 */

import { rm } from 'node:fs/promises';
import { isName, placeOf } from './layout.ts';
import type { Files, StoredFile } from './port.ts';
import type { S3Address } from './s3/address.ts';
import { download } from './s3/download.ts';
import { objectsUnder, onePage } from './s3/listing.ts';
import { S3Requests } from './s3/requests.ts';
import type { S3Credentials } from './s3/requests.ts';
import { emptySpool, spool } from './spool.ts';

export type S3FilesOptions = {
  readonly address: S3Address;
  readonly credentials: S3Credentials;
  /** Folder of this process alone, where files wait until they are whole. */
  readonly spoolDirectory: string;
  /** Milliseconds of silence after which the store is given up; 20,000 without it. */
  readonly patienceMs?: number;
};

/** Whoever asks whether the store is there does not wait for long. */
const GLANCE = { tries: 1, patienceMs: 5000 };

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
  const requests = new S3Requests(address, credentials, patienceMs);
  const keyOf = (sha256: string): string => `${address.prefix}${placeOf(sha256)}`;

  return {
    async put(content, { maxBytes = Infinity } = {}) {
      const { draft, sha256, size } = await spool(incoming, content, maxBytes);
      try {
        // Also where it is there already: what was damaged is whole again.
        const body = { path: draft, sha256, size };
        await requests.read({ method: 'PUT', key: keyOf(sha256), body });
        return { sha256, size };
      } finally {
        await rm(draft, { force: true });
      }
    },

    async get(sha256, { verify = false } = {}) {
      if (!isName(sha256)) return undefined;
      const key = keyOf(sha256);
      const whole = await requests.send({ method: 'GET', key });
      const from = (offset: number) =>
        requests.send({ method: 'GET', key, headers: offset > 0 ? { range: `bytes=${offset}-` } : {} });
      return whole && download(whole, from, verify ? sha256 : undefined);
    },

    // Asked of the list and not of the object, since what refuses the head of an object cannot say why.
    async has(sha256) {
      if (!isName(sha256)) return false;
      const key = keyOf(sha256);
      const { objects } = await onePage(requests, { prefix: key, limit: 1 });
      return objects[0]?.key === key;
    },

    async *list() {
      for await (const { key, size } of objectsUnder(requests, address.prefix)) {
        const sha256 = key.slice(-64);
        if (isName(sha256) && key === keyOf(sha256)) yield { sha256, size } satisfies StoredFile;
      }
    },

    async check() {
      await onePage(requests, { prefix: address.prefix, limit: 1 }, GLANCE);
    },
  };
}
