// Working on the roster as on a table: many names revised, put elsewhere in the order of precedence, or taken off, by one
// command that is carried out whole or not at all.

import * as z from 'zod';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { Decision, Rejection } from '../kernel/decision.ts';
import { differs, overtaken, revised, SEEN } from '../kernel/revise.ts';
import { id, prose } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { attendeeFields } from './attendees.ts';
import { delegationFields, wrongHead } from './delegations.ts';
import { BEFORE, RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { entryOnRoster, nameInRecord, rosterIdOf, sameName } from './names.ts';
import type { Attendee, Delegation } from './names.ts';
import { inPrecedence, placesAfterMove } from './precedence.ts';
import { boundToMeeting, handsTakenDown } from './removal.ts';
import { MOST_ROWS } from './roster-import.ts';
import type { RosterEvent, RosterState } from './roster.ts';
import { unknownVenue } from './venues.ts';

const fields = { ...attendeeFields, ...delegationFields };
const MOST = `Give at most ${MOST_ROWS} names at once.`;
const ids = z
  .array(id)
  .min(1, 'Give at least one name.')
  .max(MOST_ROWS, MOST)
  .refine((given) => new Set(given).size === given.length, 'Give each name once.');

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const revisionCommands = {
  'revise-roster': {
    summary: 'Revise names of the roster',
    description: `Replaces what is given of many names and leaves the rest: a whole unit is renamed, a column filled, all of it or nothing. ${SEEN}`,
    input: z.strictObject({
      changes: z
        .array(
          z.strictObject({
            rosterId: id,
            ...z.object(fields).partial().shape,
            seen: z.strictObject(fields).partial().optional(),
          }),
        )
        .min(1, 'Give at least one name.')
        .max(MOST_ROWS, MOST)
        .refine(
          (changes) => new Set(changes.map(({ rosterId }) => rosterId)).size === changes.length,
          'Give each name once.',
        ),
    }),
    example: {
      changes: [
        { rosterId: 'wei-yiyin', venueId: 'branch', seen: { venueId: 'main' } },
        { rosterId: 'second-academy', venueId: 'branch', seen: { venueId: 'main' } },
      ],
    },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'move-on-roster': {
    summary: 'Move names in the order of precedence',
    description:
      'Puts names behind another one in the order of precedence, or with null before all. The numbers stay where they are and the names move: only names between the old and the new place change theirs.',
    input: z.strictObject({ rosterIds: ids, afterId: id.nullable() }),
    example: { rosterIds: ['wei-yiyin'], afterId: null },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'remove-from-roster': {
    summary: 'Remove names from the roster',
    description:
      'Takes many names off the roster, all of them or none; hands they have raised go down. Refused while one of them holds an office or the floor, presents an item, or leads a delegation that stays.',
    input: z.strictObject({ rosterIds: ids, reason: prose(1000).nullable().default(null) }),
    example: { rosterIds: ['wei-yiyin', 'second-academy'], reason: 'Invited to another meeting' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

type Change = z.output<(typeof revisionCommands)['revise-roster']['input']>['changes'][number];

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const unknown = (rosterId: string) =>
  reject.missing('roster.unknown', 'There is no such name on the roster.', { rosterId });

const isAttendee = (entry: Attendee | Delegation): entry is Attendee => 'attendeeId' in entry;

/** What is given of a name that its kind does not have. */
function foreign(entry: Attendee | Delegation, { title, expected, headId, headName }: Change): Rejection | undefined {
  if (isAttendee(entry)) {
    return expected === undefined && headId === undefined && headName === undefined
      ? undefined
      : reject.invalid('roster.not-of-person', `${entry.name} is a person and has neither head-count nor head.`, {
          rosterId: entry.attendeeId,
        });
  }
  return title === undefined
    ? undefined
    : reject.invalid('roster.not-of-delegation', `${entry.name} is a delegation and has no title.`, {
        rosterId: entry.delegationId,
      });
}

/** The event that records an entry as it stands from now on. */
function revisedAs(entry: Attendee | Delegation, at: Instant): RosterEvent {
  const { name, unit, capacity, precedence, venueId } = entry;
  const shared = { name, unit, capacity, precedence, venueId, at };
  if (isAttendee(entry)) {
    return { type: 'AttendeeRevised', data: { attendeeId: entry.attendeeId, title: entry.title, ...shared } };
  }
  const { delegationId, expected, headId, headName } = entry;
  return { type: 'DelegationRevised', data: { delegationId, expected, headId, headName, ...shared } };
}

const kindOf = (entry: Attendee | Delegation) => (isAttendee(entry) ? 'person' : 'delegation');

const identity = (entry: Attendee | Delegation) => JSON.stringify([kindOf(entry), entry.name, entry.unit]);

/** The refusal where two would have the same name in the same unit after all is changed. */
function namesakes(roster: RosterState, entries: ReadonlyMap<string, Attendee | Delegation>): Rejection | undefined {
  const everyone: readonly (Attendee | Delegation)[] = [...roster.attendees.values(), ...roster.delegations.values()];
  const holders = new Map<string, string>();
  for (const entry of everyone) {
    const rosterId = rosterIdOf(entry);
    if (!entry.removed && !entries.has(rosterId)) holders.set(identity(entry), rosterId);
  }
  for (const [rosterId, entry] of entries) {
    const holder = holders.get(identity(entry));
    if (holder !== undefined) return sameName(entry, holder, { changing: rosterId });
    holders.set(identity(entry), rosterId);
  }
  return undefined;
}

/** The entry as a change leaves it, or why it cannot be changed so. */
function changedEntry(roster: RosterState, change: Change): Attendee | Delegation | Rejection {
  const known = entryOnRoster(roster, change.rosterId);
  if (!known) return unknown(change.rosterId);
  const { rosterId, seen, ...given } = change;
  const next = revised<Attendee | Delegation>(known, given);
  const refusal =
    foreign(known, change) ??
    overtaken<Attendee | Delegation>(known, given, seen) ??
    (differs<Attendee | Delegation>(known, given) ? unknownVenue(roster, given.venueId) : undefined) ??
    (isAttendee(next) ? undefined : wrongHead(roster, next));
  return refusal ? { ...refusal, facts: { ...refusal.facts, rosterId } } : next;
}

function reviseRoster(changes: readonly Change[], roster: RosterState, at: Instant): Decision<MeetingEvent> {
  const entries = new Map<string, Attendee | Delegation>();
  for (const change of changes) {
    const entry = changedEntry(roster, change);
    if ('rejected' in entry) return entry;
    const { rosterId, seen: _seen, ...given } = change;
    if (differs<Attendee | Delegation>(entryOnRoster(roster, rosterId)!, given)) entries.set(rosterId, entry);
  }
  return namesakes(roster, entries) ?? [...entries.values()].map((entry) => revisedAs(entry, at));
}

/** The meeting in which the delegations that go are gone, so that they bind their heads no more. */
function withoutDelegations(meeting: MeetingState, rosterIds: readonly string[]): MeetingState {
  let { delegations } = meeting.roster;
  for (const rosterId of rosterIds) {
    if (delegations.has(rosterId)) delegations = delegations.change(rosterId, (body) => ({ ...body, removed: true }));
  }
  return { ...meeting, roster: { ...meeting.roster, delegations } };
}

export const decideRevisions: Deciders<typeof revisionCommands, MeetingState, Surroundings, MeetingEvent> = {
  'revise-roster': ({ data: { changes }, at }, { roster }) => reviseRoster(changes, roster, at),

  'move-on-roster': ({ data: { rosterIds, afterId }, at }, { roster }) => {
    const missing = [...rosterIds, ...(afterId === null ? [] : [afterId])].find((one) => !entryOnRoster(roster, one));
    if (missing !== undefined) return unknown(missing);
    if (afterId !== null && rosterIds.includes(afterId)) {
      const name = nameInRecord(roster, afterId);
      return reject.invalid('roster.after-itself', `${name} cannot stand behind itself. Name another one.`, {
        afterId,
      });
    }
    return [...placesAfterMove(inPrecedence(roster), rosterIds, afterId)].map(([rosterId, precedence]) =>
      revisedAs({ ...entryOnRoster(roster, rosterId)!, precedence }, at),
    );
  },

  'remove-from-roster': ({ data: { rosterIds, reason }, at }, meeting) => {
    const { attendees, delegations } = meeting.roster;
    const never = rosterIds.find((rosterId) => !attendees.has(rosterId) && !delegations.has(rosterId));
    if (never !== undefined) return unknown(never);
    const going = rosterIds.filter((rosterId) => entryOnRoster(meeting.roster, rosterId));
    if (going.length === 0) return nothing;
    const remaining = withoutDelegations(meeting, going);
    for (const rosterId of going) {
      const bound = boundToMeeting(remaining, rosterId);
      if (bound) return bound;
    }
    return going.flatMap((rosterId): readonly MeetingEvent[] => [
      ...handsTakenDown(meeting, rosterId, at),
      attendees.has(rosterId)
        ? { type: 'AttendeeRemoved', data: { attendeeId: rosterId, reason, at } }
        : { type: 'DelegationRemoved', data: { delegationId: rosterId, reason, at } },
    ]);
  },
};
