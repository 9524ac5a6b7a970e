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

  /** Waits; less long where the signal aborts. */
  async wait(signal?: AbortSignal): Promise<void> {
    await sleep(this.#take(), undefined, { signal, ref: this.#ref }).catch(() => undefined);
  }

  /** Waits, unless that would take until a moment by `performance.now()`: then it gives false at once. */
  async waitBefore(moment: number): Promise<boolean> {
    const pause = this.#take();
    if (performance.now() + pause >= moment) return false;
    await sleep(pause, undefined, { ref: this.#ref });
    return true;
  }

  /** The next pause, between half of it and the whole. */
  #take(): number {
    const pause = this.#next;
    this.#next = Math.min(this.#next * 2, this.#longest);
    return pause * (0.5 + Math.random() / 2);
  }
}
