/** The clock as a port, so that a played-back meeting and a test can have their own. */

import type { Instant } from '@rostrum/events';

export interface Clock {
  /** The present instant, in UTC with milliseconds. */
  now(): Instant;
}

let milliseconds = Number.NaN;
let written: Instant = '';

/** The machine's clock. Many ask within one millisecond, and a date is slow to write: it is written once for all of them. */
export const systemClock: Clock = {
  now() {
    const now = Date.now();
    if (now !== milliseconds) {
      milliseconds = now;
      written = new Date(now).toISOString();
    }
    return written;
  },
};
