/** Writes one append inside the transaction that is under way: checks what it expects, recognises a retry, inserts. */

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { WrongExpectedRevision } from '../errors.ts';
import type { Appended, ExpectedRevision } from '../port.ts';
import type { Draft, Row } from './record.ts';
import { endOf } from './streams.ts';
import type { Stream, Streams } from './streams.ts';

export type Append = {
  readonly stream: string;
  readonly drafts: readonly Draft[];
  readonly expected: ExpectedRevision;
};

type Standing = readonly [id: string, revision: number, position: number];

export class Appender {
  readonly #streams: Streams;
  readonly #insert: StatementSync;
  readonly #following: StatementSync;
  readonly #unordered: StatementSync;
  readonly #anywhere: StatementSync;
  /** The last position given out; put back by the transaction where it rolls back. */
  position: number;

  constructor(db: DatabaseSync, streams: Streams) {
    this.#streams = streams;
    this.#insert = db.prepare(
      'INSERT INTO events (position, stream, revision, id, type, data, metadata, unordered) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#following = db.prepare(
      'SELECT id, revision, position FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?',
    );
    this.#following.setReturnArrays(true);
    this.#unordered = db.prepare(
      'SELECT revision FROM events WHERE stream = ? AND id = ? AND unordered IS NOT NULL ORDER BY revision LIMIT 1',
    );
    this.#anywhere = db.prepare('SELECT revision FROM events WHERE stream = ? AND id = ? ORDER BY revision LIMIT 1');
    this.position = (
      db.prepare('SELECT coalesce(max(position), 0) AS last FROM events').get() as { last: number }
    ).last;
  }

  /**
   * Writes the append, or finds that it stands already.
   * @param written receives the rows.
   * @throws WrongExpectedRevision before anything of it is written.
   */
  write({ stream: name, drafts, expected }: Append, written: Row[]): Appended {
    const stream = this.#streams.find(name);
    const standing = stream && this.#retried(stream, drafts, expected);
    if (standing !== undefined) return standing;
    const end = endOf(stream);
    if (expected !== 'any' && expected !== end) throw new WrongExpectedRevision(name, expected, end);
    return this.#insertAll(stream ?? this.#streams.findOrCreate(name), drafts, expected === 'any' ? 1 : null, written);
  }

  #insertAll(stream: Stream, drafts: readonly Draft[], unordered: 1 | null, written: Row[]): Appended {
    for (const { id, type, data, metadata } of drafts) {
      const revision = stream.head + 1;
      const position = this.position + 1;
      this.#insert.run(position, stream.key, revision, id, type, data, metadata, unordered);
      stream.head = revision;
      this.position = position;
      written.push({ stream: stream.name, revision, position, id, type, data, metadata });
    }
    return { revision: stream.head, position: BigInt(this.position) };
  }

  /** What the first attempt was answered, where these very events stand already. */
  #retried(stream: Stream, drafts: readonly Draft[], expected: ExpectedRevision): Appended | undefined {
    const first = this.#whereRetryStands(stream, drafts[0]!.id, expected);
    if (first === undefined) return undefined;
    const rows = this.#following.all(stream.key, first, drafts.length) as unknown as Standing[];
    if (rows.length < drafts.length || rows.some(([id], index) => id !== drafts[index]!.id)) return undefined;
    const [, revision, position] = rows.at(-1)!;
    return { revision, position: BigInt(position) };
  }

  /** The revision at which the first event of a retry would stand; undefined where the append is none. */
  #whereRetryStands(stream: Stream, id: string, expected: ExpectedRevision): number | undefined {
    if (typeof expected === 'number') return expected < stream.head ? expected + 1 : undefined;
    if (expected === 'any') return revisionIn(this.#unordered.get(stream.key, id));
    if (stream.head > stream.erased) return stream.erased + 1;
    // The stream was deleted: a late retry of what was deleted must not bring it back.
    return revisionIn(this.#anywhere.get(stream.key, id));
  }
}

const revisionIn = (row: unknown): number | undefined => (row as { revision: number } | undefined)?.revision;
