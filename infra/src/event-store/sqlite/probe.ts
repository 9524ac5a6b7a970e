/**
 * Looks at a database file before anything may write to it. Whatever is not ours, not whole or newer than this program
 * is refused with a sentence, and left as it was to the byte.
 */

import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { StoreRefused } from '../errors.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';

/** A file up to this size is checked whole, which takes a fraction of a second; a larger one at its edges. */
const CHECKED_WHOLE_BYTES = 32 * 1024 * 1024;

/** https://sqlite.org/fileformat2.html, section 1.3 */
const HEADER = { bytes: 100, magic: 'SQLite format 3\0', pageSizeAt: 16, applicationIdAt: 68 };
/** The same page, section 4.1: the first four bytes of a write-ahead log, without the bit for the byte order. */
const LOG = { bytes: 32, magic: 0x377f0682 };

/**
 * @returns whether there is a database to open; false where the place is empty.
 * @throws StoreRefused `store.foreign`, `store.newer`, `store.damaged`.
 */
export function probe(file: string): boolean {
  const log = `${file}-wal`;
  const logged = existsSync(log) && statSync(log).size > 0;
  if (!existsSync(file)) {
    if (logged) throw damaged(file, 'it is missing, though its write-ahead log is there');
    return false;
  }
  checkHeader(file);
  if (logged) checkLog(file, log);
  // Without a log the file is opened as one that nobody changes, which creates nothing beside it. With one, SQLite
  // must read both, and makes an index of the log, which holds no data and goes again.
  const index = `${file}-shm`;
  const indexed = existsSync(index);
  try {
    checkContent(file, logged ? file : new URL(`${pathToFileURL(file).href}?immutable=1`), logged);
  } finally {
    if (logged && !indexed) rmSync(index, { force: true });
  }
  return true;
}

function checkHeader(file: string): void {
  const { size } = statSync(file);
  if (size === 0) throw damaged(file, 'it is empty');
  const header = firstBytes(file, HEADER.bytes);
  if (header.length < HEADER.bytes || header.toString('latin1', 0, HEADER.magic.length) !== HEADER.magic) {
    throw damaged(file, 'it does not begin as a SQLite database does');
  }
  if (header.readUInt32BE(HEADER.applicationIdAt) !== APPLICATION_ID) {
    throw new StoreRefused(
      'store.foreign',
      `${file} is a SQLite database of another program. It was left as it is. Use another data folder.`,
    );
  }
  // 1 stands for 65,536.
  const pageSize = header.readUInt16BE(HEADER.pageSizeAt) === 1 ? 65_536 : header.readUInt16BE(HEADER.pageSizeAt);
  if (pageSize < 512 || size % pageSize !== 0) throw damaged(file, 'it ends in the middle of a page');
}

/** A log whose beginning never reached the disk is zeroes; anything else there has been written over. */
function checkLog(file: string, log: string): void {
  const header = firstBytes(log, LOG.bytes);
  if (header.every((byte) => byte === 0)) return;
  const magic = header.length < LOG.bytes ? 0 : header.readUInt32BE(0);
  if ((magic & ~1) !== LOG.magic) throw damaged(file, 'its write-ahead log does not begin as one does');
}

function checkContent(file: string, location: string | URL, logged: boolean): void {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(location, { readOnly: true });
    const version = pragma(db, 'user_version') as number;
    if (version > SCHEMA_VERSION) {
      throw new StoreRefused(
        'store.newer',
        `${file} was written by a newer version of Rostrum (its format is ${version}, this version knows ${SCHEMA_VERSION}). It was left as it is. Start the newer version.`,
      );
    }
    if (version < 1) throw damaged(file, 'its format number is missing');
    const bytes = (pragma(db, 'page_count') as number) * (pragma(db, 'page_size') as number);
    if (!logged && statSync(file).size < bytes) throw damaged(file, 'its end is missing');
    const finding = bytes <= CHECKED_WHOLE_BYTES ? (pragma(db, 'quick_check(1)') as string) : checkEdges(db);
    if (finding !== 'ok') throw damaged(file, finding);
  } catch (error) {
    throw error instanceof StoreRefused
      ? error
      : damaged(file, error instanceof Error ? error.message : String(error), error);
  } finally {
    if (db?.isOpen) db.close();
  }
}

/** Reads the first and the last events by both ways to them. */
function checkEdges(db: DatabaseSync): string {
  const row = db
    .prepare(
      `SELECT count(*) AS found, (SELECT count(*) FROM (SELECT 1 FROM events LIMIT 1)) AS any_at_all
       FROM events AS e JOIN streams AS s ON s.key = e.stream
       WHERE e.position IN ((SELECT min(position) FROM events), (SELECT max(position) FROM events))
         AND EXISTS (SELECT 1 FROM events AS o INDEXED BY events_of_stream
           WHERE o.stream = e.stream AND o.revision = e.revision AND o.position = e.position)`,
    )
    .get() as { found: number; any_at_all: number };
  return row.found > 0 || row.any_at_all === 0 ? 'ok' : 'its index does not agree with its events';
}

function pragma(db: DatabaseSync, name: string): unknown {
  return Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

function firstBytes(file: string, count: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(count);
    return bytes.subarray(0, readSync(handle, bytes, 0, count, 0));
  } finally {
    closeSync(handle);
  }
}

function damaged(file: string, finding: string, cause?: unknown): StoreRefused {
  return new StoreRefused(
    'store.damaged',
    `The event store ${file} is damaged: ${finding}. It was left as it is. Restore the data folder from a backup.`,
    { cause },
  );
}
