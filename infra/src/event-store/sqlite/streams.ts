/** Which streams there are and where each ends. The latest are kept in memory, so that an append needs no query for it. */

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Generations } from '../generations.ts';

const REMEMBERED = 20_000;

/** A stream in the database. `head` and `erased` change in place while a transaction runs; `forget` undoes that. */
export type Stream = {
  readonly key: number;
  readonly name: string;
  /** Revision of the last event, deleted or not; -1 before the first. */
  head: number;
  /** Events up to this revision are deleted; -1 where none is. */
  erased: number;
};

/** The revision of the last event that can be read; `'none'` where there is none. */
export const endOf = (stream: Stream | undefined): number | 'none' =>
  stream === undefined || stream.head === stream.erased ? 'none' : stream.head;

export class Streams {
  readonly #byName = new Generations<string, Stream>(REMEMBERED);
  readonly #nameByKey = new Generations<number, string>(REMEMBERED);
  readonly #find: StatementSync;
  readonly #name: StatementSync;
  readonly #create: StatementSync;
  readonly #erase: StatementSync;

  constructor(db: DatabaseSync) {
    this.#find = db.prepare(`
      SELECT key, name, erased_through AS erased,
        coalesce((SELECT max(revision) FROM events WHERE stream = streams.key), -1) AS head
      FROM streams WHERE name = ?`);
    this.#name = db.prepare('SELECT name FROM streams WHERE key = ?');
    this.#create = db.prepare('INSERT INTO streams (name) VALUES (?)');
    this.#erase = db.prepare('UPDATE streams SET erased_through = ? WHERE key = ?');
  }

  /** The stream of this name; undefined where none was ever written. */
  find(name: string): Stream | undefined {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const row = this.#find.get(name) as Stream | undefined;
    if (row !== undefined) this.#byName.set(name, row);
    return row;
  }

  /** The stream of this name, made where there was none. Only within a transaction. */
  findOrCreate(name: string): Stream {
    const known = this.find(name);
    if (known !== undefined) return known;
    const stream = { key: Number(this.#create.run(name).lastInsertRowid), name, head: -1, erased: -1 };
    this.#byName.set(name, stream);
    return stream;
  }

  /** Marks everything in the stream as deleted. Only within a transaction. */
  markErased(stream: Stream): void {
    this.#erase.run(stream.head, stream.key);
    stream.erased = stream.head;
  }

  /** The name of the stream with this key, which must exist. */
  nameOf(key: number): string {
    const known = this.#nameByKey.get(key);
    if (known !== undefined) return known;
    const { name } = this.#name.get(key) as { name: string };
    this.#nameByKey.set(key, name);
    return name;
  }

  /** Drops all that is remembered: after a rollback memory and database may differ. */
  forget(): void {
    this.#byName.clear();
    this.#nameByKey.clear();
  }
}
