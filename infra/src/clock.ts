/** The clock as a port, so that a played-back meeting and a test can have their own. */

import type { Instant } from '@rostrum/events';

export interface Clock {
  /** The present instant, in UTC with milliseconds. */
  now(): Instant;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };
