// Presence, derived from attendance: who is here, from when to when, with which gaps, and how many.

import { secondsBetween } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import { whereaboutsOf } from './whereabouts.ts';
import type { AttendanceState, Whereabouts } from './whereabouts.ts';

/** From one instant to another; `to` is null while it lasts. */
export type Interval = { readonly from: Instant; readonly to: Instant | null };

export type Presence = {
  /** Over the meeting so far: at least once present, excused, or neither. */
  readonly status: 'present' | 'absent' | 'excused';
  /** Came after the opening. */
  readonly arrivedLate: boolean;
  /** Was not there at the closing, or is not there now while the meeting runs. */
  readonly leftEarly: boolean;
  /** At the instant asked for. */
  readonly here: boolean;
  /** All intervals until the instant asked for, those before the opening and after the closing included. */
  readonly intervals: readonly Interval[];
  /** The holes between the intervals. */
  readonly gaps: readonly Interval[];
  /** Whole seconds present between the opening and the closing. */
  readonly seconds: number;
};

const isHere = ({ sessions, checks }: Whereabouts): boolean =>
  sessions.some((session) => session.joined !== null && session.left === null) ||
  (checks.at(-1)?.venueId ?? null) !== null;

/** True where the attendee is connected or checked in, as the attendance stands. */
export const isPresent = (attendance: AttendanceState, attendeeId: string): boolean =>
  isHere(whereaboutsOf(attendance, attendeeId));

/** How many of a delegation are present by the latest count; null where it was not counted. */
export const countedOf = (attendance: AttendanceState, delegationId: string): number | null =>
  attendance.counts.get(delegationId)?.at(-1)?.count ?? null;

/**
 * How many people are present: attendees by name, and delegations by their count. A count takes in the delegation's
 * head, so a head who is an attendee too is counted once. Those removed from the roster do not count.
 */
export function countPresent({ roster }: MeetingState, attendance: AttendanceState): number {
  const countedHeads = new Set<string>();
  let present = 0;
  for (const { delegationId, headId, removed } of roster.delegations) {
    const counted = removed ? 0 : (countedOf(attendance, delegationId) ?? 0);
    present += counted;
    if (counted > 0 && headId !== null) countedHeads.add(headId);
  }
  for (const { attendeeId, removed } of roster.attendees) {
    if (!removed && !countedHeads.has(attendeeId) && isPresent(attendance, attendeeId)) present += 1;
  }
  return present;
}

/** True where a name of the roster is present: an attendee in person, a delegation by its count or by its head. */
export function isRosterIdPresent({ roster }: MeetingState, attendance: AttendanceState, rosterId: string): boolean {
  const attendee = roster.attendees.get(rosterId);
  if (attendee) return !attendee.removed && isPresent(attendance, rosterId);
  const delegation = roster.delegations.get(rosterId);
  if (!delegation || delegation.removed) return false;
  return (
    (countedOf(attendance, rosterId) ?? 0) > 0 ||
    (delegation.headId !== null && isPresent(attendance, delegation.headId))
  );
}

/**
 * The intervals of an attendee's presence until `at`, in order, overlapping and touching ones made one. An interval that
 * lasts at `at` has no end, even where a later end is known.
 */
export function intervalsOf(attendance: AttendanceState, attendeeId: string, at: Instant): readonly Interval[] {
  const { sessions, checks } = whereaboutsOf(attendance, attendeeId);
  const stays: Interval[] = sessions.flatMap(({ joined, left }) =>
    joined ? [{ from: joined.at, to: left?.at ?? null }] : [],
  );
  checks.forEach((check, place) => {
    if (check.venueId !== null) stays.push({ from: check.at, to: checks[place + 1]?.at ?? null });
  });
  const now = Date.parse(at);
  return united(
    stays
      .filter(({ from, to }) => Date.parse(from) <= now && (to === null || Date.parse(from) < Date.parse(to)))
      .map(({ from, to }) => ({ from, to: to !== null && Date.parse(to) > now ? null : to })),
  );
}

function united(stays: readonly Interval[]): readonly Interval[] {
  const intervals: Interval[] = [];
  for (const stay of stays.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    const last = intervals.at(-1);
    if (last && endOf(last) >= Date.parse(stay.from)) {
      if (endOf(stay) > endOf(last)) intervals[intervals.length - 1] = { from: last.from, to: stay.to };
    } else intervals.push(stay);
  }
  return intervals;
}

const endOf = ({ to }: Interval): number => (to === null ? Infinity : Date.parse(to));

/** Whole seconds of the intervals that fall between two instants. */
export function secondsWithin(intervals: readonly Interval[], from: Instant, to: Instant): number {
  return intervals.reduce((sum, interval) => {
    const start = Date.parse(interval.from) > Date.parse(from) ? interval.from : from;
    const end = interval.to === null || Date.parse(interval.to) > Date.parse(to) ? to : interval.to;
    return sum + secondsBetween(start, end);
  }, 0);
}

/** True where an interval touches the time between two instants: present for an item, at a vote. */
export const isWithin = (intervals: readonly Interval[], from: Instant, to: Instant): boolean =>
  intervals.some((interval) => Date.parse(interval.from) <= Date.parse(to) && endOf(interval) > Date.parse(from));

/**
 * An attendee's presence over the meeting as it is known at `at`.
 * @param at the meeting's time, or any earlier instant to look back to
 */
export function presenceOf(
  meeting: MeetingState,
  attendance: AttendanceState,
  attendeeId: string,
  at: Instant,
): Presence {
  const { openedAt, closedAt } = meeting.lifecycle;
  const intervals = intervalsOf(attendance, attendeeId, at);
  const here = intervals.at(-1)?.to === null;
  const gaps = intervals.slice(1).map((next, place) => ({ from: intervals[place]!.to!, to: next.from }));
  const excused = (meeting.roster.attendees.get(attendeeId)?.excused ?? null) !== null;

  const opened = openedAt !== null && Date.parse(openedAt) <= Date.parse(at);
  const end = closedAt !== null && Date.parse(closedAt) < Date.parse(at) ? closedAt : at;
  const came = opened ? isWithin(intervals, openedAt, end) : here;
  const during = opened && came ? intervals.filter((interval) => isWithin([interval], openedAt, end)) : [];
  return {
    status: came ? 'present' : excused ? 'excused' : 'absent',
    arrivedLate: during.length > 0 && Date.parse(during[0]!.from) > Date.parse(openedAt!),
    leftEarly: during.length > 0 && endOf(during.at(-1)!) < Date.parse(end),
    here,
    intervals,
    gaps,
    seconds: opened ? secondsWithin(intervals, openedAt, end) : 0,
  };
}
