// From when to when a meeting sat: as planned and as held, where the two have anything to do with each other.

import type { MeetingView, Timeline } from '@rostrum/projections';
import type { Span } from './axis.ts';

/** The shortest time that is drawn, in milliseconds. */
const LEAST = 60_000;

/**
 * The time that the even part of the line shows.
 * @param now where the line ends while the meeting runs, in milliseconds
 */
export function sittingOf({ meeting }: MeetingView, { items }: Pick<Timeline, 'items'>, now: number): Span {
  const { startsAt, endsAt, openedAt, closedAt } = meeting.lifecycle;
  const planned = hull([startsAt, endsAt, ...items.flatMap((item) => [item.planned.from, item.planned.to])], now);
  if (openedAt === null) return planned;
  const held = hull([openedAt, closedAt ?? new Date(now).toISOString()], now);
  const apart = held.to < planned.from || held.from > planned.to;
  return apart ? held : { from: Math.min(held.from, planned.from), to: Math.max(held.to, planned.to) };
}

function hull(instants: readonly string[], otherwise: number): Span {
  const times = instants.map((instant) => Date.parse(instant)).filter(Number.isFinite);
  const from = times.length === 0 ? otherwise : Math.min(...times);
  const to = times.length === 0 ? otherwise : Math.max(...times);
  return { from, to: Math.max(to, from + LEAST) };
}
