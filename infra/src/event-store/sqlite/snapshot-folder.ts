/** A copy of the database in a data folder that nobody uses. Its files are left as they are. */

import { join } from 'node:path';
import { lockFolder } from './folder-lock.ts';
import { EVENTS_FILE } from './open-database.ts';
import { bytesLogged, checkThere, openUntouched, probe } from './probe.ts';
import { takeSnapshot } from './snapshot.ts';
import type { SnapshotOptions } from './snapshot.ts';

/**
 * @param file where the copy goes; must not exist.
 * @throws StoreRefused, `store.in-use` where a process uses the folder: that one can take the snapshot, see
 * `SqliteEventStore.snapshot`. And what `takeSnapshot` throws.
 */
export async function snapshotDataFolder(directory: string, file: string, options?: SnapshotOptions): Promise<void> {
  const events = join(directory, EVENTS_FILE);
  checkThere(events);
  const release = lockFolder(directory);
  try {
    probe(events);
    const db = openUntouched(events, bytesLogged(events) > 0);
    try {
      await takeSnapshot(db, file, options);
    } finally {
      db.close();
    }
  } finally {
    release();
  }
}
