// The roster: who is invited and where they sit. Attendees and delegations in an order of precedence, the venues where
// they are present, and what they answered. Telephone numbers and e-mail addresses are never part of it: they are kept
// in a stream of their own that can be erased (`contact-<id>`).

import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import type * as z from 'zod';
import { attendeeCommands, attendeeEvents, decideAttendees, evolveAttendees } from './attendees.ts';
import { decideDelegations, delegationCommands, delegationEvents, evolveDelegations } from './delegations.ts';
import { decideInvitations, evolveInvitations, invitationCommands, invitationEvents } from './invitations.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import type { Attendee, Delegation } from './names.ts';
import { decideImport, importCommands } from './roster-import.ts';
import { decideRevisions, revisionCommands } from './roster-revision.ts';
import type { Venue } from './venue.ts';
import { decideVenues, evolveVenues, venueCommands, venueEvents } from './venues.ts';

export { nameInRecord, nameOnRoster } from './names.ts';

export const rosterEvents = { ...venueEvents, ...attendeeEvents, ...delegationEvents, ...invitationEvents };
export type RosterEvent = EventOf<typeof rosterEvents>;

export type RosterState = {
  readonly attendees: Ledger<Attendee>;
  readonly delegations: Ledger<Delegation>;
  readonly venues: Ledger<Venue>;
};

export const initialRoster: RosterState = {
  attendees: Ledger.empty(),
  delegations: Ledger.empty(),
  venues: Ledger.empty(),
};

export const evolveRoster: Evolve<RosterState, RosterEvent> = {
  ...evolveVenues,
  ...evolveAttendees,
  ...evolveDelegations,
  ...evolveInvitations,
};

export const rosterCommands = {
  ...venueCommands,
  ...attendeeCommands,
  ...delegationCommands,
  ...importCommands,
  ...revisionCommands,
  ...invitationCommands,
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

export const decideRoster: Deciders<typeof rosterCommands, MeetingState, Surroundings, MeetingEvent> = {
  ...decideVenues,
  ...decideAttendees,
  ...decideDelegations,
  ...decideImport,
  ...decideRevisions,
  ...decideInvitations,
};
