/** Pages of events from the database. A page is short: SQLite answers in the server's own thread. */

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { RecordedEvent } from '@rostrum/events';
import { DELETIONS } from '../port.ts';
import { unavailable } from './failure.ts';
import { recorded } from './record.ts';
import type { Stream, Streams } from './streams.ts';

/** Events in a page. */
export const PAGE = 256;

/** Positions that a filtered page looks at, whether their events match or not. */
const WINDOW = 4096;

const COLUMNS = 'position, stream, revision, id, type, data, metadata';

type Columns = readonly [
  position: number,
  stream: number,
  revision: number,
  id: string,
  type: string,
  data: string,
  metadata: string,
];

/** Events, and the position up to which nothing else is to be found. */
export type Page = { readonly events: readonly RecordedEvent[]; readonly position: number };

/** Reads the pages of one choice of streams. */
export type PageReader = (after: number, until: number, limit: number) => Page;

export class Reader {
  readonly #db: DatabaseSync;
  readonly #streams: Streams;
  readonly #forwards: StatementSync;
  readonly #backwards: StatementSync;
  readonly #all: StatementSync;

  constructor(db: DatabaseSync, streams: Streams) {
    this.#db = db;
    this.#streams = streams;
    this.#forwards = this.#prepare(
      `SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision BETWEEN ? AND ? AND type IS NOT NULL ORDER BY revision LIMIT ?`,
    );
    this.#backwards = this.#prepare(
      `SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision BETWEEN ? AND ? AND type IS NOT NULL ORDER BY revision DESC LIMIT ?`,
    );
    this.#all = this.#prepare(
      `SELECT ${COLUMNS} FROM events WHERE position > ? AND position <= ? AND type IS NOT NULL ORDER BY position LIMIT ?`,
    );
  }

  /** Events of one stream with revisions from `low` to `high`, both included, from the low or from the high end. */
  stream(stream: Stream, low: number, high: number, backwards: boolean, limit: number): RecordedEvent[] {
    const statement = backwards ? this.#backwards : this.#forwards;
    return this.#read(statement, stream.key, low, high, limit);
  }

  /** Events of every stream. */
  readonly all: PageReader = (after, until, limit) => {
    const events = this.#read(this.#all, after, until, limit);
    return { events, position: events.length < limit ? until : Number(events.at(-1)!.position) };
  };

  /** Events of the streams whose names begin with one of the prefixes, and the deletions of such streams. */
  matching(prefixes: readonly string[]): PageReader {
    // Names are printable ASCII, so what begins with a prefix lies between it and it followed by DEL.
    const named = prefixes.map(() => 's.name BETWEEN ? AND ?').join(' OR ') || 'FALSE';
    const deleted = prefixes.map(() => "e.data ->> '$.stream' BETWEEN ? AND ?").join(' OR ') || 'FALSE';
    const ranges = prefixes.flatMap((prefix) => [prefix, `${prefix}\u007f`]);
    // CROSS JOIN keeps SQLite from starting at the streams and sorting afterwards (sqlite.org/optoverview.html, 8.2).
    const statement = this.#prepare(`
      SELECT ${COLUMNS.replaceAll(/\w+/g, 'e.$&')} FROM events AS e CROSS JOIN streams AS s ON s.key = e.stream
      WHERE e.position > ? AND e.position <= ? AND e.type IS NOT NULL
        AND ((${named}) OR (s.name = '${DELETIONS}' AND (${deleted})))
      ORDER BY e.position LIMIT ?`);
    return (after, until, limit) => {
      const end = Math.min(until, after + WINDOW);
      const events = this.#read(statement, after, end, ...ranges, ...ranges, limit);
      return { events, position: events.length < limit ? end : Number(events.at(-1)!.position) };
    };
  }

  #prepare(sql: string): StatementSync {
    const statement = this.#db.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  }

  #read(statement: StatementSync, ...values: (number | string)[]): RecordedEvent[] {
    let rows: Columns[];
    try {
      rows = statement.all(...values) as unknown as Columns[];
      return rows.map(([position, key, revision, id, type, data, metadata]) =>
        recorded({ position, stream: this.#streams.nameOf(key), revision, id, type, data, metadata }),
      );
    } catch (error) {
      throw unavailable(error);
    }
  }
}
