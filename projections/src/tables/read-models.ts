// The read models of one node: the tables in a file of their own, filled from the event store and asked by the API. The
// file holds nothing that the record does not; whoever deletes it loses nothing but the time to build it again.

import type { RecordedEvent } from '@rostrum/events';
import type { DatabaseSync } from 'node:sqlite';
import type { Anchor } from './anchors.ts';
import { openFile } from './database-file.ts';
import { directivesTable, listDirectives } from './directives.ts';
import type { DirectiveRow, DirectivesQuery } from './directives.ts';
import { honoursTable, listHonours } from './honours.ts';
import type { HonourRow, HonoursQuery } from './honours.ts';
import { countMeetings, listMeetings, meetingsTable } from './meetings.ts';
import type { MeetingCounts, MeetingRow, MeetingsQuery } from './meetings.ts';
import { listPeople, meetingsOfPerson, peopleTable } from './people.ts';
import type { PeopleQuery, PersonMeeting, PersonRow } from './people.ts';
import type { UnreadableStream } from './passed-over.ts';
import { Projector } from './projector.ts';
import type { Page } from './table.ts';
import { Waiters } from './waiters.ts';

const tables = [meetingsTable, peopleTable, honoursTable, directivesTable] as const;
/** Events in a transaction of catching up: some ten milliseconds during which nothing else is done. */
const BATCH = 2048;

export type TableName = 'meetings' | 'people' | 'honours' | 'directives';

/** Reads the record after a position, in pages; an event store's `readAll`. */
export type ReadRecord = (after: bigint) => AsyncIterable<readonly RecordedEvent[]>;

/** How far building the tables has come. */
export type Progress = {
  /** The tables that are being built. */
  readonly tables: readonly string[];
  /** Events taken in so far, and how many a second. */
  readonly events: number;
  readonly eventsPerSecond: number;
  /** Position of the last of them. */
  readonly position: bigint;
};

/** What a delivery covers: everything recorded after one position, up to another. */
export type Reach = { readonly after: bigint; readonly until: bigint };

export type CatchUpOptions = {
  /** Told at most once in `everyMilliseconds`, and at the end. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly everyMilliseconds?: number | undefined;
  /** Events in a transaction, at least, where the record goes on; 2048 where not given. */
  readonly batchEvents?: number | undefined;
  /** Ends it early, between two transactions; what was taken in stays. */
  readonly signal?: AbortSignal | undefined;
};

export type OpenOptions = {
  /** Told where the file could not be read and was begun anew, with the reason. */
  readonly onDiscarded?: ((reason: string) => void) | undefined;
};

export class ReadModels {
  readonly #db: DatabaseSync;
  readonly #projector: Projector;
  readonly #waiters = new Waiters();
  readonly #told = new Set<string>();
  #onUnreadable: ((stream: UnreadableStream) => void) | undefined;
  #delivered = 0n;

  private constructor(db: DatabaseSync) {
    this.#db = db;
    this.#projector = new Projector(db, tables);
  }

  /**
   * Opens the tables in a file, or in memory for `:memory:`. Missing tables and those of another version are created
   * empty; `catchUp` fills them. A file that SQLite cannot read is begun anew.
   */
  static open(file: string, options: OpenOptions = {}): ReadModels {
    return openFile(file, options.onDiscarded, (db) => new ReadModels(db));
  }

  /** Position up to which every table has taken the record in; 0 before the first event. */
  get checkpoint(): bigint {
    return this.#projector.behind;
  }

  /** Position up to which any table has taken the record in; 0 where all are empty. */
  get reached(): bigint {
    return this.#projector.ahead;
  }

  /** Names of tables that are being built and do not hold everything yet. */
  get building(): readonly string[] {
    return this.#projector.waiting;
  }

  /**
   * The last events taken in, each of another stream, the latest first. Where the record has another event in the place
   * of one of them, or none and nothing says that its stream was deleted, the tables were made from another record.
   */
  get anchors(): readonly Anchor[] {
    return this.#projector.anchors;
  }

  /**
   * Streams with an event that could not be read. The rows of their meetings are as they were before it; where it can be
   * read now, or is gone, `rebuild` brings in what was passed over.
   */
  get unreadable(): readonly UnreadableStream[] {
    return this.#projector.unreadable;
  }

  /** True where events were passed over because of a stream that was deleted since: `rebuild` brings them in. */
  get owesRebuild(): boolean {
    return this.#projector.owesRebuild;
  }

  /** How many events were passed over since opening because their streams are none of ours. */
  get foreign(): number {
    return this.#projector.foreign;
  }

  /** Tells the listener once of every stream with an event that cannot be read, those of the past among them. */
  onUnreadable(listener: (stream: UnreadableStream) => void): void {
    this.#onUnreadable = listener;
    this.#tellUnreadable();
  }

  #tellUnreadable(): void {
    for (const one of this.unreadable) {
      if (this.#told.has(one.stream) || !this.#onUnreadable) continue;
      this.#told.add(one.stream);
      this.#onUnreadable(one);
    }
  }

