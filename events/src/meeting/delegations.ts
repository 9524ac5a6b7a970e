// The delegations of the roster: bodies present as one, with the number expected and a head who speaks for them.

import * as z from 'zod';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { differs, overtaken, revised, SEEN } from '../kernel/revise.ts';
import { id, instant, line, prose } from '../kernel/text.ts';
import { BEFORE, RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { attendeeOnRoster, delegationOnRoster, idTaken, nameFields, namesake, nextPlace } from './names.ts';
import type { Delegation } from './names.ts';
import { boundToMeeting, handsTakenDown } from './removal.ts';
import type { RosterState } from './roster.ts';
import { unknownVenue } from './venues.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const delegationFields = {
  ...nameFields,
  expected: z.int().min(0).max(1_000_000).nullable(),
  headId: id.nullable(),
  headName: line(200).nullable(),
};

export const delegationEvents = {
  DelegationAdded: z.strictObject({ delegationId: id, ...delegationFields, at: instant }),
  DelegationRevised: z.strictObject({ delegationId: id, ...delegationFields, at: instant }),
  DelegationRemoved: z.strictObject({ delegationId: id, reason: prose(1000).nullable(), at: instant }),
};
export type DelegationEvent = EventOf<typeof delegationEvents>;

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveDelegations: Evolve<RosterState, DelegationEvent> = {
  DelegationAdded: (state, { at: _at, ...added }) => ({
    ...state,
    delegations: state.delegations.set(added.delegationId, { ...added, removed: false }),
  }),
  DelegationRevised: (state, { at: _at, ...revised }) => ({
    ...state,
    delegations: state.delegations.change(revised.delegationId, (delegation) => ({ ...delegation, ...revised })),
  }),
  DelegationRemoved: (state, { delegationId }) => ({
    ...state,
    delegations: state.delegations.change(delegationId, (delegation) => ({ ...delegation, removed: true })),
  }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const delegationCommands = {
  'add-delegation': {
    summary: 'Add a delegation',
    description:
      'Puts a unit or category on the roster that is present as a body. Its head is an attendee of the roster (headId), who then speaks for it, or only a name (headName).',
    input: z.strictObject({
      delegationId: id.optional(),
      ...delegationFields,
      capacity: delegationFields.capacity.default('member'),
      precedence: delegationFields.precedence.optional(),
      venueId: delegationFields.venueId.default(null),
      expected: delegationFields.expected.default(null),
      headId: delegationFields.headId.default(null),
      headName: delegationFields.headName.default(null),
    }),
    example: {
      delegationId: 'second-academy',
      name: 'CASIC Second Academy',
      unit: 'CASIC / Second-level units / Second Academy',
      capacity: 'presenter',
      precedence: 13,
      venueId: 'branch',
      expected: 6,
    },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'revise-delegation': {
    summary: 'Revise a delegation',
    description: `Replaces what is given of a delegation and leaves the rest. ${SEEN}`,
    input: z.strictObject({
      delegationId: id,
      ...z.object(delegationFields).partial().shape,
      seen: z.strictObject(delegationFields).partial().optional(),
    }),
    example: { delegationId: 'second-academy', expected: 8 },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'remove-delegation': {
    summary: 'Remove a delegation',
    description:
      'Takes a delegation off the roster; hands raised for it go down. Refused while it has the floor or presents an item.',
    input: z.strictObject({ delegationId: id, reason: prose(1000).nullable().default(null) }),
    example: { delegationId: 'second-academy', reason: 'Its members are listed by name' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const unknown = (delegationId: string) =>
  reject.missing('roster.unknown', 'There is no such delegation on the roster.', { delegationId });

/** Why this cannot be the head of a delegation; undefined where it can. */
export function wrongHead(
  roster: RosterState,
  { headId, headName }: { readonly headId: string | null; readonly headName: string | null },
): Rejection | undefined {
  if (headId === null) return undefined;
  const head = attendeeOnRoster(roster, headId);
  if (!head) {
    return reject.missing(
      'roster.unknown',
      'The head is not an attendee on the roster. Add the attendee, or give the name alone.',
      { headId },
    );
  }
  return headName === null
    ? undefined
    : reject.invalid(
        'roster.two-heads',
        `A delegation has one head: ${head.name} or ${headName}. Give one of the two and null for the other.`,
        {
          headId,
          headName,
        },
      );
}

export const decideDelegations: Deciders<typeof delegationCommands, MeetingState, Surroundings, MeetingEvent> = {
  'add-delegation': ({ id: commandId, data, at }, { roster }) => {
    const { delegationId = commandId, precedence = nextPlace(roster), ...given } = data;
    const known = delegationOnRoster(roster, delegationId);
    if (known && !differs(known, { ...given, precedence: data.precedence })) return nothing;
    const refusal =
      idTaken(roster, delegationId) ??
      namesake(roster, 'delegation', given, delegationId) ??
      unknownVenue(roster, given.venueId) ??
      wrongHead(roster, given);
    return refusal ?? [{ type: 'DelegationAdded', data: { delegationId, ...given, precedence, at } }];
  },

  'revise-delegation': ({ data: { seen, ...data }, at }, { roster }) => {
    const known = delegationOnRoster(roster, data.delegationId);
    if (!known) return unknown(data.delegationId);
    if (!differs(known, data)) return nothing;
    const { removed: _removed, ...delegation } = revised(known, data);
    const refusal =
      overtaken<Delegation>(known, data, seen) ??
      namesake(roster, 'delegation', delegation, data.delegationId) ??
      unknownVenue(roster, data.venueId) ??
      wrongHead(roster, delegation);
    return refusal ?? [{ type: 'DelegationRevised', data: { ...delegation, at } }];
  },

  'remove-delegation': ({ data, at }, meeting) => {
    const known = meeting.roster.delegations.get(data.delegationId);
    if (!known) return unknown(data.delegationId);
    if (known.removed) return nothing;
    return (
      boundToMeeting(meeting, data.delegationId) ?? [
        ...handsTakenDown(meeting, data.delegationId, at),
        { type: 'DelegationRemoved', data: { ...data, at } },
      ]
    );
  },
};
