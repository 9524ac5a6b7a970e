/**
 * Files in a folder: `ab/cd/abcd…`, two levels so that no folder grows long. A file is written under another name,
 * flushed to disk and then renamed, so that it is never there in part, whenever the process or the power ends.
 */

import { createHash } from 'node:crypto';
import { access, constants, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flushFolder } from '../disk/flush-folder.ts';
import { attempt, codeOf, diskFailure } from './disk-failure.ts';
import { isName, placeOf } from './layout.ts';
import { FileDamaged } from './port.ts';
import type { Files } from './port.ts';
import { emptySpool, spool } from './spool.ts';

const CHUNK_BYTES = 64 * 1024;
const MAY_READ = constants.R_OK | constants.X_OK;

export type FolderOptions = { readonly directory: string; readonly readOnly?: boolean };

/**
 * Opens a folder of files, made where it is missing, and clears away what an interrupted process left half-written.
 * One process uses a folder at a time, which the event store's lock on the data folder sees to.
 * @param options.readOnly for a folder that another process may be using: nothing is made or cleared away in it, and
 * nothing can be put. A folder that is missing has no files.
 *
 * @example
 * const files = openFolderFiles({ directory: './data/files' });
 * const { sha256 } = await files.put(bytes, { maxBytes: 50_000_000 });
 *
 * @throws FilesUnavailable
 */
export function openFolderFiles({ directory, readOnly = false }: FolderOptions): Files {
  const incoming = join(directory, 'incoming');
  if (!readOnly) emptySpool(incoming);
  const pathOf = (sha256: string): string => join(directory, placeOf(sha256));

  return {
    async put(content, { maxBytes = Infinity } = {}) {
      if (readOnly) throw new Error(`${directory} is open for reading only`);
      const { draft, ...stored } = await spool(incoming, content, maxBytes);
      try {
        await attempt(() => putInPlace(draft, pathOf(stored.sha256), directory));
        return stored;
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },

    async get(sha256, { verify = false } = {}) {
      if (!isName(sha256)) return undefined;
      const handle = await ifThere(() => open(pathOf(sha256)));
      return handle && read(handle, verify ? sha256 : undefined);
    },

    async has(sha256) {
      if (!isName(sha256)) return false;
      return (await ifThere(() => stat(pathOf(sha256)))) !== undefined;
    },

    async check() {
      await attempt(() => access(readOnly ? directory : incoming, readOnly ? MAY_READ : MAY_READ | constants.W_OK));
    },

    async *list() {
      const levels = (await ifThere(() => readdir(directory))) ?? [];
      for (const first of levels.filter((name) => name.length === 2).toSorted()) {
        for (const second of (await attempt(() => readdir(join(directory, first)))).toSorted()) {
          const names = await attempt(() => readdir(join(directory, first, second)));
          for (const sha256 of names.filter(isName).toSorted()) {
            yield { sha256, size: (await attempt(() => stat(pathOf(sha256)))).size };
          }
        }
      }
    },
  };
}

/** Renames, and flushes every folder on the way: a name is durable only once its folder is. */
async function putInPlace(draft: string, path: string, directory: string): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(draft, path);
  await flushFolder(folder);
  if (made === undefined) return;
  await flushFolder(dirname(folder));
  await flushFolder(directory);
}

/** The bytes of the file; with a digest to verify, an error in place of the end where they have another. */
function read(handle: FileHandle, expected: string | undefined): ReadableStream<Uint8Array> {
  const digest = expected === undefined ? undefined : createHash('sha256');
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { bytesRead, buffer } = await attempt(() => handle.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES));
        if (bytesRead > 0) {
          digest?.update(buffer.subarray(0, bytesRead));
          controller.enqueue(new Uint8Array(buffer.buffer, buffer.byteOffset, bytesRead));
          return;
        }
        if (digest !== undefined && digest.digest('hex') !== expected) throw new FileDamaged(expected!);
        await handle.close();
        controller.close();
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    cancel: () => handle.close(),
  });
}

/** Does it; undefined where there is no such file. */
async function ifThere<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw diskFailure(error);
  }
}
