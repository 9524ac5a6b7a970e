/** Writes a whole store into a data folder, entry by entry, with revisions as they are and positions counted anew. */

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { DELETIONS } from '../port.ts';
import type { StreamDeleted } from '../port.ts';
import type { Entry, ErasedEntry, EventEntry, StoreImport } from '../transfer.ts';
import { Entries } from './entries.ts';
import { inspect } from './export.ts';
import { commitFailed, unavailable } from './failure.ts';
import { openDatabase } from './open-database.ts';
import { Streams } from './streams.ts';
import type { Stream } from './streams.ts';

export type SqliteImportOptions = {
  /** The data folder; made where it is missing, for its owner alone. */
  readonly directory: string;
  /**
   * Whether an event is of those that are appended without an expected revision, where its source does not remember:
   * a retry of such an append is told by its id.
   */
  readonly isUnordered: (stream: string) => boolean;
};

/**
 * Opens the store of a folder to be written by a copy, or makes a new one.
 * @throws StoreRefused where the folder is in use, cannot be written, or holds a file that is damaged, newer or not ours.
 */
export async function openSqliteImport({ directory, isUnordered }: SqliteImportOptions): Promise<StoreImport> {
  return openDatabase(directory, undefined, (db, release) => new SqliteImport(db, directory, isUnordered, release));
}

class SqliteImport implements StoreImport {
  readonly name: string;
  /** A transaction, and so a wait for the disk. */
  readonly batch = 8192;
  readonly #db: DatabaseSync;
  readonly #entries: Entries;
  readonly #streams: Streams;
  readonly #isUnordered: (stream: string) => boolean;
  readonly #released: () => void;
  readonly #insert: StatementSync;
  readonly #blank: StatementSync;
  readonly #mark: StatementSync;
  #position: number;

  constructor(db: DatabaseSync, name: string, isUnordered: (stream: string) => boolean, released: () => void) {
    this.#db = db;
    this.name = name;
    this.#entries = new Entries(db);
    this.#streams = new Streams(db);
    this.#isUnordered = isUnordered;
    this.#released = released;
    this.#insert = db.prepare(
      'INSERT INTO events (position, stream, revision, id, type, data, metadata, unordered) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#blank = db.prepare(
      'UPDATE events SET type = NULL, data = NULL, metadata = NULL WHERE stream = ? AND revision > ? AND revision <= ?',
    );
    this.#mark = db.prepare('UPDATE streams SET erased_through = ? WHERE key = ?');
    this.#position = Number(this.#entries.lastPosition());
  }

  async lastPosition(): Promise<bigint> {
    return this.#entries.lastPosition();
  }

  read(until?: bigint): AsyncIterable<readonly Entry[]> {
    return this.#entries.read(until);
  }

  async isErased(stream: string, revision: number): Promise<boolean> {
    return this.#entries.isErased(stream, revision);
  }

  async inspect(): Promise<readonly string[]> {
    return inspect(this.#db);
  }

  async write(entries: readonly Entry[]): Promise<void> {
    const before = this.#position;
    let committing = false;
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      for (const entry of entries) {
        if (entry.kind === 'event') this.#writeEvent(entry);
        else if (entry.kind === 'erased') this.#writeErased(entry);
      }
      committing = true;
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#position = before;
      this.#streams.forget();
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw committing ? commitFailed(error) : unavailable(error);
    }
  }

  /** A batch is written whole or not at all, and closing makes up for the rest. */
  async settle(): Promise<number> {
    return 0;
  }

  async close(): Promise<void> {
    if (!this.#db.isOpen) return;
    // Closing the only connection empties the log, in which text that was deleted may still stand.
    this.#db.close();
    this.#released();
  }

  #writeEvent({ stream: name, revision, id, type, data, metadata, unordered }: EventEntry): void {
    if (name === DELETIONS) this.#erase(data);
    const stream = this.#streams.findOrCreate(name);
    if (revision <= stream.head) throw new RangeError(`Revision ${revision} of ${name} stands already`);
    this.#fillUp(stream, revision - 1);
    this.#row(stream, id, type, data, metadata, unordered);
  }

  #writeErased({ stream: name, revision, id, unordered }: ErasedEntry): void {
    const stream = this.#streams.findOrCreate(name);
    if (revision <= stream.head) return;
    this.#fillUp(stream, revision - 1);
    this.#row(stream, id, null, null, null, unordered);
  }

  /** Does what a deletion says. The text leaves the file as with the eraser, see `erase.ts`. */
  #erase(deletion: string): void {
    const { stream: name, through = -1 } = JSON.parse(deletion) as StreamDeleted['data'];
    if (through < 0) return;
    const stream = this.#streams.findOrCreate(name);
    this.#fillUp(stream, through);
    if (stream.erased >= through) return;
    this.#blank.run(stream.key, stream.erased, through);
    this.#mark.run(through, stream.key);
    stream.erased = through;
  }

  /** Makes places at which nothing is to be read, and of which nothing else is known. */
  #fillUp(stream: Stream, through: number): void {
    while (stream.head < through) this.#row(stream, '', null, null, null, false);
  }

  #row(
    stream: Stream,
    id: string,
    type: string | null,
    data: string | null,
    metadata: string | null,
    unordered: boolean | undefined,
  ): void {
    this.#position += 1;
    stream.head += 1;
    const flag = (unordered ?? this.#isUnordered(stream.name)) ? 1 : null;
    this.#insert.run(this.#position, stream.key, stream.head, id, type, data, metadata, flag);
  }
}
