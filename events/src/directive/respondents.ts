// Who is to answer a directive, and who may answer for them.

import type { Actor } from '../kernel/actor.ts';
import type { Directive } from '../meeting/directives.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import { attendeeOnRoster, entryOnRoster } from '../meeting/names.ts';
import { speaksFor } from '../meeting/roles.ts';
import type { RosterState } from '../meeting/roster.ts';
import { isSameOrBelow, unitsOnRoster } from '../meeting/units.ts';

/**
 * The units and names that are to answer: each name addressed, and for each unit addressed all units on the roster at or
 * below it; the addressed path itself where the roster has none of them.
 * @returns unit paths and roster ids, each once
 */
export function respondentsOf({ addressedTo }: Directive, roster: RosterState): readonly string[] {
  const units = unitsOnRoster(roster);
  const respondents = addressedTo.flatMap((addressee) => {
    if (roster.attendees.has(addressee) || roster.delegations.has(addressee)) return [addressee];
    const below = units.filter((unit) => isSameOrBelow(unit, addressee));
    return below.length > 0 ? below : [addressee];
  });
  return [...new Set(respondents)];
}

/** True where the actor may answer: as the person named, as head of the delegation named, or from within the unit. */
export function answersFor(actor: Actor, respondent: string, meeting: MeetingState): boolean {
  if (actor.kind !== 'attendee' || actor.meetingId !== meeting.lifecycle.meetingId) return false;
  if (entryOnRoster(meeting.roster, respondent)) return speaksFor(actor, respondent, meeting);
  const own = attendeeOnRoster(meeting.roster, actor.id);
  const led = meeting.roster.delegations.values().filter(({ headId, removed }) => headId === actor.id && !removed);
  return [own, ...led].some((entry) => entry !== undefined && isSameOrBelow(entry.unit, respondent));
}
