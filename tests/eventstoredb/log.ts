// The log of the test server: one order over all events, streams with their revisions, and the rules by which the real
// server takes an append, answers a repeated one and deletes a stream. Kept in memory.

import { randomUUID } from 'node:crypto';
import { type Proposed, type Recorded, sizeInLog } from './record.ts';

/** Where a stream must end for a write to hold. */
export type Expected = number | 'any' | 'none' | 'exists';

export type Outcome =
  | { readonly kind: 'written'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'wrong-expected-version'; readonly current: number }
  | { readonly kind: 'stream-deleted' };

export type StreamState = 'unknown' | 'deleted' | 'tombstoned' | 'readable';

/** `$tb` of a stream that was deleted; what JSON makes of the largest 64-bit integer. */
const DELETED = 2 ** 63;
const TICKS = 10_000n;

type Stream = {
  readonly name: string;
  /** What scavenging left of it, by revision. */
  events: Recorded[];
  last: number;
  tombstoned: boolean;
  metadata: Record<string, unknown>;
};

export type LogOptions = {
  /** Position of the first record. */
  readonly start?: bigint;
  /** How many ids the server remembers for appends that name no revision; the real one has 8 MiB for them. */
  readonly remembered?: number;
  readonly now?: () => number;
};

export class Log {
  readonly #streams = new Map<string, Stream>();
  readonly #all: Recorded[] = [];
  readonly #remembered = new Map<string, Recorded>();
  readonly #capacity: number;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #end: bigint;

  constructor({ start = 1024n, remembered = 100_000, now = Date.now }: LogOptions = {}) {
    this.#end = start;
    this.#capacity = remembered;
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
    const verdict = this.#check(stream, expected, events);
    if (verdict.kind !== 'go') return verdict;
    if (isDeleted(stream)) this.#undelete(stream);
    const written = this.#write(stream, events);
    this.#announce();
    return written;
  }

  /** Hides the events that a stream has; it may be written again and goes on counting. */
  delete(name: string, expected: Expected): Outcome {
    const stream = this.#stream(name);
    const verdict = this.#check(stream, expected, [{ ...TOMBSTONE, id: randomUUID() }]);
    if (verdict.kind !== 'go') return verdict;
    const written = this.#writeMetadata(stream, '{"$tb":9223372036854775807}');
    this.#announce();
    return written;
  }

  /** Ends a stream for ever. */
  tombstone(name: string, expected: Expected): Outcome {
    const stream = this.#stream(name);
    const event = { ...TOMBSTONE, id: randomUUID() };
    const verdict = this.#check(stream, expected, [event]);
    if (verdict.kind !== 'go') return verdict;
    const recorded = this.#record(stream, event, Number.MAX_SAFE_INTEGER);
    stream.tombstoned = true;
    this.#announce();
    return { kind: 'written', revision: recorded.revision, position: recorded.position };
  }

  state(name: string): StreamState {
    const stream = this.#streams.get(name);
    if (stream?.tombstoned) return 'tombstoned';
    if (stream && isDeleted(stream)) return 'deleted';
    return !stream || stream.last < 0 ? 'unknown' : 'readable';
  }

