/**
 * One process for each data folder. The lock is SQLite's own lock on an empty file, which the operating system drops
 * when the process ends, however it ends: nothing stale is ever left to clean up. Do not open that file by other means
 * in this process: closing any handle on it would drop the lock (fcntl(2), POSIX record locks).
 */

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreRefused } from '../errors.ts';
import { resultCode, SQLITE_BUSY } from './failure.ts';

export const LOCK_FILE = 'lock';

/**
 * Takes the folder for this process.
 * @returns what releases it.
 * @throws StoreRefused `store.in-use` where another process, or another store of this one, has it.
 */
export function lockFolder(directory: string): () => void {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(directory, LOCK_FILE), { timeout: 0 });
    // Nothing is ever written under the lock, so there is no journal to leave behind.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    if (lock?.isOpen) lock.close();
    if (resultCode(error) === SQLITE_BUSY) {
      throw new StoreRefused(
        'store.in-use',
        `The data folder ${directory} is in use by another process. Stop that one first, or use another data folder.`,
        { cause: error },
      );
    }
    throw new StoreRefused(
      'store.inaccessible',
      `The data folder ${directory} cannot be locked by the file ${LOCK_FILE} in it. The folder must be writable and on a disk that knows file locks; ${LOCK_FILE} must be an empty file.`,
      { cause: error },
    );
  }
  const held = lock;
  return () => held.close();
}
