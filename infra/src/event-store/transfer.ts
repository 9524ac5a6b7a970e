/**
 * A whole store, entry by entry: what copying and checking need beside the port. Entries are text, as they stand, so
 * that what cannot be read as an event can still be spoken of, and a copy holds the very bytes.
 */

/** An event as it stands. The stream is named as the port names it: deletions are in `$deleted`. */
export type EventEntry = {
  readonly kind: 'event';
  readonly position: bigint;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  /** JSON. Of a deletion it always says `through`, also where an earlier version did not write that. */
  readonly data: string;
  /** JSON. */
  readonly metadata: string;
  /** True where it was appended without an expected revision; undefined where the store does not remember that. */
  readonly unordered: boolean | undefined;
};

/** The place of a deleted event, where the store still knows it: a stream may also begin above 0 without any of these. */
export type ErasedEntry = {
  readonly kind: 'erased';
  readonly position: bigint;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly unordered: boolean | undefined;
};

/** What stands in the store and is not ours. */
export type ForeignEntry = {
  readonly kind: 'foreign';
  readonly position: bigint;
  readonly stream: string;
  readonly revision: number;
};

export type Entry = EventEntry | ErasedEntry | ForeignEntry;

/** A store that is read whole. */
export interface StoreExport {
  /** What people call it: a folder, or an address without a password. */
  readonly name: string;

  /** Position of the last entry; 0 in an empty store. */
  lastPosition(): Promise<bigint>;

  /**
   * Every entry up to a position, by position, in pages; without one as far as the store goes when reading begins.
   * @throws StoreUnavailable, `store.damaged` where the store cannot be read on.
   */
  read(until?: bigint): AsyncIterable<readonly Entry[]>;

  /** Whether the events of a stream up to a revision are deleted, as of now. */
  isErased(stream: string, revision: number): Promise<boolean>;

  /** Sentences about what is wrong with how the store itself is kept; none where all is well. */
  inspect(): Promise<readonly string[]>;

  /** Lets the store go. May be called twice. */
  close(): Promise<void>;
}

/** A store that a copy is written to. Nobody else may write to it meanwhile. */
export interface StoreImport extends StoreExport {
  /** How many entries are best written together. */
  readonly batch: number;

  /**
   * Writes entries after what stands, in this order, and resolves once they are durable. Each event keeps its revision:
   * what its stream lacks before it becomes places at which nothing is to be read. A deletion deletes what stands up to
   * its `through`. Erased entries that stand already, and foreign ones, are passed over.
   * @throws StoreUnavailable, EventTooLarge: a part of them, from the first on, may be written.
   */
  write(entries: readonly Entry[]): Promise<void>;

  /**
   * Makes up for what a copy that was interrupted has left undone. Called once what stands is known to be of this copy.
   * @param last nothing more will be written: what is deleted may be cleared away for good.
   * @returns how many deleted streams still hold the text of their last event, which only such clearing removes.
   * @throws StoreUnavailable
   */
  settle(last: boolean): Promise<number>;
}
