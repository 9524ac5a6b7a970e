/** Opens the event store in a data folder, step by step: lock, look, create or open, only then write. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../clock.ts';
import type { Clock } from '../../clock.ts';
import { StoreRefused } from '../errors.ts';
import { connect } from './connect.ts';
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
}: SqliteOptions): Promise<SqliteEventStore> {
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

export const inaccessible = (directory: string, cause: unknown): StoreRefused =>
  new StoreRefused(
    'store.inaccessible',
    `The data folder ${directory} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}. It must be a folder on a working disk that this process may read and write.`,
    { cause },
  );
