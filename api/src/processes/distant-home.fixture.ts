// A home of processes that one node cannot reach for a while.

import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '@rostrum/infra';
import type { ProcessHome, Tenure } from '@rostrum/infra';

export type DistantHome = ProcessHome & {
  /** Whether it is out of reach: with an error, or without any answer. */
  away: 'no' | 'refused' | 'silent';
};

/** The home as a node sees it whose line to it can be cut. */
export function distant(home: ProcessHome): DistantHome {
  const reach = async <T>(ask: () => Promise<T>): Promise<T> => {
    if (far.away === 'refused') throw new StoreUnavailable('store.unreachable', 'Nobody answers.');
    while (far.away === 'silent') await sleep(10, undefined, { ref: false });
    return ask();
  };
  const around = (tenure: Tenure): Tenure => ({
    name: tenure.name,
    holder: tenure.holder,
    fence: tenure.fence,
    held: () => tenure.held(),
    checkpoint: () => tenure.checkpoint(),
    renew: (checkpoint) => reach(() => tenure.renew(checkpoint)),
    release: () => reach(() => tenure.release()),
  });
  const far: DistantHome = {
    away: 'no',
    take: async (name, options) => {
      const tenure = await reach(() => home.take(name, options));
      return tenure && around(tenure);
    },
    holders: (prefix) => reach(() => home.holders(prefix)),
    checkpoints: () => reach(() => home.checkpoints()),
  };
  return far;
}
