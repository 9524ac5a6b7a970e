/** How long to wait before the next attempt: longer each time, and never at the same moment as everybody else. */

import { setTimeout as sleep } from 'node:timers/promises';

export class Backoff {
  readonly #first: number;
  readonly #longest: number;
  readonly #ref: boolean;
  #next: number;

  /**
   * @param first, longest milliseconds
   * @param ref false where waiting does not keep the process alive
   */
  constructor(first: number, longest: number, { ref = true } = {}) {
    this.#first = first;
    this.#longest = longest;
    this.#ref = ref;
    this.#next = first;
  }

  /** Begins anew, after a success. */
  reset(): void {
    this.#next = this.#first;
  }

  /** The next pause, between half of it and the whole. */
  take(): number {
    const pause = this.#next;
    this.#next = Math.min(this.#next * 2, this.#longest);
    return pause * (0.5 + Math.random() / 2);
  }

  /** Waits; less long where the signal aborts. */
  async wait(signal?: AbortSignal, atMost = Infinity): Promise<void> {
    await sleep(Math.min(this.take(), Math.max(0, atMost)), undefined, { signal, ref: this.#ref }).catch(
      () => undefined,
    );
  }
}
