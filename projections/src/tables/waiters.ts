// Those who wait until the tables have come to a position.

type Waiter = { readonly position: bigint; readonly answer: (reached: boolean) => void };

export class Waiters {
  readonly #waiting = new Set<Waiter>();

  /** True once `reached` names the position or a later one; false where the time runs out before. */
  wait(position: bigint, now: bigint, timeoutMilliseconds: number): Promise<boolean> {
    if (position <= now) return Promise.resolve(true);
    return new Promise((resolve) => {
      const answer = (reached: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
        resolve(reached);
      };
      const waiter = { position, answer };
      const timer = setTimeout(() => answer(false), timeoutMilliseconds);
      this.#waiting.add(waiter);
    });
  }

  /** Tells those who wait for this position or an earlier one. */
  reached(position: bigint): void {
    for (const waiter of this.#waiting) if (waiter.position <= position) waiter.answer(true);
  }

  /** Tells everyone that it will not come. */
  end(): void {
    for (const waiter of this.#waiting) waiter.answer(false);
  }
}
