// Who was there for what: each name of the roster against each item that was taken, with lateness, early leaving and the
// gaps between. The rows of `attendance.csv` and of the minutes.

import { intervalsOf, isWithin, presenceOf, secondsBetween, secondsWithin } from '@rostrum/events';
import type { AgendaItem, AttendanceState, Count, Instant, Interval, Presence, Sitting } from '@rostrum/events';
import { namesInOrder } from './presence.ts';
import type { RosterName } from './presence.ts';
import type { MeetingView } from './view.ts';

export type ItemAttendance = {
  readonly itemId: string;
  readonly present: boolean;
  /** Not there when the item was called. */
  readonly late: boolean;
  /** Not there when it ended. */
  readonly leftEarly: boolean;
  /** Whole seconds present while the item was open. */
  readonly seconds: number;
  /** Times of absence between coming and leaving, while the item was open. */
  readonly gaps: readonly { readonly from: Instant; readonly to: Instant }[];
};

export type AttendanceRow = RosterName & {
  /** Of an attendee, over the whole meeting; null for a delegation. */
  readonly presence: Presence | null;
  /** Of a delegation: the largest count of the meeting; null where it was never counted, and for an attendee. */
  readonly counted: number | null;
  /** By item, in the order in which the items were taken. Of a delegation: whether anyone of it was counted by then. */
  readonly items: readonly ItemAttendance[];
};

export type AttendanceTable = {
  /** The items taken so far, in that order: the columns. */
  readonly items: readonly AgendaItem[];
  /** In order of precedence. Who was removed from the roster is listed where they had come. */
  readonly rows: readonly AttendanceRow[];
};

/** Attendance by name and item, as it is known at an instant; give the closing time for the final table. */
export function attendancePerItem({ meeting, attendance }: MeetingView, at: Instant): AttendanceTable {
  const items = meeting.agenda.taken.map((itemId) => meeting.agenda.items.get(itemId)!);
  const rows = namesInOrder(meeting).map((name): AttendanceRow => {
    if (name.kind === 'delegation') return delegationRow(name, attendance, items, at);
    const intervals = intervalsOf(attendance, name.rosterId, at);
    const presence = presenceOf(meeting, attendance, name.rosterId, at);
    return { ...name, presence, counted: null, items: items.map((item) => duringItem(item, intervals, at)) };
  });
  return {
    items,
    rows: rows.filter((row) => !row.removed || (row.presence?.intervals.length ?? row.counted ?? 0) > 0),
  };
}

function duringItem({ itemId, sittings }: AgendaItem, intervals: readonly Interval[], at: Instant): ItemAttendance {
  const open = spans(sittings, at);
  const seconds = open.reduce((sum, { from, to }) => sum + secondsWithin(intervals, from, to), 0);
  const present = open.some(({ from, to }) => isWithin(intervals, from, to));
  const [first, last] = [open[0], open.at(-1)];
  return {
    itemId,
    present,
    late: present && !isHereAt(intervals, first!.from),
    leftEarly: present && !isHereUntil(intervals, last!.to),
    seconds,
    gaps: present ? open.flatMap((span) => gapsWithin(intervals, span)) : [],
  };
}

type Span = { readonly from: Instant; readonly to: Instant };

/** Sittings until `at`: one that lasts ends there. */
const spans = (sittings: readonly Sitting[], at: Instant): readonly Span[] =>
  sittings.map(({ from, to }) => ({ from, to: to ?? at })).filter(({ from, to }) => Date.parse(from) <= Date.parse(to));

const isHereAt = (intervals: readonly Interval[], instant: Instant): boolean =>
  intervals.some(({ from, to }) => Date.parse(from) <= Date.parse(instant) && endOf(to) > Date.parse(instant));

/** Here in the last moment before an instant. */
const isHereUntil = (intervals: readonly Interval[], instant: Instant): boolean =>
  intervals.some(({ from, to }) => Date.parse(from) <= Date.parse(instant) && endOf(to) >= Date.parse(instant));

const endOf = (to: Instant | null): number => (to === null ? Number.POSITIVE_INFINITY : Date.parse(to));

/** The holes between intervals that fall into a span, cut to it. */
const gapsWithin = (intervals: readonly Interval[], span: Span): Span[] =>
  intervals.slice(1).flatMap((next, place) => {
    const from = later(intervals[place]!.to!, span.from);
    const to = earlier(next.from, span.to);
    return secondsBetween(from, to) > 0 ? [{ from, to }] : [];
  });

const later = (a: Instant, b: Instant): Instant => (Date.parse(a) >= Date.parse(b) ? a : b);
const earlier = (a: Instant, b: Instant): Instant => (Date.parse(a) <= Date.parse(b) ? a : b);

function delegationRow(
  name: RosterName,
  attendance: AttendanceState,
  items: readonly AgendaItem[],
  at: Instant,
): AttendanceRow {
  const counts = (attendance.counts.get(name.rosterId) ?? []).filter((count) => Date.parse(count.at) <= Date.parse(at));
  const largest = counts.reduce((most, { count }) => Math.max(most, count), 0);
  return {
    ...name,
    presence: null,
    counted: counts.length === 0 ? null : largest,
    items: items.map((item) => countedDuring(item, counts, at)),
  };
}

function countedDuring({ itemId, sittings }: AgendaItem, counts: readonly Count[], at: Instant): ItemAttendance {
  const last = spans(sittings, at).at(-1);
  const known = counts.findLast((count) => last !== undefined && Date.parse(count.at) <= Date.parse(last.to));
  return { itemId, present: (known?.count ?? 0) > 0, late: false, leftEarly: false, seconds: 0, gaps: [] };
}
