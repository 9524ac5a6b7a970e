/** The database of a record in its data folder, step by step: take the folder, look, make or open, only then write. */

import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { StoreRefused } from '../errors.ts';
import { connect } from './connect.ts';
import { inaccessible, openDataFolder } from './data-folder.ts';
import { probe } from './probe.ts';
import { createDatabase } from './schema.ts';

export const EVENTS_FILE = 'events.sqlite';

/**
 * Opens the database in a folder, or makes a new one there, for whoever works with it.
 * @param maxFileBytes beyond which the file never grows; undefined for as far as the disk goes
 * @param begin receives the database and what lets the folder go; where it throws, the folder is let go
 * @throws StoreRefused where the folder is in use, cannot be written, or holds a file that is damaged, newer than this
 * program or not ours; such a file is left as it is.
 */
export function openDatabase<T>(
  directory: string,
  maxFileBytes: number | undefined,
  begin: (db: DatabaseSync, release: () => void) => T,
): T {
  const release = openDataFolder(directory);
  try {
    const file = join(directory, EVENTS_FILE);
    if (!probe(file)) createDatabase(file);
    return begin(connect(file, maxFileBytes), release);
  } catch (error) {
    release();
    throw error instanceof StoreRefused ? error : inaccessible(directory, error);
  }
}
