// The file that the tables are in. It can be built again from the record at any time, so a file that cannot be read is
// put away and begun anew rather than repaired.

import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLITE_CORRUPT, SQLITE_NOTADB (sqlite.org/rescode.html): the file is damaged, or none of SQLite's. */
const UNREADABLE: readonly number[] = [11, 26];

const errorCode = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;

/**
 * Opens the database and hands it to `use`; where it turns out unreadable, deletes the file and does the same once more.
 * @param onDiscarded told why the file was deleted
 */
export function openFile<T>(
  file: string,
  onDiscarded: ((reason: string) => void) | undefined,
  use: (db: DatabaseSync) => T,
): T {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  try {
    return opened(file, use);
  } catch (error) {
    if (!UNREADABLE.includes(errorCode(error))) throw error;
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    onDiscarded?.(error instanceof Error ? error.message : String(error));
    return opened(file, use);
  }
}

function opened<T>(file: string, use: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(file);
  try {
    // A power cut may lose the last transactions, whole: they are then taken from the record again.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;');
    return use(db);
  } catch (error) {
    db.close();
    throw error;
  }
}
