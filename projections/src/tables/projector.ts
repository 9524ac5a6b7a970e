// From recorded events to rows: one page of events, one SQLite transaction, the checkpoints in it. A page is taken in by
// the tables that have come as far as where it begins; a table that is behind waits until it is caught up. An event that
// cannot be read stops its own meeting and nothing else.

import { damaged, homeOf, readEvent, UnreadableEvent } from '@rostrum/events';
import type { Home, RecordedEvent } from '@rostrum/events';
import type { DatabaseSync } from 'node:sqlite';
import { Anchors } from './anchors.ts';
import type { Anchor } from './anchors.ts';
import { Checkpoints } from './checkpoints.ts';
import { isFaultOfEvent } from './database-file.ts';
import { PassedOver } from './passed-over.ts';
import type { UnreadableStream } from './passed-over.ts';
import type { Table, Writer } from './table.ts';

/** The stream in which an event store records that a stream was deleted; the data name it. */
const DELETIONS = '$deleted';

type Write = (data: unknown, id: string) => void;

/** One table at work: what it writes, by event type. */
type Worker = { readonly table: Table; readonly writer: Writer };

/** Which tables an event type concerns, by their place among the workers. */
type Route = readonly { readonly place: number; readonly write: Write }[];

/** For each table how far it had come before the page; null where the page is not for it. */
type Reached = readonly (bigint | null)[];

export class Projector {
  readonly #db: DatabaseSync;
  readonly #tables: readonly Table[];
  readonly #checkpoints: Checkpoints;
  readonly #anchors: Anchors;
  readonly #passedOver: PassedOver;
  #workers: readonly Worker[] = [];
  #routes: ReadonlyMap<string, Route> = new Map();
  /** The event that is being taken in. */
  #current: RecordedEvent | undefined;
  #newlyUnreadable = false;
  #owesRebuild = false;
  #foreign = 0;

  constructor(db: DatabaseSync, tables: readonly Table[]) {
    this.#db = db;
    this.#tables = tables;
    this.#checkpoints = new Checkpoints(db);
    this.#anchors = new Anchors(db);
    this.#passedOver = new PassedOver(db);
    for (const table of tables) this.#checkpoints.ensure(table);
    this.#prepare();
  }

  /** How far every table has come: the position of the one that is furthest behind. */
  get behind(): bigint {
    return this.#positions().reduce((least, position) => (position < least ? position : least));
  }

  /** How far the table furthest ahead has come. */
  get ahead(): bigint {
    return this.#positions().reduce((most, position) => (position > most ? position : most));
  }

  /** Names of the tables that are not as far as the others. */
  get waiting(): readonly string[] {
    const ahead = this.ahead;
    return this.#tables.filter((table) => this.#checkpoints.of(table) < ahead).map(({ name }) => name);
  }

  /** The last events taken in, by which the record is known again; the latest first. */
  get anchors(): readonly Anchor[] {
    return this.#anchors.all;
  }

  /** Streams with an event that could not be read. */
  get unreadable(): readonly UnreadableStream[] {
    return this.#passedOver.all;
  }

  /** True where events were passed over because of a stream that is deleted by now: building anew brings them in. */
  get owesRebuild(): boolean {
    return this.#owesRebuild;
  }

  /** How many events were passed over because their streams are none of ours. */
  get foreign(): number {
    return this.#foreign;
  }

