/** The event store on SQLite: one connection in the server's own thread, put together from its parts. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import type { NewEvent, RecordedEvent } from '@rostrum/events';
import type { Clock } from '../../clock.ts';
import type {
  Appended,
  Delivery,
  EventStore,
  ExpectedRevision,
  ReadAllOptions,
  ReadStreamOptions,
  SubscribeOptions,
} from '../port.ts';
import { checkPrefix, checkStreamName } from '../stream-name.ts';
import { Appender } from './append.ts';
import { Eraser } from './erase.ts';
import { closed } from './failure.ts';
import { GroupCommit } from './group-commit.ts';
import { PAGE, Reader } from './read.ts';
import { draft } from './record.ts';
import type { Row } from './record.ts';
import { takeSnapshot } from './snapshot.ts';
import type { SnapshotOptions } from './snapshot.ts';
import { Streams } from './streams.ts';
import { Subscriptions } from './subscribe.ts';
import { Tail } from './tail.ts';

export type SqliteStoreOptions = {
  /** The largest event taken: its data and metadata as JSON in UTF-8. */
  readonly maxEventBytes: number;
  readonly clock: Clock;
  /** Called once the connection is closed. */
  readonly released: () => void;
};

export class SqliteEventStore implements EventStore {
  readonly #db: DatabaseSync;
  readonly #options: SqliteStoreOptions;
  readonly #streams: Streams;
  readonly #appender: Appender;
  readonly #commits: GroupCommit;
  readonly #eraser: Eraser;
  readonly #reader: Reader;
  readonly #tail = new Tail();
  readonly #subscriptions: Subscriptions;

  constructor(db: DatabaseSync, options: SqliteStoreOptions) {
    this.#db = db;
    this.#options = options;
    this.#streams = new Streams(db);
    this.#appender = new Appender(db, this.#streams);
    this.#commits = new GroupCommit(db, this.#streams, this.#appender, (rows) => this.#committed(rows));
    this.#eraser = new Eraser(db, this.#commits, this.#appender, this.#streams, options.clock);
    this.#reader = new Reader(db, this.#streams);
    this.#subscriptions = new Subscriptions(this.#reader, this.#tail, () => this.#appender.position);
    this.#eraser.settle();
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    this.#checkOpen();
    checkStreamName(stream);
    if (events.length === 0) throw new RangeError('An append has at least one event');
    if (typeof expected === 'number') checkCount('An expected revision', expected, 0);
    // The text is made now: what the caller does to the events afterwards changes nothing.
    const drafts = events.map((event) => draft(event, this.#options.maxEventBytes));
    return this.#commits.append({ stream, drafts, expected });
  }

  async *readStream(
    name: string,
    { from, direction = 'forwards', limit = Infinity }: ReadStreamOptions = {},
  ): AsyncGenerator<readonly RecordedEvent[], void, void> {
    this.#checkOpen();
    if (limit !== Infinity) checkCount('A limit', limit, 1);
    if (from !== undefined) checkCount('A revision', from, 0);
    const backwards = direction === 'backwards';
    const stream = this.#streams.find(name);
    if (stream === undefined) return;
    let low = backwards ? 0 : (from ?? 0);
    let high = backwards ? Math.min(from ?? stream.head, stream.head) : stream.head;
    let left = limit;
    while (left > 0) {
      const wanted = Math.min(left, PAGE);
      const page = this.#reader.stream(this.#streams.find(name)!, low, high, backwards, wanted);
      if (page.length > 0) yield page;
      if (page.length < wanted) return;
      left -= page.length;
      if (backwards) high = page.at(-1)!.revision - 1;
      else low = page.at(-1)!.revision + 1;
      await this.#nextPage();
    }
  }

  async *readAll({ after = 0n, limit = Infinity }: ReadAllOptions = {}): AsyncGenerator<
    readonly RecordedEvent[],
    void,
    void
  > {
    this.#checkOpen();
    if (limit !== Infinity) checkCount('A limit', limit, 1);
    const until = this.#appender.position;
    let position = Number(after);
    let left = limit;
    while (left > 0 && position < until) {
      const page = this.#reader.all(position, until, Math.min(left, PAGE));
      if (page.events.length > 0) yield page.events;
      position = page.position;
      left -= page.events.length;
      await this.#nextPage();
    }
  }

  subscribe(options: SubscribeOptions): AsyncIterable<Delivery> {
    this.#checkOpen();
    options.prefixes?.forEach(checkPrefix);
    return this.#subscriptions.subscribe(options);
  }

  async deleteStream(stream: string): Promise<void> {
    this.#checkOpen();
    checkStreamName(stream);
    try {
      this.#eraser.erase(stream);
    } finally {
      this.#tail.clear();
    }
  }

  async lastPosition(): Promise<bigint> {
    this.#checkOpen();
    return BigInt(this.#appender.position);
  }

  /**
   * Writes a copy of the store into a file while it is in use. It holds at least what is committed now; what is deleted
   * meanwhile is deleted in it as well.
   * @param file must not exist.
   * @returns the position up to which it goes at least.
   * @throws StoreUnavailable, RangeError, the signal's reason: what was written of the file is left.
   */
  async snapshot(file: string, options?: SnapshotOptions): Promise<bigint> {
    this.#checkOpen();
    this.#commits.flush();
    const position = BigInt(this.#appender.position);
    await takeSnapshot(this.#db, file, options);
    return position;
  }

  async close(): Promise<void> {
    if (!this.#db.isOpen) return;
    this.#commits.flush();
    this.#subscriptions.close();
    // Closing the only connection empties the log into the file and removes it (sqlite.org/wal.html, section 2.3).
    this.#db.close();
    this.#options.released();
  }

  #committed(rows: readonly Row[]): void {
    this.#tail.push(rows);
    this.#subscriptions.wake();
    this.#eraser.settle();
  }

  #checkOpen(): void {
    if (!this.#db.isOpen) throw closed();
  }

  /** Reading is synchronous: between two pages everybody else has a turn. */
  async #nextPage(): Promise<void> {
    await nextTurn();
    this.#checkOpen();
  }
}

function checkCount(what: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${what} is a whole number of at least ${least}: ${value}`);
  }
}