  /** The events of a stream that its metadata let be seen, by revision. */
  stream(name: string): readonly Recorded[] {
    const stream = this.#streams.get(name);
    if (!stream || stream.tombstoned || isDeleted(stream)) return [];
    const { $maxCount, $maxAge, $tb } = stream.metadata;
    let first = typeof $tb === 'number' ? $tb : 0;
    if (typeof $maxCount === 'number') first = Math.max(first, stream.last - $maxCount + 1);
    let seen = stream.events;
    if (first > (seen[0]?.revision ?? 0)) seen = seen.slice(indexOf(seen, (event) => event.revision >= first));
    if (typeof $maxAge === 'number') {
      const since = (BigInt(this.#now()) - BigInt($maxAge) * 1000n) * TICKS;
      seen = seen.filter((event) => event.created >= since);
    }
    return seen;
  }

  /** Index in `all` of the first record at or behind a position. */
  indexAt(position: bigint): number {
    return indexOf(this.#all, (event) => event.position >= position);
  }

  #stream(name: string): Stream {
    let stream = this.#streams.get(name);
    if (!stream) {
      stream = { name, events: [], last: -1, tombstoned: false, metadata: {} };
      this.#streams.set(name, stream);
    }
    return stream;
  }

  #check(stream: Stream, expected: Expected, events: readonly Proposed[]): Outcome | { readonly kind: 'go' } {
    const wrong = { kind: 'wrong-expected-version', current: stream.last } as const;
    if (stream.tombstoned) return { kind: 'stream-deleted' };
    if (expected === 'exists') {
      if (isDeleted(stream)) return { kind: 'stream-deleted' };
      if (stream.last < 0 && !this.#streams.has(`$$${stream.name}`)) return wrong;
    }
    if (expected === 'any' || expected === 'exists') return this.#checkRemembered(stream, events) ?? { kind: 'go' };
    const revision = expected === 'none' ? -1 : expected;
    if (revision === stream.last) return { kind: 'go' };
    if (revision > stream.last || events.length === 0) return wrong;
    const repeated = events.findIndex((event, index) => this.#at(stream, revision + 1 + index)?.id !== event.id);
    if (repeated === -1) return written(this.#at(stream, revision + events.length)!);
    return repeated === 0 && expected === 'none' && isDeleted(stream) ? { kind: 'go' } : wrong;
  }

  /** Where no revision is named, an append counts as repeated as long as its ids are remembered. */
  #checkRemembered(stream: Stream, events: readonly Proposed[]): Outcome | undefined {
    let last: Recorded | undefined;
    for (const [index, event] of events.entries()) {
      const recorded = this.#remembered.get(event.id);
      if (recorded?.stream !== stream.name)
        return index === 0 ? undefined : { kind: 'wrong-expected-version', current: stream.last };
      last = recorded;
    }
    return last && written(last);
  }

  #at(stream: Stream, revision: number): Recorded | undefined {
    const event = stream.events[revision - (stream.events[0]?.revision ?? 0)];
    return event?.revision === revision ? event : stream.events.find((other) => other.revision === revision);
  }

  #write(stream: Stream, events: readonly Proposed[]): Outcome {
    let last: Recorded | undefined;
    for (const event of events) last = this.#record(stream, event, stream.last + 1);
    if (last && stream.name.startsWith('$$')) this.#stream(stream.name.slice(2)).metadata = parsed(last.data);
    return last ? written(last) : { kind: 'written', revision: stream.last, position: this.#end };
  }

  #writeMetadata(stream: Stream, json: string): Outcome {
    const data = Buffer.from(json);
    return this.#write(this.#stream(`$$${stream.name}`), [
      { id: randomUUID(), type: '$metadata', contentType: 'application/json', data, metadata: new Uint8Array(0) },
    ]);
  }

  /** A deleted stream that is written again shows what comes from now on. */
  #undelete(stream: Stream): void {
    this.#writeMetadata(stream, JSON.stringify({ ...stream.metadata, $tb: stream.last + 1 }));
  }

  #record(stream: Stream, event: Proposed, revision: number): Recorded {
    const created = BigInt(this.#now()) * TICKS;
    const recorded: Recorded = { ...event, stream: stream.name, revision, position: this.#end, created };
    this.#end += sizeInLog(stream.name, event);
    this.#all.push(recorded);
    stream.events.push(recorded);
    stream.last = revision;
    this.#remember(recorded);
    return recorded;
  }

  #remember(event: Recorded): void {
    this.#remembered.set(event.id, event);
    if (this.#remembered.size <= this.#capacity) return;
    for (const oldest of this.#remembered.keys()) {
      this.#remembered.delete(oldest);
      return;
    }
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

const TOMBSTONE = {
  type: '$streamDeleted',
  contentType: 'application/octet-stream',
  data: new Uint8Array(0),
  metadata: new Uint8Array(0),
};

const written = ({ revision, position }: Recorded): Outcome => ({ kind: 'written', revision, position });

const isDeleted = (stream: Stream): boolean => Number(stream.metadata['$tb'] ?? 0) >= DELETED;

function parsed(data: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString());
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Index of the first that holds, where all after it hold as well; the length where none does. */
function indexOf<T>(sorted: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
