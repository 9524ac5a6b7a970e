/** The event store on EventStoreDB: one connection and one live subscription, put together from their parts. */

import type { NewEvent, RecordedEvent } from '@rostrum/events';
import type { Clock } from '../../clock.ts';
import { EventStoreDbProcessHome } from '../../process-home/eventstoredb.ts';
import type { ProcessHome } from '../../process-home/port.ts';
import { DELETIONS } from '../port.ts';
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
import { ByHand } from './by-hand.ts';
import type { Connection } from './connection.ts';
import { Deletions } from './deletions.ts';
import { Eraser } from './erase.ts';
import { closed, unreachable } from './failure.ts';
import { Follower } from './follower.ts';
import type { Patience } from './follower.ts';
import { Foreign } from './foreign.ts';
import type { OnForeign } from './foreign.ts';
import { History } from './history.ts';
import { LastPosition } from './last-position.ts';
import type { Names } from './names.ts';
import { StreamReader } from './read-stream.ts';
import type { Waits } from './reading.ts';
import { draft } from './record.ts';
import { Subscriptions } from './subscriptions.ts';
import { Tail } from './tail.ts';
import { Turns } from './turns.ts';
import { Writer } from './writer.ts';

export type StoreOptions = {
  readonly names: Names;
  readonly clock: Clock;
  /** The largest event taken: its data and metadata as JSON in UTF-8. */
  readonly maxEventBytes: number;
  /** Milliseconds after which an append is answered, be it that its outcome is unknown. */
  readonly deadlineMs: number;
  /** Milliseconds that the server may say nothing while something is read. */
  readonly silenceMs: number;
  readonly patience: Patience;
  readonly onForeign: OnForeign;
  /** Milliseconds that have passed, by a clock that nobody sets. */
  readonly elapsed: () => number;
};

/** The event store on EventStoreDB, and what only this one has. */
export interface EventStoreDb extends EventStore {
  /** How many events were met that are not ours. */
  readonly foreignEvents: number;
  /** The home of processes, on the same server. */
  readonly processHome: ProcessHome;
}

export class EventStoreDbStore implements EventStoreDb {
  readonly #connection: Connection;
  readonly #options: StoreOptions;
  readonly #names: Names;
  readonly #deletions = new Deletions();
  readonly #foreign: Foreign;
  readonly #last: LastPosition;
  readonly #reader: StreamReader;
  readonly #writer: Writer;
  readonly #appender: Appender;
  readonly #eraser: Eraser;
  readonly #history: History;
  readonly #byHand: ByHand;
  readonly #turns = new Turns();
  readonly #tail: Tail;
  readonly #follower: Follower;
  readonly #subscriptions: Subscriptions;
  readonly #underWay = new Set<Promise<unknown>>();
  readonly processHome: ProcessHome;
  #open = true;

  /** @throws StoreUnavailable */
  static async on(connection: Connection, options: StoreOptions): Promise<EventStoreDbStore> {
    const last = new LastPosition(connection, options.names, waitsOf(options));
    const store = new EventStoreDbStore(connection, options, last, await last.ask());
    await store.#begin();
    return store;
  }

