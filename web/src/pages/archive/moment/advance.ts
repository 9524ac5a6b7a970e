// The clock of a record that is played: how far it comes while the reader's own clock moves on.

/** How many times faster than the meeting went. */
export const SPEEDS = [0.5, 1, 2, 5, 10, 30, 60] as const;
export type Speed = (typeof SPEEDS)[number];

/** Outside of the sitting a silence longer than this, in milliseconds, is passed over. */
const SILENCE = 60_000;

export type Playing = {
  readonly speed: Speed;
  /** Milliseconds that have passed for the reader. */
  readonly elapsed: number;
  /** The instant of the next event; null after the last. */
  readonly next: number | null;
  readonly sitting: { readonly from: number; readonly to: number };
  /** The latest instant that can be stood at. */
  readonly end: number;
};

/** What the record's clock says then, in milliseconds. */
export function advanced(ms: number, { speed, elapsed, next, sitting, end }: Playing): number {
  const passed = ms + elapsed * speed;
  if (next === null) return passed > sitting.to ? end : Math.min(passed, end);
  // Weeks lie between a notice and an opening, months between a directive and its discharge.
  const aside = passed < sitting.from || passed > sitting.to;
  const goal = passed < sitting.from ? Math.min(next, sitting.from) : next;
  return aside && goal - passed > SILENCE ? goal : Math.min(passed, end);
}
