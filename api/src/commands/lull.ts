// When to decide and store what has gathered: as soon as a turn of the event loop brings no more commands. While they keep
// coming the processor has better to do than to wait for the disk, and one append takes them all.

import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds after which those who wait are served although more keep coming: a few times what the disk takes. */
const MAX_MS = 10;

export class Lull {
  #arrivals = 0;
  #next: Promise<void> | undefined;

  /** Tells of one more command. */
  arrived(): void {
    this.#arrivals += 1;
  }

  /** Resolves at the next lull; for all who wait for it at the same moment, so that what they append is stored together. */
  next(): Promise<void> {
    return (this.#next ??= this.#wait());
  }

  async #wait(): Promise<void> {
    const latest = performance.now() + MAX_MS;
    let seen: number;
    do {
      seen = this.#arrivals;
      await nextTurn();
    } while (this.#arrivals !== seen && performance.now() < latest);
    this.#next = undefined;
  }
}
