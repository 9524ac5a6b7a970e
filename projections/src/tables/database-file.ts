// The file that the tables are in. It can be built again from the record at any time, so a file that cannot be read is
// put away and begun anew rather than repaired.

import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLITE_CORRUPT, SQLITE_NOTADB (sqlite.org/rescode.html): the file is damaged, or none of SQLite's. */
const UNREADABLE: readonly number[] = [11, 26];

const errorCode = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;

/** SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_RANGE: what was to be written is at fault, not the disk. */
const OF_THE_VALUES: readonly number[] = [18, 19, 20, 25];

/** True where writing failed for what was to be written: another try would fail as well. */
export function isFaultOfEvent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error) return OF_THE_VALUES.includes(errorCode(error));
  // The database was closed, or is out of order (Node's documentation of errors).
  return !('code' in error && error.code === 'ERR_INVALID_STATE');
}

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
