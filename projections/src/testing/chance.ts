// Numbers that look like chance and are the same every time: mulberry32 (T. Ettinger, 2017), enough to vary a script.

export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to `below` − 1. */
  upTo(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  /** One of the things. */
  oneOf<T>(things: readonly T[]): T {
    return things[this.upTo(things.length)]!;
  }

  /** True in one of so many cases. */
  oneIn(cases: number): boolean {
    return this.upTo(cases) === 0;
  }
}