  private constructor(connection: Connection, options: StoreOptions, last: LastPosition, position: bigint) {
    const { names, clock, deadlineMs } = options;
    const waits = waitsOf(options);
    this.#connection = connection;
    this.#options = options;
    this.#names = names;
    this.#last = last;
    this.#foreign = new Foreign(options.onForeign);
    this.#reader = new StreamReader(connection, names, this.#deletions, waits);
    this.#writer = new Writer(connection);
    this.#appender = new Appender({
      writer: this.#writer,
      names,
      reader: this.#reader,
      deletions: this.#deletions,
      last,
      deadlineMs,
      completeDeletion: (...deletion) => this.#eraser.complete(...deletion),
    });
    this.#eraser = new Eraser({
      connection,
      names,
      deletions: this.#deletions,
      reader: this.#reader,
      appender: this.#appender,
      clock,
      deadlineMs,
      recorded: (deletion) => this.#recorded(deletion),
    });
    this.#history = new History(connection, names, this.#deletions, this.#foreign, waits);
    this.#byHand = new ByHand({
      names,
      deletions: this.#deletions,
      history: this.#history,
      eraser: this.#eraser,
    });
    this.processHome = new EventStoreDbProcessHome({
      names,
      reader: this.#reader,
      appender: this.#appender,
      elapsed: options.elapsed,
    });
    this.#tail = new Tail(position);
    const parts = { connection, names, tail: this.#tail, deletions: this.#deletions, foreign: this.#foreign, last };
    const followed = { ...parts, byHand: this.#byHand };
    this.#follower = new Follower(followed, options.patience, () => this.#subscriptions.wake());
    this.#subscriptions = new Subscriptions({ ...parts, follower: this.#follower, history: this.#history });
  }

  get foreignEvents(): number {
    return this.#foreign.count;
  }

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    return Promise.try(() => {
      this.#checkOpen();
      const name = this.#nameOf(stream);
      if (events.length === 0) throw new RangeError('An append has at least one event');
      if (typeof expected === 'number') checkCount('An expected revision', expected, 0);
      // The text is made now: what the caller does to the events afterwards changes nothing.
      const drafts = events.map((event) => draft(event, this.#options.maxEventBytes));
      return this.#settle(this.#turns.append(stream, () => this.#appender.append({ stream, name, drafts, expected })));
    });
  }

  async *readStream(
    stream: string,
    options: ReadStreamOptions = {},
  ): AsyncGenerator<readonly RecordedEvent[], void, void> {
    this.#checkOpen();
    const { from, limit = Infinity } = options;
    if (limit !== Infinity) checkCount('A limit', limit, 1);
    if (from !== undefined) checkCount('A revision', from, 0);
    for await (const page of this.#reader.read(stream, options)) {
      this.#checkOpen();
      yield page;
    }
  }

  async *readAll({ after = 0n, limit = Infinity }: ReadAllOptions = {}): AsyncGenerator<
    readonly RecordedEvent[],
    void,
    void
  > {
    this.#checkOpen();
    if (limit !== Infinity) checkCount('A limit', limit, 1);
    const until = await this.lastPosition();
    if (after >= until) return;
    // What is deleted is known once the tail has come to where this read ends.
    if (!(await this.#subscriptions.reached(until, this.#options.deadlineMs))) {
      this.#checkOpen();
      throw this.#follower.failure ?? unreachable(new Error('The subscription does not go on.'));
    }
    let left = limit;
    for await (const { events } of this.#history.pages(after, until, { filter: this.#names.filter })) {
      this.#checkOpen();
      const page = events.length > left ? events.slice(0, left) : events;
      left -= page.length;
      if (page.length > 0) yield page;
      if (left === 0) return;
    }
  }

  subscribe(options: SubscribeOptions): AsyncIterable<Delivery> {
    this.#checkOpen();
    options.prefixes?.forEach(checkPrefix);
    return this.#subscriptions.subscribe(options);
  }

  deleteStream(stream: string): Promise<void> {
    return Promise.try(() => {
      this.#checkOpen();
      const name = this.#nameOf(stream);
      return this.#settle(this.#turns.delete(stream, () => this.#eraser.erase(stream, name)));
    });
  }

  async lastPosition(): Promise<bigint> {
    this.#checkOpen();
    return this.#last.ask();
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#byHand.close();
    await Promise.allSettled(this.#underWay);
    this.#subscriptions.close();
    await this.#follower.close();
    await this.#writer.close();
    await this.#connection.close();
  }

  /** Learns what was deleted before, and follows the store from now on. */
  async #begin(): Promise<void> {
    for await (const page of this.#reader.read(DELETIONS, {})) for (const event of page) this.#deletions.see(event);
    try {
      await this.#follower.start();
    } catch (error) {
      await this.#follower.close();
      throw error;
    }
  }

  #recorded(deletion: RecordedEvent): void {
    const deleted = this.#deletions.see(deletion);
    if (deleted !== undefined) this.#tail.forget(deleted.stream, deleted.through);
  }

  #nameOf(stream: string): string {
    checkStreamName(stream);
    const name = this.#names.onServer(stream);
    if (name === undefined) throw new RangeError(`The stream ${stream} belongs to the store`);
    return name;
  }

  /** What is under way when the store is closed is waited for. */
  #settle<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work);
    const leave = (): void => void this.#underWay.delete(work);
    work.then(leave, leave);
    return work;
  }

  #checkOpen(): void {
    if (!this.#open) throw closed();
  }
}

/** Reads are tried again for half as long as appends: whoever reads can ask again without harm. */
const waitsOf = ({ silenceMs, deadlineMs }: StoreOptions): Waits => ({ silenceMs, patienceMs: deadlineMs / 2 });

function checkCount(what: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${what} is a whole number of at least ${least}: ${value}`);
  }
}
