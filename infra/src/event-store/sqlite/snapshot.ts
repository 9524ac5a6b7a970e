/**
 * A copy of the database as it stood at one moment, taken page by page while it is in use. It goes through the store's own
 * connection: what is committed meanwhile is carried over by SQLite (sqlite.org/c3ref/backup_finish.html), so nothing
 * has to begin again, and between two steps no page is held, so the eraser can empty the log.
 */

import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { backup } from 'node:sqlite';
import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../errors.ts';
import { resultCode, SQLITE_FULL, unavailable } from './failure.ts';

/** Pages in a step, during which nothing else is read or written: half a megabyte. */
const STEP_PAGES = 128;

export type SnapshotOptions = {
  /** Told after every step how much is done, from 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Writes the copy, and makes it durable.
 * @param file must not exist.
 * @throws StoreUnavailable, RangeError; the signal's reason where it aborts. What was written of the file is left.
 */
export async function takeSnapshot(
  db: DatabaseSync,
  file: string,
  { onProgress, signal }: SnapshotOptions = {},
): Promise<void> {
  if (existsSync(file)) throw new RangeError(`${file} exists already.`);
  try {
    await backup(db, file, {
      rate: STEP_PAGES,
      progress: ({ totalPages, remainingPages }) => {
        signal?.throwIfAborted();
        onProgress?.(totalPages === 0 ? 1 : 1 - remainingPages / totalPages);
      },
    });
    const handle = await open(file);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw failure(file, error);
  }
}

/** A snapshot that fails mostly fails where it is written, which is not where the store is. */
function failure(file: string, error: unknown): unknown {
  const full = resultCode(error) === SQLITE_FULL || (error as { code?: unknown }).code === 'ENOSPC';
  if (full) return new StoreUnavailable('store.disk-full', `The disk of ${file} is full.`, { cause: error });
  const known = unavailable(error);
  if (!(known instanceof StoreUnavailable) || known.code !== 'store.io') return known;
  const said = error instanceof Error ? error.message : String(error);
  return new StoreUnavailable('store.io', `The copy cannot be written to ${file}: ${said}.`, { cause: error });
}
