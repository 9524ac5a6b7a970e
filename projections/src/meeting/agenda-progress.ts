// The agenda against the clock: when each item was planned, when it was taken, when what is left is to be expected, and
// how far the meeting is behind.

import type { AgendaItem, Instant, ItemStatus } from '@rostrum/events';
import type { MeetingView } from './view.ts';

export type ItemProgress = {
  readonly itemId: string;
  readonly title: string;
  readonly kind: AgendaItem['kind'];
  readonly status: ItemStatus;
  readonly plannedMinutes: number | null;
  /** By the planned start of the meeting and the planned minutes of all items before it. */
  readonly plannedFrom: Instant;
  readonly plannedTo: Instant;
  /** First call and last end; null where it has not come to that. */
  readonly actualFrom: Instant | null;
  readonly actualTo: Instant | null;
  /** For what is not over: when it is to be expected as things stand; null for what is over, deferred or withdrawn. */
  readonly expectedFrom: Instant | null;
  readonly expectedTo: Instant | null;
  /** How long it took beyond its plan, or takes by now; negative where it was shorter; null without a plan or a start. */
  readonly overrunSeconds: number | null;
};

export type AgendaProgress = {
  /** In the planned order. */
  readonly items: readonly ItemProgress[];
  /** When the last planned item was to end. */
  readonly plannedEnd: Instant;
  /** When it will end if all that is left takes as long as planned; when it ended. */
  readonly expectedEnd: Instant;
  /** Whole minutes behind the plan; negative: ahead of it. 0 before the meeting opens. */
  readonly minutesBehind: number;
};

const MINUTE = 60_000;
const isoOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
const minutesOf = ({ plannedMinutes }: AgendaItem): number => (plannedMinutes ?? 0) * MINUTE;

/** The agenda against the clock, at an instant. */
export function agendaProgress({ meeting }: MeetingView, at: Instant): AgendaProgress {
  const { lifecycle, agenda } = meeting;
  const items = agenda.order.map((itemId) => agenda.items.get(itemId)!);
  const now = Date.parse(lifecycle.closedAt ?? at);
  const start = Date.parse(lifecycle.startsAt);

  let planned = start;
  // Nothing that is left can begin before now, before the meeting's start, or before a recess is to end.
  const resumesAt = lifecycle.recesses.find(({ to }) => to === null)?.resumesAt ?? null;
  let expected = Math.max(
    now,
    lifecycle.openedAt === null ? start : now,
    resumesAt === null ? now : Date.parse(resumesAt),
  );
  const open = agenda.open === null ? undefined : agenda.items.get(agenda.open);
  const endOfOpen = open === undefined ? expected : Math.max(expected, startOfSitting(open) + minutesOf(open));
  if (open !== undefined) expected = endOfOpen;

  const rows = items.map((item): ItemProgress => {
    const plannedFrom = planned;
    planned += minutesOf(item);
    const over = item.status === 'concluded' || item.status === 'deferred' || item.status === 'withdrawn';
    const isOpen = item.status === 'open';
    const expectedFrom = over || isOpen ? null : expected;
    if (expectedFrom !== null) expected += minutesOf(item);
    const expectedTo = over ? null : isOpen ? endOfOpen : expected;
    return {
      itemId: item.itemId,
      title: item.title,
      kind: item.kind,
      status: item.status,
      plannedMinutes: item.plannedMinutes,
      plannedFrom: isoOf(plannedFrom),
      plannedTo: isoOf(planned),
      actualFrom: item.calledAt,
      actualTo: over ? (item.sittings.at(-1)?.to ?? null) : null,
      expectedFrom: expectedFrom === null ? null : isoOf(expectedFrom),
      expectedTo: expectedTo === null ? null : isoOf(expectedTo),
      overrunSeconds: overrunOf(item, now),
    };
  });
  const left = rows.some(({ expectedTo }) => expectedTo !== null);
  const lastEnd = rows.reduce(
    (last, { actualTo }) => (actualTo === null ? last : Math.max(last, Date.parse(actualTo))),
    start,
  );
  const expectedEnd = left ? expected : lastEnd;
  const minutesBehind = lifecycle.openedAt === null ? 0 : Math.trunc((expectedEnd - planned) / MINUTE) || 0;
  return { items: rows, plannedEnd: isoOf(planned), expectedEnd: isoOf(expectedEnd), minutesBehind };
}

const startOfSitting = (item: AgendaItem): number => Date.parse(item.sittings.at(-1)?.from ?? item.calledAt ?? '');

function overrunOf(item: AgendaItem, now: number): number | null {
  if (item.plannedMinutes === null || item.sittings.length === 0) return null;
  const taken = item.sittings.reduce(
    (sum, { from, to }) => sum + (to === null ? now : Date.parse(to)) - Date.parse(from),
    0,
  );
  return Math.trunc((taken - minutesOf(item)) / 1000);
}
