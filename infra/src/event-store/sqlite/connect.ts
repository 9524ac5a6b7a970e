/** The one connection to the database, set up so that what is committed survives a power cut. */

import { DatabaseSync } from 'node:sqlite';

/** @param maxFileBytes the file never grows beyond this; without it as far as the disk goes. */
export function connect(file: string, maxFileBytes: number | undefined): DatabaseSync {
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
