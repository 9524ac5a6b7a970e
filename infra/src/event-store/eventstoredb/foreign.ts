/** What stands in the store and is not ours: skipped, counted once each, and told of. */

import type { Arrival } from './record.ts';

/** Told of an event that is not ours: the stream as the server knows it, and the event's type. */
export type OnForeign = (stream: string, type: string) => void;

/** Positions that are remembered one by one; of more than these only the last is. */
const REMEMBERED = 10_000;

export class Foreign {
  readonly #tell: OnForeign;
  readonly #met = new Set<bigint>();
  #last = -1n;
  #count = 0;

  constructor(tell: OnForeign) {
    this.#tell = tell;
  }

  /** How many were met so far. */
  get count(): number {
    return this.#count;
  }

  /** Meets what is no event of ours, whoever reads it and however often. */
  meet({ name, type, position, isEnd }: Arrival): void {
    if (isEnd || this.#met.has(position)) return;
    if (this.#met.size < REMEMBERED) this.#met.add(position);
    else if (position <= this.#last) return;
    if (position > this.#last) this.#last = position;
    this.#count++;
    this.#tell(name, type);
  }
}
