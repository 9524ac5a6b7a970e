// From an instant to the calendar day on which it falls, where the meeting is.

import type { Instant } from './text.ts';

/**
 * The calendar day of an instant, `YYYY-MM-DD`.
 * @param timeZone an IANA time zone, such as `Asia/Shanghai`
 */
export function dayIn(timeZone: string, at: Instant): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
