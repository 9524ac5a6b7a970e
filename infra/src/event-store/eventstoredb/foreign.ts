/** What stands in the store and is not ours: skipped, counted once each, and told of. */

import type { Arrival } from './record.ts';

/** Told of an event that is not ours: the stream as the server knows it, and the event's type. */
export type OnForeign = (stream: string, type: string) => void;

export class Foreign {
  readonly #tell: OnForeign;
  readonly #opened: bigint;
  #past = -1n;
  #present = -1n;
  #count = 0;

  /** @param opened up to where the store went when it was opened: the past may be read many times, the present comes once. */
  constructor(tell: OnForeign, opened: bigint) {
    this.#tell = tell;
    this.#opened = opened;
  }

  /** How many were met so far. */
  get count(): number {
    return this.#count;
  }

  /** Meets what is no event of ours, on the way through the store by position. */
  meet({ name, type, position, isEnd }: Arrival): void {
    if (isEnd) return;
    const past = position <= this.#opened;
    if (position <= (past ? this.#past : this.#present)) return;
    if (past) this.#past = position;
    else this.#present = position;
    this.#count++;
    this.#tell(name, type);
  }
}
