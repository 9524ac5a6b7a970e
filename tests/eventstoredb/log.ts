// The log of the test server: one order over all events, streams with their revisions, and the rules by which the real
// server takes an append, knows a repeated one, deletes a stream and scavenges. Kept in memory.

import { randomUUID } from 'node:crypto';
import { indexWhere } from './ordered.ts';
import { LAST_REVISION, type Proposed, type Recorded, sizeInLog } from './record.ts';
import { Remembered } from './remembered.ts';

/** Where a stream must end for a write to hold. */
export type Expected = number | 'any' | 'none' | 'exists';

export type Outcome =
  | {
      readonly kind: 'written';
      /** -1 where nothing was written to a stream that has nothing. */
      readonly revision: number;
      /** Absent where the append was a repetition and its events can no longer be read. */
      readonly position: bigint | undefined;
    }
  | {
      readonly kind: 'wrong-expected-version';
      /** -1 for a stream without events. */
      readonly current: number;
    }
  | { readonly kind: 'stream-deleted' };

/** `hidden`: deleted, but it may be written again. `ended`: deleted for ever. */
export type StreamState = 'unknown' | 'readable' | 'hidden' | 'ended';

/** `$tb` of a deleted stream: the largest 64-bit integer, as a number. */
const EVERYTHING = 2 ** 63;
const TICKS = 10_000n;

type Stream = {
  readonly name: string;
  /** Without a gap: scavenging takes the oldest. */
  events: Recorded[];
  last: number;
  metadata: Readonly<Record<string, unknown>>;
};

export type LogOptions = {
  /** Position of the first record; past 2^53 to see whether clients count in 64 bits. */
  readonly start?: bigint;
  /** How many bytes the server gives to remember ids for appends that name no revision; 8 MiB as in the real one. */
  readonly memory?: number;
  readonly now?: () => number;
};

export class Log {
  readonly #streams = new Map<string, Stream>();
  #all: Recorded[] = [];
  readonly #remembered: Remembered;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  readonly #scavenged = new Set<bigint>();
  readonly #start: bigint;
  #end: bigint;

  constructor({ start = 1024n, memory = 8 * 1024 * 1024, now = Date.now }: LogOptions = {}) {
    this.#start = start;
    this.#end = start;
    this.#remembered = new Remembered(memory);
    this.#now = now;
  }

  /** Where the next record will begin. */
  get end(): bigint {
    return this.#end;
  }

  /** Every record by position. */
  get all(): readonly Recorded[] {
    return this.#all;
  }

