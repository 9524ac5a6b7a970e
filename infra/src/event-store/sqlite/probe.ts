/**
 * Looks at a database file before anything may write to it. Whatever is not ours, not whole or newer than this program
 * is refused with a sentence, and left as it was to the byte.
 */

import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StoreRefused } from '../errors.ts';
import { resultCode } from './failure.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';

/** Checking a file whole takes about a millisecond for each of its megabytes. */
const CHECKED_WHOLE_BYTES = 256 * 1024 * 1024;

/** https://sqlite.org/fileformat2.html, section 1.3 */
const HEADER = { bytes: 100, magic: 'SQLite format 3\0', pageSizeAt: 16, pagesAt: 28, applicationIdAt: 68 };
/** The same page, section 4.1: the first four bytes of a write-ahead log, without the bit for the byte order. */
const LOG = { bytes: 32, magic: 0x377f0682 };

/** SQLite's result codes that speak of the content: a table is missing, a page is malformed, no database at all. */
const DAMAGE = [1, 11, 26];

/**
 * @param checkedWholeBytes a file up to this size is checked whole, a larger one at its edges.
 * @returns whether there is a database to open; false where the place is empty.
 * @throws StoreRefused `store.foreign`, `store.newer`, `store.damaged`; the errors of the disk as they are.
 */
export function probe(file: string, checkedWholeBytes = CHECKED_WHOLE_BYTES): boolean {
  const logBytes = bytesLogged(file);
  const logged = logBytes > 0;
  if (!existsSync(file)) {
    if (logged) throw damaged(file, 'it is missing, though its write-ahead log is there');
    return false;
  }
  checkHeader(file, logged);
  if (logged) checkLog(file, logOf(file));
  checkContent(file, logged, statSync(file).size + logBytes, checkedWholeBytes);
  return true;
}

const logOf = (file: string): string => `${file}-wal`;

/** Bytes in the write-ahead log of a database file; 0 where it has none. */
export function bytesLogged(file: string): number {
  return statSync(logOf(file), { throwIfNoEntry: false })?.size ?? 0;
}

function checkHeader(file: string, logged: boolean): void {
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
  if (!logged && size < header.readUInt32BE(HEADER.pagesAt) * pageSize) throw damaged(file, 'its end is missing');
}

/** A log whose beginning never reached the disk is zeroes; anything else there has been written over. */
function checkLog(file: string, log: string): void {
  const header = firstBytes(log, LOG.bytes);
  if (header.every((byte) => byte === 0)) return;
  const magic = header.length < LOG.bytes ? 0 : header.readUInt32BE(0);
  if ((magic & ~1) !== LOG.magic) throw damaged(file, 'its write-ahead log does not begin as one does');
}

/** @param bytesThere of the file and its log: pages that are missing in the one must at least fit into the other. */
function checkContent(file: string, logged: boolean, bytesThere: number, checkedWholeBytes: number): void {
  let db: DatabaseSync | undefined;
  try {
    db = openUntouched(file, logged);
    const version = pragma(db, 'user_version') as number;
    if (version > SCHEMA_VERSION) {
      throw new StoreRefused(
        'store.newer',
        `${file} was written by a newer version of Rostrum (its format is ${version}, this version knows ${SCHEMA_VERSION}). It was left as it is. Start the newer version.`,
      );
    }
    if (version < 1) throw damaged(file, 'its format number is missing');
    const bytes = (pragma(db, 'page_count') as number) * (pragma(db, 'page_size') as number);
    if (bytesThere < bytes) throw damaged(file, 'its end is missing');
    const finding = bytes > checkedWholeBytes ? 'ok' : (pragma(db, 'quick_check(1)') as string);
    if (finding !== 'ok') throw damaged(file, finding.replaceAll(/\s+/g, ' '));
    if (!edgesAgree(db)) throw damaged(file, 'its index does not agree with its events');
  } catch (error) {
    if (!DAMAGE.includes(resultCode(error) ?? 0)) throw error;
    throw damaged(file, (error as Error).message, error);
  } finally {
    if (db?.isOpen) db.close();
  }
}

/**
 * Without a log the file is opened as one that nobody changes. With one, SQLite reads both without locks, which the lock
 * on the folder stands for, and so without the index file through which processes would share the log.
 */
export function openUntouched(file: string, logged: boolean): DatabaseSync {
  const place = pathToFileURL(file);
  place.search = logged ? 'vfs=unix-none' : 'immutable=1';
  const db = new DatabaseSync(place, { readOnly: true });
  if (logged) db.exec('PRAGMA locking_mode = EXCLUSIVE');
  return db;
}

/** Whether the first and the last event are found by both ways to them: by position and by stream. */
function edgesAgree(db: DatabaseSync): boolean {
  const edges = db
    .prepare(
      `SELECT position, stream, revision FROM events
       WHERE position IN ((SELECT min(position) FROM events), (SELECT max(position) FROM events))`,
    )
    .all();
  const byStream = db.prepare(
    `SELECT position FROM events JOIN streams ON streams.key = events.stream WHERE stream = ? AND revision = ?`,
  );
  return edges.every(({ position, stream, revision }) => byStream.get(stream!, revision!)?.['position'] === position);
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

/** @throws StoreRefused where there is no store at this place; looking does not make one. */
export function checkThere(file: string): void {
  if (existsSync(file) || bytesLogged(file) > 0) return;
  throw new StoreRefused(
    'store.inaccessible',
    `There is no event store in ${dirname(file)}: it has no file ${basename(file)}. Name the data folder of a deployment.`,
  );
}