  #project(events: readonly RecordedEvent[], after: bigint, until: bigint): void {
    if (this.#projector.apply(events, after, until)) this.#tellUnreadable();
  }

  /**
   * Takes in what a subscription delivers, in one transaction with the checkpoints. Events that a table has taken in
   * already are passed over; a table that has not come as far as `after` leaves these events to `catchUp`.
   * @param events in the order of positions
   */
  apply(events: readonly RecordedEvent[], { after, until }: Reach): void {
    if (until > this.#delivered) this.#delivered = until;
    this.#project(events, after, until);
    this.#waiters.reached(this.checkpoint);
  }

  /**
   * Fills all tables from the record until none is behind the others or behind what was delivered: after opening, and
   * after `rebuild`. Deliveries may be applied meanwhile.
   * @returns how many events were read
   */
  async catchUp(read: ReadRecord, options: CatchUpOptions = {}): Promise<number> {
    const { onProgress, everyMilliseconds = 1000, batchEvents = BATCH, signal } = options;
    const started = performance.now();
    let told = started;
    let events = 0;
    const behind = this.#projector.waiting;
    const building = behind.length > 0 ? behind : tables.map(({ name }) => name);
    const tell = () => {
      const seconds = (performance.now() - started) / 1000;
      const eventsPerSecond = seconds > 0 ? Math.round(events / seconds) : 0;
      onProgress?.({ tables: building, events, eventsPerSecond, position: this.checkpoint });
    };
    do {
      // The record reaches at least this far when reading begins, so that the end of reading stands for it.
      const known = this.#known;
      let after = this.checkpoint;
      for await (const page of batches(read(after), batchEvents, everyMilliseconds)) {
        if (signal?.aborted) return events;
        const until = page.at(-1)?.position ?? after;
        this.#project(page, after, until);
        after = until;
        events += page.length;
        this.#waiters.reached(this.checkpoint);
        if (performance.now() - told < everyMilliseconds) continue;
        told = performance.now();
        tell();
      }
      if (after < known) this.#project([], after, known);
    } while (this.checkpoint < this.#known);
    this.#waiters.reached(this.checkpoint);
    tell();
    return events;
  }

  /** The furthest position known: of any table, or delivered. */
  get #known(): bigint {
    return this.#delivered > this.#projector.ahead ? this.#delivered : this.#projector.ahead;
  }

  /** Empties a table, or all of them, so that `catchUp` builds them from the record. */
  rebuild(table?: TableName): void {
    this.#projector.empty(table);
  }

  /**
   * Empties the tables where they hold more than the record, as after an older copy of it was put back.
   * @param last position of the record's last event
   * @returns true where they did
   */
  forgetBeyond(last: bigint): boolean {
    if (this.#projector.ahead <= last) return false;
    this.#projector.empty();
    this.#delivered = 0n;
    return true;
  }

  /**
   * Waits until the tables hold everything up to a position, such as the one a command answered: read your own writes.
   * @returns false where the time ran out before
   */
  waitFor(position: bigint, options: { readonly timeoutMilliseconds: number }): Promise<boolean> {
    return this.#waiters.wait(position, this.checkpoint, options.timeoutMilliseconds);
  }

  /** The list of meetings. */
  meetings(query: MeetingsQuery): Page<MeetingRow> {
    return listMeetings(this.#db, query);
  }

  /** How many meetings each status, form and organisation would bring. */
  meetingCounts(query: MeetingsQuery): MeetingCounts {
    return countMeetings(this.#db, query);
  }

  /** People and bodies across meetings. */
  people(query: PeopleQuery): Page<PersonRow> {
    return listPeople(this.#db, query);
  }

  /** The meetings of one of the `people`, by their `person`. */
  meetingsOfPerson(person: string, audience: PeopleQuery['audience']): readonly PersonMeeting[] {
    return meetingsOfPerson(this.#db, person, audience);
  }

  /** The honours register. */
  honours(query: HonoursQuery): Page<HonourRow> {
    return listHonours(this.#db, query);
  }

  /** Directives, and what became of each. */
  directives(query: DirectivesQuery): Page<DirectiveRow> {
    return listDirectives(this.#db, query);
  }

  /** Lets the file go; whoever still waits is told that the time ran out. */
  close(): void {
    this.#waiters.end();
    this.#db.close();
  }
}

/**
 * Pages put together until each has at least so many events, or has waited so many milliseconds: the fewer transactions,
 * the fewer rows are written twice; but a store that is slow should show that it goes on.
 */
async function* batches(
  pages: AsyncIterable<readonly RecordedEvent[]>,
  atLeast: number,
  longest: number,
): AsyncIterable<readonly RecordedEvent[]> {
  let batch: RecordedEvent[] = [];
  let since = performance.now();
  for await (const page of pages) {
    for (const event of page) batch.push(event);
    if (batch.length < atLeast && performance.now() - since < longest) continue;
    yield batch;
    batch = [];
    since = performance.now();
  }
  if (batch.length > 0) yield batch;
}
