// Costly work in turns: a few at a time, some waiting, the rest refused at once, so that a flood of sign-ins can take
// neither the machine's memory nor all of its processors.

/** All turns are taken and enough are waiting already. */
export class TooManyWaiting extends Error {
  constructor() {
    super('Too much work is waiting already.');
    this.name = 'TooManyWaiting';
  }
}

export type Turns = {
  /**
   * Does the work when its turn comes, in the order of asking.
   * @throws TooManyWaiting at once, without having begun, where the queue is full
   */
  <T>(work: () => Promise<T>): Promise<T>;
};

/**
 * @param atOnce how much of the work may be under way at any instant
 * @param waiting how many may wait for their turn
 */
export function takeTurns({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }): Turns {
  let underWay = 0;
  const queue: (() => void)[] = [];

  return async (work) => {
    if (underWay >= atOnce) {
      if (queue.length >= waiting) throw new TooManyWaiting();
      await new Promise<void>((turn) => queue.push(turn));
    } else {
      underWay++;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else underWay--;
    }
  };
}
