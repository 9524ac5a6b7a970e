/**
 * Where a long-running process lives: whoever acts on the outside (mail, the video room, sealing) first takes the
 * process's name, and of all the machines of a deployment one holds it at a time. The place where it stopped is kept
 * with the name, so that the next holder goes on from there. The contract suite in `tests/contract/process-home.ts` says
 * what every adapter must hold.
 */

import type { Instant } from '@rostrum/events';

/** The last event a process has handled. */
export type Checkpoint = {
  readonly position: bigint;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
};

/** Who holds a name, and when it was last heard of, by the clock of where that is kept. */
export type Holder = { readonly name: string; readonly holder: string; readonly seenAt: Instant };

export type TakeOptions = {
  /** Who takes it: 1 to 200 characters, another for each process that runs. */
  readonly holder: string;
  /** The tenure ends where it is not renewed for so long. */
  readonly ttlMs: number;
};

/**
 * A name, held for a while. A tenure is kept by renewing it, at least three times within its `ttlMs`. Its holder may
 * stall at any moment and find out only afterwards that it has lost the name, so what it does to the outside must be
 * harmless when done twice, or carry the fence.
 */
export interface Tenure {
  readonly name: string;
  readonly holder: string;
  /** Larger for every later tenure of the name: whoever remembers the largest can turn away one that has lost it. */
  readonly fence: number;
  /** False once it is released, lost, or `ttlMs` have passed since the renewal that last succeeded was begun. Costs nothing. */
  held(): boolean;
  /** As the last renewal left it, be it of this tenure or of one before; undefined where there was none yet. */
  checkpoint(): Checkpoint | undefined;
  /**
   * Prolongs the tenure and keeps the checkpoint, or where none is given the one before.
   * @returns false where the name is lost, for good: take it again.
   * @throws StoreUnavailable, OutcomeUnknown: renew again, as long as it is held.
   */
  renew(checkpoint?: Checkpoint): Promise<boolean>;
  /**
   * Lets the name go at once, with the checkpoint of the last renewal. Does nothing where it is lost.
   * @throws StoreUnavailable, OutcomeUnknown: the name is free once `ttlMs` have passed.
   */
  release(): Promise<void>;
}

export interface ProcessHome {
  /**
   * Takes a name for a holder. A holder that takes a name which it holds already gets a new tenure and loses the former.
   * @param name 1 to 100 lower-case letters, digits, hyphens and dots, beginning with a letter or a digit.
   * @returns undefined where another holds it. A name that was not renewed is free once this process has seen nothing of
   * its holder for as long as that holder's `ttlMs`, by its own clock: ask again and again.
   * @throws RangeError, StoreUnavailable, OutcomeUnknown
   */
  take(name: string, options: TakeOptions): Promise<Tenure | undefined>;

  /** Who holds the names that begin so now, as far as this process can see, by name. */
  holders(prefix: string): Promise<readonly Holder[]>;

  /** Where each process stopped that ever said so, by name; for whoever copies a deployment. */
  checkpoints(): Promise<ReadonlyMap<string, Checkpoint>>;
}
