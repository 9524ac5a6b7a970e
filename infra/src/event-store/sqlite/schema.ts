/**
 * The database of the event store: what stands in it, and how a new one comes into being. A deleted stream keeps its
 * rows, blanked: SQLite's own DELETE moves neighbouring rows about and leaves copies of them in the gaps of its pages,
 * out of reach of `secure_delete`, so that text deleted later could still be found in the file.
 */

import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Tells our files from other SQLite databases: "Rost" in ASCII. */
export const APPLICATION_ID = 0x526f7374;

/**
 * Raised when the schema changes. A version that migrates raises it first, in a transaction of its own, and checkpoints
 * that before it changes anything else: an older program then never mistakes a half-migrated file for its own.
 */
export const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE streams (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    -- Events up to this revision are deleted; -1 where none is.
    erased_through INTEGER NOT NULL DEFAULT -1
  ) STRICT;

  CREATE TABLE events (
    -- Rows are never removed, so a position is never used again.
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams (key),
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    -- These three are null where the event is deleted.
    type TEXT,
    data TEXT,
    metadata TEXT,
    -- 1 where the event was appended without an expected revision: only its id can then tell a retry.
    unordered INTEGER
  ) STRICT;

  CREATE UNIQUE INDEX events_of_stream ON events (stream, revision);
  CREATE INDEX unordered_events ON events (stream, id) WHERE unordered IS NOT NULL;
`;

/**
 * Creates an empty database, whole or not at all: it is built beside its place and then renamed. A file that exists is
 * therefore never one whose creation was interrupted.
 */
export function createDatabase(file: string): void {
  const draft = `${file}.new`;
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(draft + suffix, { force: true });
  const db = new DatabaseSync(draft);
  try {
    db.exec(`
      PRAGMA synchronous = FULL;
      BEGIN;
      PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA user_version = ${SCHEMA_VERSION};
      ${SCHEMA}
      COMMIT;
      PRAGMA journal_mode = WAL;
    `);
  } finally {
    db.close();
  }
  syncToDisk(draft);
  renameSync(draft, file);
  syncToDisk(dirname(file));
}

function syncToDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
