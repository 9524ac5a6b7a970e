// Which record the tables were made from: the last event of each of the streams written to last, by its id and its place.
// A file that was left in its folder while the store was exchanged is found out by them.

import { homeOf } from '@rostrum/events';
import type { RecordedEvent } from '@rostrum/events';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** An event that the tables have taken in, and where it stood. */
export type Anchor = Pick<RecordedEvent, 'stream' | 'revision' | 'id' | 'position'>;

/** Streams remembered: when one is deleted the others still tell. */
const KEEP = 8;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS anchors (
    stream TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export class Anchors {
  readonly #db: DatabaseSync;
  readonly #read: StatementSync;
  readonly #write: StatementSync;
  readonly #drop: StatementSync;
  #all: readonly Anchor[] = [];

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec(SCHEMA);
    this.#read = db.prepare('SELECT stream, revision, id, position FROM anchors ORDER BY position DESC');
    this.#read.setReadBigInts(true);
    this.#write = db.prepare('INSERT OR REPLACE INTO anchors VALUES (?, ?, ?, ?)');
    this.#drop = db.prepare('DELETE FROM anchors WHERE stream = ?');
    this.reload();
  }

  /** The latest first. */
  get all(): readonly Anchor[] {
    return this.#all;
  }

  /** Takes note of a page, inside the caller's transaction; `reload` where it is rolled back. */
  take(events: readonly RecordedEvent[]): void {
    const before = this.#all;
    const latest = before[0]?.position ?? 0n;
    const found = new Map<string, Anchor>();
    for (let place = events.length - 1; place >= 0 && found.size < KEEP; place--) {
      const { stream, revision, id, position } = events[place]!;
      if (position <= latest) break;
      if (!found.has(stream) && homeOf(stream) !== undefined) found.set(stream, { stream, revision, id, position });
    }
    if (found.size === 0) return;
    const older = before.filter(({ stream }) => !found.has(stream)).slice(0, KEEP - found.size);
    for (const { stream, revision, id, position } of found.values()) this.#write.run(stream, revision, id, position);
    for (const { stream } of before)
      if (!found.has(stream) && !older.some((one) => one.stream === stream)) this.#drop.run(stream);
    this.#all = [...found.values(), ...older];
  }

  /** Forgets all of them: the tables were emptied. */
  clear(): void {
    this.#db.exec('DELETE FROM anchors');
    this.#all = [];
  }

  /** Takes what is in the file for what is remembered. */
  reload(): void {
    this.#all = this.#read.all().map((row) => ({ ...row, revision: Number(row['revision']) }) as unknown as Anchor);
  }
}
