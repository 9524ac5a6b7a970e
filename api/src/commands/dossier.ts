// Everything the server remembers of one meeting (or account) between two commands: a sheet for each of its streams, and
// the commands that wait for their turn.

import type { EventStore } from '@rostrum/infra';
import { Courtesy } from './courtesy.ts';
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
  readonly courtesy = new Courtesy();
  /** True while a round is under way: nobody else decides. */
  busy = false;
  readonly #families: Readonly<Record<string, Family>>;
  readonly #sheets = new Map<string, Sheet>();
  /** By the stream that is decided on. */
  readonly #streams = new Map<string, Streams>();
  readonly #reading = new Map<string, Promise<boolean>>();
  /** Revisions beyond a stream's sheet that are known to be stored, written by another node or still being answered here. */
  readonly #told = new Map<string, number>();

  constructor(subject: string, families: Readonly<Record<string, Family>>) {
    this.subject = subject;
    this.#families = families;
  }

  /** The sheet of a stream as last known; undefined where it was not read yet. */
  known(stream: string): Sheet | undefined {
    return this.#sheets.get(stream);
  }

  /** Keeps what the store has taken, unless the stream was read or forgotten since it was decided on. */
  keep(before: Sheet, after: Sheet): void {
    if (this.#sheets.get(before.stream) === before) this.#sheets.set(after.stream, after);
    else this.notice(after.stream, after.revision);
  }

  /** Takes note that a stream has an event of this revision: where the sheet ends before it, it is read before it is used. */
  notice(stream: string, revision: number): void {
    const known = this.#sheets.get(stream);
    if (known ? known.revision >= revision : !this.#reading.has(stream)) return;
    if ((this.#told.get(stream) ?? -1) >= revision) return;
    this.#told.set(stream, revision);
    // During a round it may be one's own, told of before the append is answered.
    if (!this.busy) this.courtesy.othersWrote();
  }

  /** Forgets a stream, so that the next command reads it from the store again. */
  forget(stream: string): void {
    this.#sheets.delete(stream);
    this.#streams.delete(stream);
    this.#reading.delete(stream);
    this.#told.delete(stream);
  }

  /** True where all of these streams have been read as far as anything is known of them. */
  isCurrent(streams: Streams): boolean {
    for (const [stream] of streams) if (this.#isBehind(stream)) return false;
    return true;
  }

  #isBehind(stream: string): boolean {
    const known = this.#sheets.get(stream);
    return known === undefined || (this.#told.get(stream) ?? -1) > known.revision;
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
   * Reads the streams that are not known yet, and what is newer of those known to go on; with `again`, of all of them.
   * All of them are known afterwards, without a turn of anyone else in between.
   * @returns true where something was learnt
   * @throws UnreadableEvent, StoreUnavailable
   */
  async load(store: EventStore, streams: Streams, again = false): Promise<boolean> {
    let learnt = false;
    for (const [stream, family] of streams) {
      if (again) {
        // What is being read already may have been asked for too early.
        await this.#reading.get(stream)?.catch(() => undefined);
        learnt = (await this.#read(store, stream, family)) || learnt;
      } else if (this.#isBehind(stream)) learnt = (await this.#read(store, stream, family)) || learnt;
    }
    // What was forgotten while it was read is read once more.
    const forgotten = streams.filter(([stream]) => !this.#sheets.has(stream));
    if (forgotten.length > 0) await this.load(store, forgotten);
    return learnt || forgotten.length > 0;
  }

  /** One reading of a stream at a time: who asks meanwhile waits for that one. */
  #read(store: EventStore, stream: string, family: Family): Promise<boolean> {
    const underWay = this.#reading.get(stream);
    if (underWay) return underWay;
    const known = this.#sheets.get(stream) ?? blankSheet(stream, family);
    const told = this.#told.get(stream);
    const reading = refresh(store, known).then(
      (fresh) => {
        // Forgotten meanwhile: it may hold what is there no more.
        if (this.#reading.get(stream) !== reading) return true;
        this.#reading.delete(stream);
        const present = this.#sheets.get(stream);
        const isOwn = present !== undefined && present !== known && present.revision >= fresh.revision;
        if (!isOwn) this.#sheets.set(stream, fresh);
        // Read to the end: what was told before can wait for no more than that.
        if (this.#told.get(stream) === told) this.#told.delete(stream);
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
