/** Opens the event store in a data folder. */

import { systemClock } from '../../clock.ts';
import type { Clock } from '../../clock.ts';
import { openDatabase } from './open-database.ts';
import { SqliteEventStore } from './store.ts';

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
  return openDatabase(
    directory,
    maxFileBytes,
    (db, released) => new SqliteEventStore(db, { maxEventBytes, clock, released }),
  );
}
