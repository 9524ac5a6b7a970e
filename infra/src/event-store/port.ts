/**
 * The event store: streams of events, each with its revisions from 0, and one order over all of them. Everything that
 * a deployment knows is in here. The contract suite in `tests/contract/event-store.ts` says, sentence by sentence,
 * what every adapter must hold.
 */

import type { DomainEvent, Instant, NewEvent, RecordedEvent } from '@rostrum/events';

/** Where a stream must end for an append to hold: the revision of its last event, `'none'` for no events, `'any'` for anywhere. */
export type ExpectedRevision = number | 'none' | 'any';

/** Where an append ended: the revision and the position of its last event. */
export type Appended = { readonly revision: number; readonly position: bigint };

export type ReadStreamOptions = {
  /** First revision to read; without it the first one, or reading backwards the last one. */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
  /** At most so many events. */
  readonly limit?: number;
};

export type ReadAllOptions = {
  /** The position after which to begin, one that this store gave; without it from the beginning. */
  readonly after?: bigint;
  /** At most so many events. */
  readonly limit?: number;
};

export type SubscribeOptions = {
  /** The position after which to begin, one that this store gave; `'end'` is the last one known when subscribing. */
  readonly after: bigint | 'start' | 'end';
  /** Only streams whose name begins with one of these; without it every stream. */
  readonly prefixes?: readonly string[];
  /** Ends the subscription. */
  readonly signal: AbortSignal;
};

/** What a subscriber is handed, in the order of the positions, each event exactly once. */
export type Delivery = {
  /** May be empty: then only `position` moved on, or `caughtUp` became true. */
  readonly events: readonly RecordedEvent[];
  /** True where nothing that is committed is left to deliver. The first such delivery always comes, even from an empty store. */
  readonly caughtUp: boolean;
  /** Everything up to here that the subscription asked for has been delivered: what a checkpoint stores once it is handled. */
  readonly position: bigint;
};

/** The stream in which the store itself records deletions. */
export const DELETIONS = '$deleted';

/**
 * Recorded by the store when a stream is deleted, in the stream `$deleted`, so that whoever keeps something derived from
 * the stream drops it as well. Subscriptions with prefixes receive it where the deleted stream's name matches.
 */
export type StreamDeleted = DomainEvent<
  '$streamDeleted',
  {
    readonly stream: string;
    readonly at: Instant;
    /** Revision of the last event deleted: the stream goes on after it. Absent in what earlier versions recorded. */
    readonly through?: number;
  }
>;

/** The type of `StreamDeleted`. */
export const STREAM_DELETED = '$streamDeleted';

/** The stream that an event says was deleted; undefined for every other event. */
export function deletedStream({ stream, type, data }: RecordedEvent): string | undefined {
  if (stream !== DELETIONS || type !== STREAM_DELETED) return undefined;
  const { stream: deleted } = (data ?? {}) as Partial<StreamDeleted['data']>;
  return typeof deleted === 'string' ? deleted : undefined;
}

export interface EventStore {
  /**
   * Appends all events or none, one after another. The promise resolves once they are durable.
   *
   * Retry safety: where the expected revision no longer holds but events with these very ids already stand right after
   * it, the answer is that of the first time and nothing is written. With `'any'` the same goes for ids that already
   * stand in the stream, in this order, appended with `'any'`; EventStoreDB remembers these for a while only, and those
   * of unknown outcome as long as this process lives.
   *
   * @param stream 1 to 200 printable ASCII characters without spaces, not beginning with `$`.
   * @throws WrongExpectedRevision, EventTooLarge, StoreUnavailable: nothing was written. OutcomeUnknown: append the same again.
   */
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>;

  /** The events of a stream in pages, as far as it went when reading began; none for an unknown or deleted stream. */
  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<readonly RecordedEvent[]>;

  /** The events of all streams by position, in pages, as far as the store went when reading began. */
  readAll(options?: ReadAllOptions): AsyncIterable<readonly RecordedEvent[]>;

  /**
   * Every event after a position, those of the past first and then each as it is committed, without a gap and without
   * a double between the two. A slow subscriber costs no memory: it reads again from the store. A subscription wakes at
   * every commit, so thousands of listeners of one thing share one. Ends without an error when the signal aborts or the
   * store closes.
   * @throws StoreUnavailable where the store is closed already and, while iterating, where it cannot be read.
   */
  subscribe(options: SubscribeOptions): AsyncIterable<Delivery>;

  /**
   * Deletes the events of a stream for good; their text is gone from the files when the promise resolves, or, in
   * EventStoreDB, after the server's next scavenge. Positions and the other streams stay as they are. The stream reads as empty; it may be written again (`'none'` and `'any'` hold,
   * a revision from before the deletion does not), and its revisions go on after those deleted. Records `StreamDeleted`.
   * Does nothing where the stream has no events.
   * @throws StoreUnavailable, OutcomeUnknown: delete it again.
   */
  deleteStream(stream: string): Promise<void>;

  /** The position of the last event committed; 0 in an empty store. */
  lastPosition(): Promise<bigint>;

  /** Makes what is under way durable, ends the subscriptions and lets the store go. May be called twice. */
  close(): Promise<void>;
}
