// What a meeting may be scheduled with: venues, roster, officers and agenda, so that one made after another meeting or
// from a template is there as a whole or not at all. The rules are those of the slices themselves.

import * as z from 'zod';
import { reject } from '../kernel/decision.ts';
import type { Decision, Rejection } from '../kernel/decision.ts';
import { id } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { dangling, evolvePlan, planCommands } from './agenda-plan.ts';
import { attendeeCommands, evolveAttendees } from './attendees.ts';
import { delegationCommands, evolveDelegations, wrongHead } from './delegations.ts';
import type { MeetingEvent, MeetingState } from './meeting.ts';
import { idTaken, LAST_PLACE } from './names.ts';
import type { NameKind } from './names.ts';
import { evolveOfficers, unfit } from './officers.ts';
import type { Office } from './officers.ts';
import { identity, MOST_ROWS } from './roster-import.ts';
import { venue } from './venue.ts';
import { evolveVenues, unknownVenue } from './venues.ts';

/** Items that a meeting may be scheduled with. */
export const MOST_ITEMS = 500;

const attendee = attendeeCommands['add-attendee'].input.extend({ attendeeId: id });
const delegation = delegationCommands['add-delegation'].input.extend({ delegationId: id });
const item = planCommands['add-item'].input.omit({ documents: true, beforeItemId: true }).extend({ itemId: id });

/** Ids are the sender's, so that one part can name another: the presenter of an item, the head of a delegation. */
export const scheduledWith = {
  venues: z.array(venue).max(500).default([]),
  attendees: z.array(attendee).max(MOST_ROWS).default([]),
  delegations: z.array(delegation).max(MOST_ROWS).default([]),
  officers: z
    .strictObject({
      chair: id.nullable().default(null),
      deputies: z.array(id).max(50).default([]),
      secretary: id.nullable().default(null),
    })
    .default({ chair: null, deputies: [], secretary: null }),
  /** In the planned order. Documents are tabled later. */
  items: z.array(item).max(MOST_ITEMS).default([]),
};

type Parts = { readonly [Part in keyof typeof scheduledWith]: z.output<(typeof scheduledWith)[Part]> };
type Step = (meeting: MeetingState) => MeetingEvent | Rejection;

/**
 * The events that give a new meeting its parts, in their order.
 * @param meeting the meeting before any of them
 */
export function decideParts(parts: Parts, meeting: MeetingState, at: Instant): Decision<MeetingEvent> {
  const repeated = repeatedName('person', parts.attendees) ?? repeatedName('delegation', parts.delegations);
  if (repeated) return repeated;
  const events: MeetingEvent[] = [];
  let state = meeting;
  for (const step of stepsOf(parts, at)) {
    const decided = step(state);
    if ('rejected' in decided) return decided;
    events.push(decided);
    state = after(state, decided);
  }
  return events;
}

function stepsOf({ venues, attendees, delegations, officers, items }: Parts, at: Instant): readonly Step[] {
  const places = placesAfter([...attendees, ...delegations]);
  return [
    ...venues.map((added): Step => () => ({ type: 'VenueAdded', data: { ...added, at } })),
    ...attendees.map((given): Step => ({ roster }) => {
      const refusal = idTaken(roster, given.attendeeId) ?? unknownVenue(roster, given.venueId);
      const { precedence = places.next(), ...added } = given;
      return refusal ?? { type: 'AttendeeAdded', data: { ...added, precedence, at } };
    }),
    ...delegations.map((given): Step => ({ roster }) => {
      const refusal =
        idTaken(roster, given.delegationId) ?? unknownVenue(roster, given.venueId) ?? wrongHead(roster, given);
      const { precedence = places.next(), ...added } = given;
      return refusal ?? { type: 'DelegationAdded', data: { ...added, precedence, at } };
    }),
    ...appointments(officers).map(
      ([office, attendeeId]): Step =>
        (state) =>
          unfit(attendeeId, office, state) ?? { type: 'OfficerAppointed', data: { office, attendeeId, at } },
    ),
    ...items.map(
      (added): Step =>
        (state) =>
          itemExists(state, added.itemId) ??
          dangling(added, state) ?? {
            type: 'ItemAdded',
            data: { ...added, documents: [], beforeItemId: null, at },
          },
    ),
  ];
}

const appointments = ({ chair, deputies, secretary }: Parts['officers']): readonly (readonly [Office, string])[] => [
  ...(chair === null ? [] : [['chair', chair] as const]),
  ...Array.from(new Set(deputies), (deputy) => ['deputy', deputy] as const),
  ...(secretary === null ? [] : [['secretary', secretary] as const]),
];

/** The places in the order of precedence after all that are given, one after another. */
function placesAfter(given: readonly { readonly precedence?: number | undefined }[]): { next: () => number } {
  let last = given.reduce((highest, { precedence = 0 }) => Math.max(highest, precedence), 0);
  return { next: () => (last = Math.min(last + 1, LAST_PLACE)) };
}

/** The refusal where the same name stands twice in a unit. */
function repeatedName(
  kind: NameKind,
  names: readonly { readonly name: string; readonly unit: string }[],
): Rejection | undefined {
  const seen = new Set<string>();
  for (const { name, unit } of names) {
    const who = identity(kind, { name, unit });
    if (seen.has(who)) {
      const message = `“${name}” (${unit}) stands twice. Leave one of the two out, or add to the name what tells them apart.`;
      return reject.conflict('roster.namesake', message, { name, unit });
    }
    seen.add(who);
  }
  return undefined;
}

function itemExists({ agenda }: MeetingState, itemId: string): Rejection | undefined {
  const known = agenda.items.get(itemId);
  const message = `“${known?.title}” has this id already. Give every item an id of its own.`;
  return known && reject.conflict('agenda.item-exists', message, { itemId });
}

function after(meeting: MeetingState, event: MeetingEvent): MeetingState {
  switch (event.type) {
    case 'VenueAdded':
      return { ...meeting, roster: evolveVenues.VenueAdded(meeting.roster, event.data) };
    case 'AttendeeAdded':
      return { ...meeting, roster: evolveAttendees.AttendeeAdded(meeting.roster, event.data) };
    case 'DelegationAdded':
      return { ...meeting, roster: evolveDelegations.DelegationAdded(meeting.roster, event.data) };
    case 'OfficerAppointed':
      return { ...meeting, officers: evolveOfficers.OfficerAppointed(meeting.officers, event.data) };
    case 'ItemAdded':
      return { ...meeting, agenda: evolvePlan.ItemAdded(meeting.agenda, event.data) };
    default:
      return meeting;
  }
}
