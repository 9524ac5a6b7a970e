// The attendees of the roster: persons are added, revised and removed. One who holds an office, has the floor, presents
// an item or leads a delegation cannot be removed before that is settled.

import * as z from 'zod';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { differs, overtaken, revised, SEEN } from '../kernel/revise.ts';
import { id, instant, line, prose } from '../kernel/text.ts';
import { BEFORE, RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { attendeeOnRoster, idTaken, nameFields, namesake, nextPlace } from './names.ts';
import type { Attendee } from './names.ts';
import { boundToMeeting, handsTakenDown } from './removal.ts';
import type { RosterState } from './roster.ts';
import { unknownVenue } from './venues.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const attendeeFields = { ...nameFields, title: line(300).nullable() };

export const attendeeEvents = {
  AttendeeAdded: z.strictObject({ attendeeId: id, ...attendeeFields, at: instant }),
  AttendeeRevised: z.strictObject({ attendeeId: id, ...attendeeFields, at: instant }),
  AttendeeRemoved: z.strictObject({ attendeeId: id, reason: prose(1000).nullable(), at: instant }),
};
export type AttendeeEvent = EventOf<typeof attendeeEvents>;

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveAttendees: Evolve<RosterState, AttendeeEvent> = {
  AttendeeAdded: (state, { at: _at, ...added }) => ({
    ...state,
    attendees: state.attendees.set(added.attendeeId, {
      ...added,
      answer: 'none',
      substitute: null,
      note: null,
      excused: null,
      removed: false,
    }),
  }),
  AttendeeRevised: (state, { at: _at, ...revised }) => ({
    ...state,
    attendees: state.attendees.change(revised.attendeeId, (attendee) => ({ ...attendee, ...revised })),
  }),
  AttendeeRemoved: (state, { attendeeId }) => ({
    ...state,
    attendees: state.attendees.change(attendeeId, (attendee) => ({ ...attendee, removed: true })),
  }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const attendeeCommands = {
  'add-attendee': {
    summary: 'Add an attendee',
    description:
      'Puts a person on the roster. Without a precedence they come after everyone there. The same name may stand once in a unit. E-mail and telephone are kept elsewhere.',
    input: z.strictObject({
      attendeeId: id.optional(),
      ...attendeeFields,
      title: attendeeFields.title.default(null),
      capacity: attendeeFields.capacity.default('member'),
      precedence: attendeeFields.precedence.optional(),
      venueId: attendeeFields.venueId.default(null),
    }),
    example: {
      attendeeId: 'wei-yiyin',
      name: 'Wei Yiyin',
      title: 'Deputy General Manager and Chief Information Officer',
      unit: 'CASIC',
      capacity: 'rapporteur',
      precedence: 4,
      venueId: 'main',
    },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'revise-attendee': {
    summary: 'Revise an attendee',
    description: `Replaces what is given of an attendee and leaves the rest. ${SEEN}`,
    input: z.strictObject({
      attendeeId: id,
      ...z.object(attendeeFields).partial().shape,
      seen: z.strictObject(attendeeFields).partial().optional(),
    }),
    example: { attendeeId: 'wei-yiyin', venueId: 'branch' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'remove-attendee': {
    summary: 'Remove an attendee',
    description:
      'Takes a person off the roster; hands they have raised go down. Refused while they hold an office or the floor, present an item or lead a delegation.',
    input: z.strictObject({ attendeeId: id, reason: prose(1000).nullable().default(null) }),
    example: { attendeeId: 'wei-yiyin', reason: 'Entered twice' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const unknown = (attendeeId: string) =>
  reject.missing('roster.unknown', 'There is no such attendee on the roster.', { attendeeId });

export const decideAttendees: Deciders<typeof attendeeCommands, MeetingState, Surroundings, MeetingEvent> = {
  'add-attendee': ({ id: commandId, data, at }, { roster }) => {
    const { attendeeId = commandId, precedence = nextPlace(roster), ...given } = data;
    const known = attendeeOnRoster(roster, attendeeId);
    if (known && !differs(known, { ...given, precedence: data.precedence })) return nothing;
    const refusal =
      idTaken(roster, attendeeId) ??
      namesake(roster, 'person', given, attendeeId) ??
      unknownVenue(roster, given.venueId);
    return refusal ?? [{ type: 'AttendeeAdded', data: { attendeeId, ...given, precedence, at } }];
  },

  'revise-attendee': ({ data: { seen, ...data }, at }, { roster }) => {
    const known = attendeeOnRoster(roster, data.attendeeId);
    if (!known) return unknown(data.attendeeId);
    if (!differs(known, data)) return nothing;
    const { attendeeId, name, title, unit, capacity, precedence, venueId } = revised(known, data);
    const refusal =
      overtaken<Attendee>(known, data, seen) ??
      namesake(roster, 'person', { name, unit }, attendeeId) ??
      unknownVenue(roster, data.venueId);
    return (
      refusal ?? [
        { type: 'AttendeeRevised', data: { attendeeId, name, title, unit, capacity, precedence, venueId, at } },
      ]
    );
  },

  'remove-attendee': ({ data, at }, meeting) => {
    const known = meeting.roster.attendees.get(data.attendeeId);
    if (!known) return unknown(data.attendeeId);
    if (known.removed) return nothing;
    return (
      boundToMeeting(meeting, data.attendeeId) ?? [
        ...handsTakenDown(meeting, data.attendeeId, at),
        { type: 'AttendeeRemoved', data: { ...data, at } },
      ]
    );
  },
};