  /** Calls back after every commit, until the function it gives is called. */
  onCommit(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  append(name: string, events: readonly Proposed[], expected: Expected): Outcome {
    const stream = this.#stream(name);
    const refused = this.#check(stream, expected, events);
    if (refused) return refused;
    const wasHidden = isHidden(stream);
    const before = stream.last;
    const described = isMetastream(name) ? this.#stream(originalOf(name)) : undefined;
    const revealed = described && isHidden(described);
    const outcome = this.#write(stream, events);
    // A deleted stream shows again what comes from now on; the server notes so behind the events.
    if (wasHidden) this.#show(stream, before + 1);
    if (revealed) this.#show(described, described.last + 1);
    this.#announce();
    return outcome;
  }

  /** Hides the events that a stream has; it may be written again and goes on counting. */
  delete(name: string, expected: Expected): Outcome {
    const stream = this.#stream(name);
    const refused = this.#check(stream, expected, [{ ...END, id: randomUUID() }]);
    if (refused) return refused;
    if (stream.last < 0 && this.#last(metastreamOf(name)) < 0) return { kind: 'wrong-expected-version', current: -1 };
    const outcome = this.#writeMetadata(name, '{"$tb":9223372036854775807}');
    this.#announce();
    return outcome;
  }

  /** Ends a stream for ever. */
  tombstone(name: string, expected: Expected): Outcome {
    const stream = this.#stream(name);
    const end = { ...END, id: randomUUID() };
    const refused = this.#check(stream, expected, [end]);
    if (refused) return refused;
    const { revision, position } = this.#record(stream, end, LAST_REVISION);
    this.#announce();
    return { kind: 'written', revision, position };
  }

  state(name: string): StreamState {
    const stream = this.#streams.get(name);
    if (this.#hasEnded(name)) return 'ended';
    if (!stream || stream.last < 0) return 'unknown';
    return isHidden(stream) ? 'hidden' : 'readable';
  }

  /** The last revision of a stream, whether it can be read or not; -1 without one. */
  last(name: string): number {
    return this.#last(name);
  }

  /** The events of a stream that its metadata let be seen, from a revision on and up to another. */
  stream(name: string, from = 0, to = Infinity, limit = Infinity): readonly Recorded[] {
    const stream = this.#streams.get(name);
    if (!stream || this.state(name) !== 'readable' || stream.events.length === 0) return [];
    const base = stream.events[0]!.revision;
    const first = Math.max(from, this.#firstSeen(stream)) - base;
    const start = Math.max(first, 0);
    return stream.events.slice(start, Math.min(start + limit, to - base + 1));
  }

  /** Index in `all` of the first record at or behind a position. */
  indexAt(position: bigint): number {
    return indexWhere(this.#all, (event) => event.position >= position);
  }

  /** Whether a record begins at a position, or none has been written there yet. */
  isPosition(position: bigint): boolean {
    if (position >= this.#end || position <= this.#start || this.#scavenged.has(position)) return true;
    return this.#all[this.indexAt(position)]?.position === position;
  }

  /**
   * Takes out what streams no longer show. The last event of a stream stays, even of a deleted one: the server needs it
   * to know where the stream ended.
   */
  scavenge(): void {
    const gone = new Set<Recorded>();
    for (const stream of this.#streams.values()) {
      const first = this.#hasEnded(stream.name) || isHidden(stream) ? Infinity : this.#firstSeen(stream);
      const kept = stream.events.findIndex((event) => event.revision >= first);
      const discarded = stream.events.splice(0, kept === -1 ? stream.events.length - 1 : kept);
      for (const event of discarded) {
        gone.add(event);
        this.#scavenged.add(event.position);
      }
    }
    this.#all = this.#all.filter((event) => !gone.has(event));
  }

  /** A server that starts again, or becomes the leader, has forgotten the ids that it saw before. */
  forget(): void {
    this.#remembered.clear();
  }

  #stream(name: string): Stream {
    let stream = this.#streams.get(name);
    if (!stream) {
      // Of the metadata of a stream only what was written last is of interest.
      const metadata = isMetastream(name) ? { $maxCount: 1 } : {};
      stream = { name, events: [], last: -1, metadata };
      this.#streams.set(name, stream);
    }
    return stream;
  }

  #last(name: string): number {
    return this.#streams.get(name)?.last ?? -1;
  }

  #hasEnded(name: string): boolean {
    if (this.#last(name) === LAST_REVISION) return true;
    return isMetastream(name) && this.#last(originalOf(name)) === LAST_REVISION;
  }

  #firstSeen(stream: Stream): number {
    const { $maxCount, $maxAge, $tb } = stream.metadata;
    let first = 0;
    if (typeof $tb === 'number') first = $tb;
    if (typeof $maxCount === 'number') first = Math.max(first, stream.last - $maxCount + 1);
    if (typeof $maxAge === 'number') {
      const since = (BigInt(this.#now()) - BigInt($maxAge) * 1000n) * TICKS;
      const index = indexWhere(stream.events, (event) => event.created >= since);
      first = Math.max(first, stream.events[index]?.revision ?? stream.last + 1);
    }
    return first;
  }

  /** Why a write does not go ahead: it does not hold, or it was done before. */
  #check(stream: Stream, expected: Expected, events: readonly Proposed[]): Outcome | undefined {
    const wrong = { kind: 'wrong-expected-version', current: stream.last } as const;
    if (this.#hasEnded(stream.name)) return { kind: 'stream-deleted' };
    if (expected === 'exists') {
      if (isHidden(stream)) return { kind: 'stream-deleted' };
      if (stream.last < 0 && this.#last(metastreamOf(stream.name)) < 0) return wrong;
    }
    if (expected === 'any' || expected === 'exists') return this.#repeatedAnywhere(stream, events);
    const revision = expected === 'none' ? -1 : expected;
    if (revision === stream.last) return undefined;
    if (revision > stream.last || events.length === 0) return wrong;
    const differs = events.findIndex((event, index) => at(stream, revision + 1 + index)?.id !== event.id);
    if (differs === -1) return this.#repeated(stream, revision + events.length);
    return differs === 0 && expected === 'none' && isHidden(stream) ? undefined : wrong;
  }

  /** Where no revision is named, an append counts as repeated for as long as its ids are remembered. */
  #repeatedAnywhere(stream: Stream, events: readonly Proposed[]): Outcome | undefined {
    let last: number | undefined;
    for (const event of events) {
      const revision = this.#remembered.revision(event.id, stream.name);
      if (revision === undefined && last === undefined) return undefined;
      if (revision === undefined) return { kind: 'wrong-expected-version', current: stream.last };
      last = revision;
    }
    return last === undefined ? undefined : this.#repeated(stream, last);
  }

  #repeated(stream: Stream, revision: number): Outcome {
    const seen = this.stream(stream.name, revision, revision)[0];
    return { kind: 'written', revision, position: seen?.position };
  }

  #write(stream: Stream, events: readonly Proposed[]): Outcome {
    let last: Recorded | undefined;
    for (const event of events) last = this.#record(stream, event, stream.last + 1);
    if (!last) return { kind: 'written', revision: stream.last, position: this.#end };
    if (isMetastream(stream.name)) this.#stream(originalOf(stream.name)).metadata = parsed(last.data);
    return { kind: 'written', revision: last.revision, position: last.position };
  }

  #writeMetadata(name: string, json: string): Outcome {
    const metadata = { type: '$metadata', contentType: 'application/json', metadata: NOTHING };
    return this.#write(this.#stream(metastreamOf(name)), [{ ...metadata, id: randomUUID(), data: Buffer.from(json) }]);
  }

  #show(stream: Stream, from: number): void {
    this.#writeMetadata(stream.name, JSON.stringify({ ...stream.metadata, $tb: from }));
  }

  #record(stream: Stream, event: Proposed, revision: number): Recorded {
    const recorded: Recorded = {
      id: event.id,
      type: event.type,
      contentType: event.contentType,
      data: event.data,
      metadata: event.metadata,
      stream: stream.name,
      revision,
      position: this.#end,
      created: BigInt(this.#now()) * TICKS,
    };
    this.#end += sizeInLog(stream.name, event);
    this.#all.push(recorded);
    stream.events.push(recorded);
    stream.last = revision;
    this.#remembered.add(recorded);
    return recorded;
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

const NOTHING = new Uint8Array(0);

const END = { type: '$streamDeleted', contentType: 'application/octet-stream', data: NOTHING, metadata: NOTHING };

const isHidden = ({ metadata }: Stream): boolean => Number(metadata['$tb'] ?? 0) >= EVERYTHING;

const isMetastream = (name: string): boolean => name.startsWith('$$');
const metastreamOf = (name: string): string => `$$${name}`;
const originalOf = (metastream: string): string => metastream.slice(2);

function at(stream: Stream, revision: number): Recorded | undefined {
  return stream.events[revision - (stream.events[0]?.revision ?? 0)];
}

function parsed(data: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString());
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
