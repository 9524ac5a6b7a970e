// Who was there for what: each name of the roster against each item that was taken, with lateness, early leaving and the
// gaps between. The rows of `attendance.csv` and of the minutes.

import { intervalsOf, presenceOf } from '@rostrum/events';
import type { AgendaItem, AttendanceState, Instant, Interval, Presence } from '@rostrum/events';
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

/** In milliseconds: a table of hundreds of names by dozens of items is made of numbers. */
type Span = { readonly from: number; readonly to: number };
type Column = { readonly itemId: string; readonly open: readonly Span[] };

/** Attendance by name and item, as it is known at an instant; give the closing time for the final table. */
export function attendancePerItem({ meeting, attendance }: MeetingView, at: Instant): AttendanceTable {
  const items = meeting.agenda.taken.map((itemId) => meeting.agenda.items.get(itemId)!);
  const columns = items.map((item) => columnOf(item, Date.parse(at)));
  const rows = namesInOrder(meeting).map((name): AttendanceRow => {
    if (name.kind === 'delegation') return delegationRow(name, attendance, columns, Date.parse(at));
    const stays = intervalsOf(attendance, name.rosterId, at).map(spanOf);
    const presence = presenceOf(meeting, attendance, name.rosterId, at);
    return { ...name, presence, counted: null, items: columns.map((column) => duringItem(column, stays)) };
  });
  return {
    items,
    rows: rows.filter((row) => !row.removed || (row.presence?.intervals.length ?? row.counted ?? 0) > 0),
  };
}

const spanOf = ({ from, to }: Interval): Span => ({
  from: Date.parse(from),
  to: to === null ? Number.POSITIVE_INFINITY : Date.parse(to),
});

/** The sittings of an item until `at`: one that lasts ends there. */
const columnOf = ({ itemId, sittings }: AgendaItem, at: number): Column => ({
  itemId,
  open: sittings.map(spanOf).flatMap(({ from, to }) => (from <= at ? [{ from, to: Math.min(to, at) }] : [])),
});

function duringItem({ itemId, open }: Column, stays: readonly Span[]): ItemAttendance {
  const [start, end] = [open[0]?.from ?? 0, open.at(-1)?.to ?? 0];
  const present = open.some((sitting) => stays.some((stay) => stay.from <= sitting.to && stay.to > sitting.from));
  return {
    itemId,
    present,
    late: present && !stays.some(({ from, to }) => from <= start && to > start),
    leftEarly: present && !stays.some(({ from, to }) => from <= end && to >= end),
    seconds: open.reduce((sum, sitting) => sum + secondsWithin(stays, sitting), 0),
    gaps: present ? open.flatMap((sitting) => gapsWithin(stays, sitting)) : [],
  };
}

const wholeSeconds = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / 1000));

const secondsWithin = (stays: readonly Span[], sitting: Span): number =>
  stays.reduce((sum, { from, to }) => sum + wholeSeconds(Math.max(from, sitting.from), Math.min(to, sitting.to)), 0);

/** The holes between stays that fall into a sitting, cut to it. */
const gapsWithin = (stays: readonly Span[], sitting: Span): ItemAttendance['gaps'] =>
  stays.slice(1).flatMap((next, place) => {
    const from = Math.max(stays[place]!.to, sitting.from);
    const to = Math.min(next.from, sitting.to);
    return from < to ? [{ from: new Date(from).toISOString(), to: new Date(to).toISOString() }] : [];
  });

function delegationRow(
  name: RosterName,
  attendance: AttendanceState,
  columns: readonly Column[],
  at: number,
): AttendanceRow {
  const counts = (attendance.counts.get(name.rosterId) ?? []).filter((count) => Date.parse(count.at) <= at);
  const items = columns.map(({ itemId, open }): ItemAttendance => {
    const end = open.at(-1)?.to ?? Number.NEGATIVE_INFINITY;
    const known = counts.findLast((count) => Date.parse(count.at) <= end);
    return { itemId, present: (known?.count ?? 0) > 0, late: false, leftEarly: false, seconds: 0, gaps: [] };
  });
  const largest = counts.reduce((most, { count }) => Math.max(most, count), 0);
  return { ...name, presence: null, counted: counts.length === 0 ? null : largest, items };
}