  /**
   * Takes events in, all or none. One that the tables cannot take for what is in it is passed over, with all that comes
   * after it in its meeting.
   * @param events in the order of their positions
   * @param after nothing that is not among the events was recorded between this position and the first of them
   * @param until nothing else was recorded up to here
   * @returns true where something was met for the first time that cannot be read
   */
  apply(events: readonly RecordedEvent[], after: bigint, until: bigint): boolean {
    const reached = this.#workers.map(({ table }) => {
      const position = this.#checkpoints.of(table);
      return position >= after && position < until ? position : null;
    });
    const moved = this.#tables.filter((_table, place) => reached[place] !== null);
    if (moved.length === 0) return false;
    const faulty = new Map<RecordedEvent, UnreadableEvent>();
    for (;;) {
      try {
        this.#take(events, reached, moved, until, faulty);
        break;
      } catch (cause) {
        // Whatever the one event wrote before it failed is undone with the page; the others are taken in without it.
        if (this.#current === undefined || faulty.has(this.#current) || !isFaultOfEvent(cause)) throw cause;
        faulty.set(this.#current, damaged(this.#current, cause));
      }
    }
    this.#checkpoints.settle(moved, until);
    return this.#newlyUnreadable;
  }

  #take(
    events: readonly RecordedEvent[],
    reached: Reached,
    moved: readonly Table[],
    until: bigint,
    faulty: ReadonlyMap<RecordedEvent, UnreadableEvent>,
  ): void {
    const { foreign, owesRebuild } = { foreign: this.#foreign, owesRebuild: this.#owesRebuild };
    this.#current = undefined;
    this.#newlyUnreadable = false;
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      for (const event of events) {
        this.#current = event;
        this.#project(event, reached, faulty.get(event));
      }
      this.#current = undefined;
      for (const { writer } of this.#workers) writer.flush?.();
      this.#anchors.take(events);
      this.#checkpoints.write(moved, until);
      this.#db.exec('COMMIT');
    } catch (cause) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      for (const { writer } of this.#workers) writer.discard?.();
      this.#anchors.reload();
      this.#passedOver.reload();
      this.#foreign = foreign;
      this.#owesRebuild = owesRebuild;
      throw cause;
    }
  }

  /** Empties a table, or all of them; they are then behind until they are caught up. */
  empty(name?: string): void {
    for (const table of this.#tables) if (name === undefined || table.name === name) this.#checkpoints.empty(table);
    if (name === undefined) {
      this.#anchors.clear();
      this.#passedOver.clear();
      this.#owesRebuild = false;
    }
    this.#prepare();
  }

  #positions(): bigint[] {
    return this.#tables.map((table) => this.#checkpoints.of(table));
  }

  #project(recorded: RecordedEvent, reached: Reached, fault: UnreadableEvent | undefined): void {
    if (recorded.stream === DELETIONS) return this.#forget(recorded, reached);
    const home = homeOf(recorded.stream);
    if (home === undefined) {
      this.#foreign += 1;
      return;
    }
    if (this.#passedOver.passes(recorded, home)) return;
    const event = fault ?? readable(recorded);
    if (event instanceof UnreadableEvent) {
      if (this.#passedOver.note(recorded, event, home)) this.#newlyUnreadable = true;
      return;
    }
    const route = this.#routes.get(event.type);
    if (route === undefined) return;
    const id = event.stream.slice(home.family.length + 1);
    for (const { place, write } of route) if (isNews(event, reached[place])) write(event.data, id);
  }

  #forget({ data, position }: RecordedEvent, reached: Reached): void {
    const { stream } = (data ?? {}) as { readonly stream?: unknown };
    if (typeof stream !== 'string') return;
    const home = homeOf(stream);
    if (home === undefined) return;
    this.#workers.forEach(({ writer }, place) => {
      if (isNews({ position }, reached[place])) forgetIn(writer, home, stream);
    });
    if (this.#passedOver.deleted(stream, position)) this.#owesRebuild = true;
  }

  /** Prepares the statements: again after a table was dropped, since they die with it. */
  #prepare(): void {
    this.#workers = this.#tables.map((table) => ({ table, writer: table.writer(this.#db) }));
    const routes = new Map<string, { place: number; write: Write }[]>();
    this.#workers.forEach(({ writer }, place) => {
      for (const [type, write] of Object.entries(writer.writes)) {
        const route = routes.get(type) ?? [];
        route.push({ place, write: write as Write });
        routes.set(type, route);
      }
    });
    this.#routes = routes;
  }
}

/** True where a table that has come as far as `reached` has not taken the event in. */
const isNews = ({ position }: Pick<RecordedEvent, 'position'>, reached: bigint | null | undefined): boolean =>
  reached !== null && reached !== undefined && position > reached;

function readable(recorded: RecordedEvent): RecordedEvent | UnreadableEvent {
  try {
    return readEvent(recorded);
  } catch (error) {
    if (error instanceof UnreadableEvent) return error;
    throw error;
  }
}

function forgetIn({ forget }: Writer, { family }: Home, stream: string): void {
  if (Object.hasOwn(forget, family)) forget[family as keyof typeof forget]?.(stream.slice(family.length + 1));
}
