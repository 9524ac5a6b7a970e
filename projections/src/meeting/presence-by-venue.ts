// Where they were: how many were present in each venue, and from elsewhere, during each item that was taken. Two dimensions of
// the attendance, small enough to be seen at once.

import type { AgendaItem, AttendanceState, Instant } from '@rostrum/events';
import { attendancePerItem } from './attendance-per-item.ts';
import type { AttendanceRow, AttendanceTable } from './attendance-per-item.ts';
import type { MeetingView } from './view.ts';

export type VenueRow = {
  /** Null: by video from elsewhere. */
  readonly venueId: string | null;
  readonly name: string | null;
  /** By item, in the order in which the items were taken: who was there at any time of it. */
  readonly present: readonly number[];
};

export type PresenceByVenue = {
  /** The items taken so far, in that order: the columns. */
  readonly items: readonly AgendaItem[];
  /** In the order of the venues, elsewhere last; a venue to which nobody is assigned is left out. */
  readonly rows: readonly VenueRow[];
  readonly total: readonly number[];
};

const ELSEWHERE = { venueId: null, name: null };

/**
 * Present by venue and item, as it is known at an instant; give the closing time for the final table.
 * @param table the attendance of the same view at the same instant, where it is at hand already
 */
export function presenceByVenue(
  view: MeetingView,
  at: Instant,
  table: AttendanceTable = attendancePerItem(view, at),
): PresenceByVenue {
  const { items, rows } = table;
  const heads = headsOf(view);
  const byVenue = new Map<string | null, number[]>();
  const total = items.map(() => 0);
  for (const row of rows) {
    const present = byVenue.get(row.venueId) ?? items.map(() => 0);
    byVenue.set(row.venueId, present);
    for (const [place, item] of items.entries()) {
      const inDelegation = heads.get(row.rosterId)?.some((id) => countedDuring(id, item, view.attendance, at) > 0);
      const came = inDelegation ? 0 : howMany(row, place, countedDuring(row.rosterId, item, view.attendance, at));
      present[place]! += came;
      total[place]! += came;
    }
  }
  const venues = view.meeting.roster.venues.values().map(({ venueId, name }) => ({ venueId, name }));
  return {
    items,
    rows: [...venues, ELSEWHERE].flatMap((venue) => {
      const present = byVenue.get(venue.venueId);
      return present === undefined ? [] : [{ ...venue, present }];
    }),
    total,
  };
}

const howMany = (row: AttendanceRow, place: number, counted: number): number => {
  if (row.kind === 'delegation') return counted;
  return row.items[place]!.present ? 1 : 0;
};

/** The latest count by the end of an item. */
function countedDuring(
  delegationId: string,
  { sittings }: AgendaItem,
  { counts }: AttendanceState,
  at: Instant,
): number {
  const end = Math.min(Date.parse(sittings.at(-1)?.to ?? at), Date.parse(at));
  return counts.get(delegationId)?.findLast((count) => Date.parse(count.at) <= end)?.count ?? 0;
}

/** The delegations that an attendee leads: in their count the attendee is counted already. */
function headsOf({ meeting }: MeetingView): ReadonlyMap<string, readonly string[]> {
  const led = new Map<string, string[]>();
  for (const { delegationId, headId, removed } of meeting.roster.delegations) {
    if (headId === null || removed) continue;
    led.set(headId, [...(led.get(headId) ?? []), delegationId]);
  }
  return led;
}
