// What a choice asks of the server: the instants between which its days lie where the reader is, and the list's three
// parts, each of which begins at today and goes away from it. Pure.

import type { MeetingsQuery } from '../../api/meetings.ts';
import { instantOf, nextDay } from '../schedule/zoned.ts';
import { addDays } from './calendar/days.ts';
import type { Choice } from './choice.ts';

/** The beginning of a day in a time zone; where clocks go forward over midnight, by UTC. */
const beginOf = (day: string, timeZone: string): string => instantOf(day, '00:00', timeZone) ?? `${day}T00:00:00Z`;

const earlier = (a: string, b: string): string => (Date.parse(a) <= Date.parse(b) ? a : b);
const later = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b);

/** What is chosen, as a query. */
export function queryOf(choice: Choice, timeZone: string): MeetingsQuery {
  const { status, form, organisation, from, to, q } = choice;
  return {
    status,
    form,
    organisation,
    q: q.trim(),
    ...(from === '' ? {} : { from: beginOf(from, timeZone) }),
    ...(to === '' ? {} : { to: beginOf(nextDay(to), timeZone) }),
  };
}

export type ListQueries = {
  /** Null where what is chosen is never under way. */
  readonly now: MeetingsQuery | null;
  readonly coming: MeetingsQuery;
  readonly past: MeetingsQuery;
};

/** The queries of the list: what is under way, what comes (today's first), what was (the latest first). */
export function listQueries(choice: Choice, now: string, timeZone: string, today: string): ListQueries {
  const query = queryOf(choice, timeZone);
  const running = (['open', 'recess'] as const).filter(
    (status) => choice.status.length === 0 || choice.status.includes(status),
  );
  // A day more on each side: a meeting's own day may be another than the reader's.
  const since = beginOf(addDays(today, -1), timeZone);
  return {
    now: running.length === 0 ? null : { ...query, status: running },
    coming: { ...query, from: query.from === undefined ? since : later(query.from, since), order: 'earliest-first' },
    past: { ...query, to: query.to === undefined ? now : earlier(query.to, now), order: 'latest-first' },
  };
}

/** The query of a calendar that shows these days. */
export const calendarQuery = (choice: Choice, first: string, last: string, timeZone: string): MeetingsQuery => {
  const query = queryOf(choice, timeZone);
  const [from, to] = [beginOf(addDays(first, -1), timeZone), beginOf(addDays(last, 2), timeZone)];
  return {
    ...query,
    from: query.from === undefined ? from : later(query.from, from),
    to: query.to === undefined ? to : earlier(query.to, to),
    order: 'earliest-first',
  };
};
