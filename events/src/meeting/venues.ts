// The venues of a meeting: places are added, renamed and given up; names of the roster are assigned to them.

import * as z from 'zod';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { overtaken, SEEN } from '../kernel/revise.ts';
import { id, instant } from '../kernel/text.ts';
import { BEFORE, RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import type { RosterState } from './roster.ts';
import { venue } from './venue.ts';
import type { Venue } from './venue.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const { name } = venue.shape;
const main = z.boolean();

export const venueEvents = {
  VenueAdded: z.strictObject({ venueId: id, name, main, at: instant }),
  VenueRevised: z.strictObject({ venueId: id, name, main, at: instant }),
  VenueWithdrawn: z.strictObject({ venueId: id, at: instant }),
};
export type VenueEvent = EventOf<typeof venueEvents>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The venue with this id that has not been withdrawn. */
export function venueInUse({ venues }: RosterState, venueId: string): Venue | undefined {
  const found = venues.get(venueId);
  return found?.withdrawn ? undefined : found;
}

/** The refusal where a name is to sit at a venue that the meeting does not have; null is no venue and always right. */
export function unknownVenue(roster: RosterState, venueId: string | null | undefined): Rejection | undefined {
  if (venueId === null || venueId === undefined || venueInUse(roster, venueId)) return undefined;
  return reject.missing('roster.unknown-venue', 'The meeting has no such venue. Add the venue first.', { venueId });
}

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveVenues: Evolve<RosterState, VenueEvent> = {
  VenueAdded: (state, { venueId, name, main }) => ({
    ...state,
    venues: state.venues.set(venueId, { venueId, name, main, withdrawn: false }),
  }),
  VenueRevised: (state, { venueId, name, main }) => ({
    ...state,
    venues: state.venues.change(venueId, (venue) => ({ ...venue, name, main })),
  }),
  VenueWithdrawn: (state, { venueId }) => ({
    ...state,
    venues: state.venues.change(venueId, (venue) => ({ ...venue, withdrawn: true })),
  }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const venueCommands = {
  'add-venue': {
    summary: 'Add a venue',
    description:
      'Adds a place where people are present in person. A meeting has one main venue and any number of branch venues.',
    input: z.strictObject({ ...venue.shape, venueId: id.optional() }),
    example: { venueId: 'branch', name: 'Branch venue, Wuhan' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'revise-venue': {
    summary: 'Revise a venue',
    description: `Renames a venue, or makes it the main one or a branch. What is not given stays. ${SEEN}`,
    input: z.strictObject({
      venueId: id,
      name: name.optional(),
      main: main.optional(),
      seen: z.strictObject({ name, main }).partial().optional(),
    }),
    example: { venueId: 'branch', name: 'Branch venue, Wuhan, second hall' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'withdraw-venue': {
    summary: 'Withdraw a venue',
    description: 'Gives a venue up. Refused while names on the roster are assigned to it.',
    input: z.strictObject({ venueId: id }),
    example: { venueId: 'branch' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function secondMain({ venues }: RosterState, wanted: Pick<Venue, 'venueId' | 'main'>): Rejection | undefined {
  const other = venues.values().find((venue) => venue.main && !venue.withdrawn && venue.venueId !== wanted.venueId);
  if (!wanted.main || !other) return undefined;
  return reject.conflict('roster.main-venue', `${other.name} is the main venue. Make it a branch venue first.`, {
    venueId: other.venueId,
  });
}

const unknown = (venueId: string) =>
  reject.missing('roster.unknown-venue', 'The meeting has no such venue.', { venueId });

export const decideVenues: Deciders<typeof venueCommands, MeetingState, Surroundings, MeetingEvent> = {
  'add-venue': ({ id: commandId, data, at }, { roster }) => {
    const { venueId = commandId, name, main } = data;
    const known = roster.venues.get(venueId);
    if (known) {
      return known.name === name && known.main === main && !known.withdrawn
        ? nothing
        : reject.conflict('roster.venue-exists', `${known.name} has this id already. Revise it, or use another id.`, {
            venueId,
          });
    }
    return secondMain(roster, { venueId, main }) ?? [{ type: 'VenueAdded', data: { venueId, name, main, at } }];
  },

  'revise-venue': ({ data, at }, { roster }) => {
    const known = venueInUse(roster, data.venueId);
    if (!known) return unknown(data.venueId);
    const revised = { venueId: known.venueId, name: data.name ?? known.name, main: data.main ?? known.main };
    if (revised.name === known.name && revised.main === known.main) return nothing;
    const { seen, ...given } = data;
    return (
      overtaken<Venue>(known, given, seen) ??
      secondMain(roster, revised) ?? [{ type: 'VenueRevised', data: { ...revised, at } }]
    );
  },

  'withdraw-venue': ({ data, at }, { roster }) => {
    const known = roster.venues.get(data.venueId);
    if (!known) return unknown(data.venueId);
    if (known.withdrawn) return nothing;
    const assigned = [...roster.attendees, ...roster.delegations].filter(
      (name) => name.venueId === data.venueId && !name.removed,
    );
    if (assigned.length > 0) {
      return reject.conflict(
        'roster.venue-in-use',
        `${assigned.length} on the roster sit at ${known.name}. Move them to another venue first.`,
        {
          venueId: data.venueId,
          assigned: assigned.length,
        },
      );
    }
    return [{ type: 'VenueWithdrawn', data: { ...data, at } }];
  },
};
