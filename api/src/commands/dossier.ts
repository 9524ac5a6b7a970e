// Everything the server remembers of one meeting (or account) between two commands: a sheet for each of its streams, and
// the commands that wait for their turn.

import type { EventStore } from '@rostrum/infra';
import type { Family, Neighbours, Order } from './family.ts';
import type { Outcome } from './receipt.ts';
import { blankSheet, refresh } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** A command in the queue, and whom to tell. */
export type Waiting = {
  readonly order: Order;
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
};

/** What a decision rests on: the stream it is taken on first, then those it looks at. */
export type Streams = readonly (readonly [stream: string, family: Family])[];

export class Dossier {
  readonly subject: string;
  readonly waiting: Waiting[] = [];
  /** What is to be done between two rounds. */
  readonly chores: (() => Promise<void>)[] = [];
  /** True while a round is under way: nobody else decides. */
  busy = false;
  readonly #families: Readonly<Record<string, Family>>;
  readonly #sheets = new Map<string, Sheet>();
  /** By the stream that is decided on. */
  readonly #streams = new Map<string, Streams>();
  readonly #reading = new Map<string, Promise<boolean>>();

  constructor(subject: string, families: Readonly<Record<string, Family>>) {
    this.subject = subject;
    this.#families = families;
  }

  /** The sheet of a stream as last known; undefined where it was not read yet. */
  known(stream: string): Sheet | undefined {
    return this.#sheets.get(stream);
  }

  /** Keeps what the store has given or taken. */
  keep(sheet: Sheet): void {
    this.#sheets.set(sheet.stream, sheet);
  }

  /** Forgets a stream, so that the next command reads it from the store again. */
  forget(stream: string): void {
    this.#sheets.delete(stream);
    this.#streams.delete(stream);
    this.#reading.delete(stream);
  }

  /** True where all of these streams have been read. */
  knows(streams: Streams): boolean {
    for (const [stream] of streams) if (!this.#sheets.has(stream)) return false;
    return true;
  }

  /** True where nothing is kept that another command would miss. */
  get isEmpty(): boolean {
    for (const { revision } of this.#sheets.values()) if (revision >= 0) return false;
    return true;
  }

  /** The streams that a command's decision rests on, named once for all commands on its stream. */
  streamsFor({ family, stream }: Pick<Order, 'family' | 'stream'>): Streams {
    const known = this.#streams.get(stream);
    if (known) return known;
    const beside = family.looksAt.map((name) => [`${name}-${this.subject}`, this.#families[name]!] as const);
    const streams = [[stream, family] as const, ...beside];
    this.#streams.set(stream, streams);
    return streams;
  }

  /** What a decision on the first of the streams sees of the others. They must have been loaded. */
  neighboursOf([, ...beside]: Streams): Neighbours {
    const neighbours: Record<string, unknown> = {};
    for (const [stream, { name }] of beside) neighbours[name] = this.#sheets.get(stream)!.state;
    return neighbours;
  }

  /**
   * Reads the streams that are not known yet; with `again`, also what is newer of the others.
   * @returns true where something was learnt
   * @throws UnreadableEvent, StoreUnavailable
   */
  async load(store: EventStore, streams: Streams, again = false): Promise<boolean> {
    let learnt = false;
    for (const [stream, family] of streams) {
      if (again) learnt = (await this.#read(store, stream, family)) || learnt;
      // What was forgotten while it was read is read once more.
      while (!this.#sheets.has(stream)) learnt = (await this.#read(store, stream, family)) || learnt;
    }
    return learnt;
  }

  /** One reading of a stream at a time: who asks meanwhile waits for that one. */
  #read(store: EventStore, stream: string, family: Family): Promise<boolean> {
    const underWay = this.#reading.get(stream);
    if (underWay) return underWay;
    const known = this.#sheets.get(stream) ?? blankSheet(stream, family);
    const reading = refresh(store, known).then(
      (fresh) => {
        // Forgotten meanwhile: it may hold what is there no more.
        if (this.#reading.get(stream) === reading) {
          this.#reading.delete(stream);
          this.#sheets.set(stream, fresh);
        }
        return fresh !== known;
      },
      (error: unknown) => {
        if (this.#reading.get(stream) === reading) this.forget(stream);
        throw error;
      },
    );
    this.#reading.set(stream, reading);
    return reading;
  }
}
