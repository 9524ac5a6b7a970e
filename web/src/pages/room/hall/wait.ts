// How long it is until something begins, in one figure that is enough: days, then hours, then minutes.

export type Wait =
  | { readonly unit: 'days' | 'hours' | 'minutes'; readonly count: number }
  /** The time has come, or was at most a minute ago. */
  | { readonly unit: 'due' }
  | { readonly unit: 'late' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The wait from now until an instant. Below two days it is told in hours, below two hours in minutes.
 * @param startsAt RFC 3339
 * @param now milliseconds since 1970
 */
export function waitUntil(startsAt: string, now: number): Wait {
  const left = Date.parse(startsAt) - now;
  if (left <= -MINUTE) return { unit: 'late' };
  if (left <= 0) return { unit: 'due' };
  if (left >= 2 * DAY) return { unit: 'days', count: Math.floor(left / DAY) };
  if (left >= 2 * HOUR) return { unit: 'hours', count: Math.floor(left / HOUR) };
  return { unit: 'minutes', count: Math.ceil(left / MINUTE) };
}
