// Opening what rests on the event store: where the store is away meanwhile, it is tried again until it is there.

import { setTimeout as sleep } from 'node:timers/promises';
import { OutcomeUnknown, StoreUnavailable } from '@rostrum/infra';
import type { Unavailability } from '@rostrum/infra';

/** Milliseconds before it is tried again: doubled with each failure, up to the last. */
const PAUSES_MS = [200, 5000] as const;

/** What does not pass by itself. */
const LASTING: ReadonlySet<Unavailability> = new Set(['store.damaged', 'store.closed', 'store.access-denied']);

const passes = (error: unknown): error is Error =>
  error instanceof OutcomeUnknown || (error instanceof StoreUnavailable && !LASTING.has(error.code));

export type Waiting = {
  /** Told why, whenever it has to wait. */
  readonly onWaiting: (reason: string) => void;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
};

/**
 * What `open` gives, once it does.
 * @throws what `open` throws beside a store that is away; AbortError where the signal came first
 */
export async function whenReachable<T>(open: () => Promise<T>, { onWaiting, signal }: Waiting): Promise<T> {
  for (let pause: number = PAUSES_MS[0]; ; pause = Math.min(pause * 2, PAUSES_MS[1])) {
    signal.throwIfAborted();
    try {
      return await open();
    } catch (error) {
      if (!passes(error)) throw error;
      onWaiting(error.message);
    }
    await sleep(pause, undefined, { signal });
  }
}
