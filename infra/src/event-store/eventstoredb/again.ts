/** Reading again where the server was away for a moment: connections break, and nodes stop being the leader. */

import { Backoff } from './backoff.ts';
import { troubleOf, unavailable } from './failure.ts';

export class Persistence {
  readonly #patienceMs: number;
  readonly #backoff = new Backoff(20, 1000);
  #until: number;

  /** @param patienceMs after which it is given up, counted from the last success. */
  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
    this.#until = performance.now() + patienceMs;
  }

  /** Something was read: patience begins anew. */
  succeeded(): void {
    this.#backoff.reset();
    this.#until = performance.now() + this.#patienceMs;
  }

  /**
   * Waits for the next attempt after a failure.
   * @throws StoreUnavailable where another attempt would not help or would come too late.
   */
  async after(error: unknown): Promise<void> {
    if (troubleOf(error) !== 'passing' || !(await this.#backoff.waitBefore(this.#until))) throw unavailable(error);
  }
}

/**
 * Does something that changes nothing, until it succeeds.
 * @throws StoreUnavailable
 */
export async function again<T>(patienceMs: number, work: () => Promise<T>): Promise<T> {
  const persistence = new Persistence(patienceMs);
  for (;;) {
    try {
      return await work();
    } catch (error) {
      await persistence.after(error);
    }
  }
}
