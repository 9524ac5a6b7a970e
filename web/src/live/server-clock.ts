// The server's clock, estimated: the record's time is the server's, and a browser whose own clock is wrong must still
// show the right one. What the server stamps arrives later than it was stamped, so the latest stamp seen is the best.

export type ServerClock = {
  /** Takes note of a stamp that has just arrived. `fresh`: it was made for this answer, not recorded earlier. */
  readonly notice: (stamp: string, fresh?: boolean) => void;
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: () => number;
};

/** Milliseconds by which a fresh stamp must lie behind for the estimate to be given up: the server's clock was set back. */
const SET_BACK = 2000;

/**
 * @param monotonic milliseconds of a clock that nobody sets, such as `performance.now`
 * @param initially the device's own clock, until the first stamp
 */
export function createServerClock(
  monotonic: () => number = () => performance.now(),
  initially: () => number = () => Date.now(),
): ServerClock {
  let offset: number | null = null;
  return {
    notice: (stamp, fresh = false) => {
      const sample = Date.parse(stamp) - monotonic();
      if (Number.isNaN(sample)) return;
      if (offset === null ? fresh : sample > offset || (fresh && sample < offset - SET_BACK)) offset = sample;
    },
    now: () => (offset === null ? initially() : monotonic() + offset),
  };
}
