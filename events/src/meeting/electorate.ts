// Who may vote, with how many votes, and who of them is present.

import { countedOf, isRosterIdPresent } from '../attendance/presence.ts';
import type { AttendanceState } from '../attendance/attendance.ts';
import type { MeetingState } from './meeting.ts';

/** Capacities that carry a vote where a vote is opened to all members. */
const MEMBERS: readonly string[] = ['chair', 'leader', 'rapporteur', 'member'];

/** Roster ids of all members: attendees and delegations whose capacity carries a vote, in the roster's order. */
export function membersOf({ roster }: MeetingState): readonly string[] {
  const members = (entry: { readonly capacity: string; readonly removed: boolean }) =>
    !entry.removed && MEMBERS.includes(entry.capacity);
  return [
    ...roster.attendees
      .values()
      .filter(members)
      .map((attendee) => attendee.attendeeId),
    ...roster.delegations
      .values()
      .filter(members)
      .map((delegation) => delegation.delegationId),
  ];
}

/**
 * How many votes the named have. Each name has one, a delegation's cast by its head; in a show of hands a delegation has
 * as many as were counted of it, or else are expected.
 */
export function votesOf(
  rosterIds: readonly string[],
  byHands: boolean,
  meeting: MeetingState,
  attendance: AttendanceState,
): number {
  if (!byHands) return rosterIds.length;
  return rosterIds.reduce((sum, rosterId) => {
    const delegation = meeting.roster.delegations.get(rosterId);
    return sum + (delegation ? (countedOf(attendance, rosterId) ?? delegation.expected ?? 1) : 1);
  }, 0);
}

/** Those of the named who are present now. */
export const presentAmong = (
  rosterIds: readonly string[],
  meeting: MeetingState,
  attendance: AttendanceState,
): string[] => rosterIds.filter((rosterId) => isRosterIdPresent(meeting, attendance, rosterId));
