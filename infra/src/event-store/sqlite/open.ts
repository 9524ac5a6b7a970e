/** Opens the event store in a data folder, step by step: lock, look, create or open, only then write. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { systemClock } from '../../clock.ts';
import type { Clock } from '../../clock.ts';
import { StoreRefused } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { lockFolder } from './folder-lock.ts';
import { probe } from './probe.ts';
import { createDatabase } from './schema.ts';
import { SqliteEventStore } from './store.ts';

export const EVENTS_FILE = 'events.sqlite';

export type SqliteOptions = {
  /** The data folder; made where it is missing, for its owner alone. */
  readonly directory: string;
  /** The largest event taken, its data and metadata as JSON in UTF-8; 1 MiB without it. */
  readonly maxEventBytes?: number;
  /** The file never grows beyond this; an append that would make it is answered as if the disk were full. */
  readonly maxFileBytes?: number;
  readonly clock?: Clock;
};

/**
 * Opens the event store in a folder, or makes a new one there. The folder belongs to this process until the store is
 * closed or the process ends.
 *
 * @example
 * const store = await openSqliteEventStore({ directory: './data' });
 * await store.append('meeting-1', [scheduled], 'none');
 * await store.close();
 *
 * @throws StoreRefused where the folder is in use, cannot be written, or holds a file that is damaged, newer than this
 * program or not ours; such a file is left as it is.
 */
export async function openSqliteEventStore({
  directory,
  maxEventBytes = 1024 * 1024,
  maxFileBytes,
  clock = systemClock,
}: SqliteOptions): Promise<EventStore> {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw inaccessible(directory, error);
  }
  const release = lockFolder(directory);
  try {
    const file = join(directory, EVENTS_FILE);
    if (!probe(file)) createDatabase(file);
    const db = connect(file, maxFileBytes);
    return new SqliteEventStore(db, { maxEventBytes, clock, released: release });
  } catch (error) {
    release();
    throw error instanceof StoreRefused ? error : inaccessible(directory, error);
  }
}

function connect(file: string, maxFileBytes: number | undefined): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    // EXCLUSIVE keeps the index of the log in memory: there is no shared file that could fail to grow on a full disk, and
    // no other program can hold the log back when deleted text must leave it.
    db.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA journal_size_limit = 16777216;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -16384;
    `);
    if (maxFileBytes !== undefined) limitPages(db, maxFileBytes);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function limitPages(db: DatabaseSync, maxFileBytes: number): void {
  const { page_size: pageSize } = db.prepare('PRAGMA page_size').get() as { page_size: number };
  db.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxFileBytes / pageSize))}`);
}

const inaccessible = (directory: string, cause: unknown): StoreRefused =>
  new StoreRefused(
    'store.inaccessible',
    `The data folder ${directory} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}. It must be a folder on a working disk that this process may read and write.`,
    { cause },
  );
