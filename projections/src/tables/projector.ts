// From recorded events to rows: one page of events, one SQLite transaction, the checkpoints in it. A page is taken in by
// the tables that have come as far as where it begins; a table that is behind waits until it is caught up.

import { streams } from '@rostrum/events';
import type { DomainEvent, RecordedEvent } from '@rostrum/events';
import type { DatabaseSync } from 'node:sqlite';
import { Checkpoints } from './checkpoints.ts';
import type { Table, Writer } from './table.ts';

/** Recorded by an event store when a stream is deleted, in a stream of its own; the data name the stream. */
const STREAM_DELETED = '$streamDeleted';

type Write = (data: unknown, id: string) => void;

/** One table at work: what it writes, by event type. */
type Worker = { readonly table: Table; readonly writer: Writer };

/** Which tables an event type concerns, by their place among the workers. */
type Route = readonly { readonly place: number; readonly write: Write }[];

type Tabled = 'meeting' | 'attendance' | 'directive';
const tabled: ReadonlySet<string> = new Set<Tabled>(['meeting', 'attendance', 'directive']);

export class Projector {
  readonly #db: DatabaseSync;
  readonly #tables: readonly Table[];
  readonly #checkpoints: Checkpoints;
  #workers: readonly Worker[] = [];
  #routes: ReadonlyMap<string, Route> = new Map();

  constructor(db: DatabaseSync, tables: readonly Table[]) {
    this.#db = db;
    this.#tables = tables;
    this.#checkpoints = new Checkpoints(db);
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

  /**
   * Takes events in, all or none.
   * @param events in the order of their positions
   * @param after nothing that is not among the events was recorded between this position and the first of them
   * @param until nothing else was recorded up to here
   */
  apply(events: readonly RecordedEvent[], after: bigint, until: bigint): void {
    const reached = this.#workers.map(({ table }) => {
      const position = this.#checkpoints.of(table);
      return position >= after && position < until ? position : null;
    });
    const moved = this.#tables.filter((_table, place) => reached[place] !== null);
    if (moved.length === 0) return;
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      for (const event of events) this.#project(event, reached);
      for (const { writer } of this.#workers) writer.flush?.();
      this.#checkpoints.write(moved, until);
      this.#db.exec('COMMIT');
    } catch (cause) {
      this.#db.exec('ROLLBACK');
      for (const { writer } of this.#workers) writer.discard?.();
      throw cause;
    }
    this.#checkpoints.settle(moved, until);
  }

  /** Empties a table, or all of them; they are then behind until they are caught up. */
  empty(name?: string): void {
    for (const table of this.#tables) if (name === undefined || table.name === name) this.#checkpoints.empty(table);
    this.#prepare();
  }

  #positions(): bigint[] {
    return this.#tables.map((table) => this.#checkpoints.of(table));
  }

  /** Events that no table needs are passed over before their data is looked at. */
  #project(event: RecordedEvent, reached: readonly (bigint | null)[]): void {
    const route = this.#routes.get(event.type);
    if (route === undefined) {
      if (event.type === STREAM_DELETED) this.#forget(event, reached);
      return;
    }
    const dash = event.stream.indexOf('-');
    const family = event.stream.slice(0, dash);
    if (!isTabled(family)) return;
    const { data } = streams[family].codec.decode<RecordedEvent<DomainEvent>>(event);
    const id = event.stream.slice(dash + 1);
    for (const { place, write } of route) {
      const position = reached[place];
      if (position !== null && position !== undefined && event.position > position) write(data, id);
    }
  }

  #forget(event: RecordedEvent, reached: readonly (bigint | null)[]): void {
    const { stream } = event.data as { readonly stream: string };
    const dash = stream.indexOf('-');
    const family = stream.slice(0, dash);
    if (!isTabled(family)) return;
    this.#workers.forEach(({ writer }, place) => {
      const position = reached[place];
      if (position !== null && position !== undefined && event.position > position) {
        writer.forget[family]?.(stream.slice(dash + 1));
      }
    });
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

const isTabled = (family: string): family is Tabled => tabled.has(family);
