// Who came and who left: notices of the video server and of live connections, check-ins at a venue, counts of
// delegations. A stream of its own, without one order: late, doubled and reordered notices end in the same state.

import * as z from 'zod';
import type { Actor } from '../kernel/actor.ts';
import { Codec } from '../kernel/codec.ts';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { earliest, insertByTime } from '../kernel/commutative.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { id, instant, line } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import type { BesideMeeting } from '../meeting/admission.ts';
import type { MeetingStatus } from '../meeting/lifecycle.ts';
import { attendeeOnRoster, delegationOnRoster } from '../meeting/names.ts';
import { unknownVenue } from '../meeting/venues.ts';
import { sessionOf, whereaboutsOf } from './whereabouts.ts';
import type { AttendanceState, Check, Session } from './whereabouts.ts';

export { initialAttendance } from './whereabouts.ts';
export type { AttendanceState } from './whereabouts.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The video room, or the live stream of the meeting's page. */
const via = z.enum(['video', 'live']);
const people = z.int().min(0).max(1_000_000);

export const attendanceEvents = {
  ParticipantJoined: z.strictObject({ sessionId: id, attendeeId: id, via, at: instant }),
  ParticipantLeft: z.strictObject({ sessionId: id, attendeeId: id, reason: line(200).nullable(), at: instant }),
  CheckedIn: z.strictObject({ attendeeId: id, venueId: id, by: id.nullable(), at: instant }),
  CheckedOut: z.strictObject({ attendeeId: id, at: instant }),
  DelegationCounted: z.strictObject({ delegationId: id, count: people, venueId: id.nullable(), at: instant }),
};
export type AttendanceEvent = EventOf<typeof attendanceEvents>;
export const attendanceCodec = new Codec(attendanceEvents);

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function evolveSession(
  state: AttendanceState,
  attendeeId: string,
  sessionId: string,
  hear: (session: Session) => Session,
): AttendanceState {
  const known = whereaboutsOf(state, attendeeId);
  const heard = hear(sessionOf(state, attendeeId, sessionId) ?? { sessionId, joined: null, left: null });
  const sessions = [...known.sessions.filter((session) => session.sessionId !== sessionId), heard].toSorted((a, b) =>
    a.sessionId < b.sessionId ? -1 : 1,
  );
  return { ...state, whereabouts: state.whereabouts.set(attendeeId, { ...known, sessions }) };
}

function evolveChecks(state: AttendanceState, attendeeId: string, check: Check): AttendanceState {
  const known = whereaboutsOf(state, attendeeId);
  const checks = insertByTime(known.checks, check);
  return { ...state, whereabouts: state.whereabouts.set(attendeeId, { ...known, checks }) };
}

export const evolveAttendance: Evolve<AttendanceState, AttendanceEvent> = {
  ParticipantJoined: (state, { sessionId, attendeeId, via, at }) =>
    evolveSession(state, attendeeId, sessionId, (session) => ({
      ...session,
      joined: earliest(session.joined, { via, at }),
    })),
  ParticipantLeft: (state, { sessionId, attendeeId, reason, at }) =>
    evolveSession(state, attendeeId, sessionId, (session) => ({
      ...session,
      left: earliest(session.left, { reason, at }),
    })),
  CheckedIn: (state, { attendeeId, venueId, at }) => evolveChecks(state, attendeeId, { at, venueId }),
  CheckedOut: (state, { attendeeId, at }) => evolveChecks(state, attendeeId, { at, venueId: null }),
  DelegationCounted: (state, { delegationId, count, venueId, at }) => ({
    ...state,
    counts: state.counts.set(delegationId, insertByTime(state.counts.get(delegationId) ?? [], { at, count, venueId })),
  }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

const DOORKEEPERS = [...OFFICERS, 'steward', 'doorkeeper'] as const;
const WHILE_PEOPLE_COME = ['convened', 'open', 'recess'] as const satisfies readonly MeetingStatus[];
const WHILE_CONNECTED = [
  'draft',
  ...WHILE_PEOPLE_COME,
  'closed',
  'minuted',
  'sealed',
  'cancelled',
] as const satisfies readonly MeetingStatus[];

export const attendanceCommands = {
  'check-in': {
    summary: 'Check an attendee in',
    description:
      'Records that an attendee is present at a venue: the one given, else that of the steward’s link, else the one of the roster, else the main venue. A link for one venue records nothing at another.',
    input: z.strictObject({ attendeeId: id, venueId: id.optional() }),
    example: { attendeeId: 'attendee-1', venueId: 'main' },
    by: DOORKEEPERS,
    during: WHILE_PEOPLE_COME,
  },
  'check-out': {
    summary: 'Check an attendee out',
    description: 'Records that an attendee has left the venue.',
    input: z.strictObject({ attendeeId: id }),
    example: { attendeeId: 'attendee-1' },
    by: DOORKEEPERS,
    during: WHILE_PEOPLE_COME,
  },
  'count-delegation': {
    summary: 'Count a delegation',
    description: 'Records how many of a delegation are present, its head included. The latest count holds.',
    input: z.strictObject({ delegationId: id, count: people, venueId: id.optional() }),
    example: { delegationId: 'delegation-1', count: 24 },
    by: DOORKEEPERS,
    during: WHILE_PEOPLE_COME,
  },
  'record-joined': {
    summary: 'Record that a connection began',
    description:
      'A notice of the video server or of a live connection. It may come late, twice, or after the notice of leaving.',
    input: z.strictObject({ sessionId: id, attendeeId: id, via, happenedAt: instant.optional() }),
    example: { sessionId: 'PA_7hQ2', attendeeId: 'attendee-1', via: 'video' },
    by: ['system'],
    during: WHILE_CONNECTED,
  },
  'record-left': {
    summary: 'Record that a connection ended',
    description:
      'A notice of the video server or of a live connection. The earliest notice of a connection’s end holds.',
    input: z.strictObject({
      sessionId: id,
      attendeeId: id,
      reason: line(200).nullable().default(null),
      happenedAt: instant.optional(),
    }),
    example: { sessionId: 'PA_7hQ2', attendeeId: 'attendee-1', reason: 'connection lost' },
    by: ['system'],
    during: WHILE_CONNECTED,
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** When it happened, in UTC; a foreign clock that runs ahead cannot put it into the future. */
const happened = (happenedAt: Instant | undefined, at: Instant): Instant =>
  happenedAt === undefined || Date.parse(happenedAt) > Date.parse(at) ? at : new Date(happenedAt).toISOString();

/** `at`, or a millisecond after the last entry where that is later: entries are ordered by their time alone. */
const after = (last: { readonly at: Instant } | undefined, at: Instant): Instant =>
  last === undefined || Date.parse(last.at) < Date.parse(at) ? at : new Date(Date.parse(last.at) + 1).toISOString();

const unknown = (facts: Readonly<Record<string, string>>): Rejection =>
  reject.missing('roster.unknown', 'This name is not on the roster. Add it first.', facts);

/** The venue that a steward's link is for; null for everyone else, and where the link is for the whole meeting. */
const venueOf = (actor: Actor): string | null => (actor.kind === 'steward' ? actor.venueId : null);

/** True where a steward stands at the door of another venue. */
function isElsewhere(actor: Actor, venueId: string | null): boolean {
  const own = venueOf(actor);
  return own !== null && own !== venueId;
}

const notYourVenue = (actor: Actor, venueId: string | null): Rejection =>
  reject.forbidden('attendance.not-your-venue', 'Your link is for another venue. Ask the steward or the desk there.', {
    yours: venueOf(actor),
    venueId,
  });

export const decideAttendance: Deciders<typeof attendanceCommands, AttendanceState, BesideMeeting, AttendanceEvent> = {
  'check-in': ({ data, actor, at }, state, { meeting: { roster } }) => {
    const { attendeeId } = data;
    const attendee = attendeeOnRoster(roster, attendeeId);
    if (!attendee) return unknown({ attendeeId });
    const main = roster.venues.values().find((venue) => venue.main && !venue.withdrawn);
    const venueId = data.venueId ?? venueOf(actor) ?? attendee.venueId ?? main?.venueId;
    if (venueId === undefined) {
      return reject.invalid(
        'attendance.no-venue',
        'The meeting has no main venue. Say at which venue the attendee is.',
        { attendeeId },
      );
    }
    if (isElsewhere(actor, venueId)) return notYourVenue(actor, venueId);
    const last = whereaboutsOf(state, attendeeId).checks.at(-1);
    if (last?.venueId === venueId) return nothing;
    return (
      unknownVenue(roster, venueId) ?? [
        { type: 'CheckedIn', data: { attendeeId, venueId, by: actor.id, at: after(last, at) } },
      ]
    );
  },

  // Also for a name removed from the roster meanwhile: who came in must be able to leave.
  'check-out': ({ data: { attendeeId }, actor, at }, state, { meeting: { roster } }) => {
    if (!roster.attendees.has(attendeeId)) return unknown({ attendeeId });
    const last = whereaboutsOf(state, attendeeId).checks.at(-1);
    if (last === undefined || last.venueId === null) return nothing;
    if (isElsewhere(actor, last.venueId)) return notYourVenue(actor, last.venueId);
    return [{ type: 'CheckedOut', data: { attendeeId, at: after(last, at) } }];
  },

  'count-delegation': ({ data, actor, at }, state, { meeting: { roster } }) => {
    const { delegationId, count } = data;
    const delegation = delegationOnRoster(roster, delegationId);
    if (!delegation) return unknown({ delegationId });
    const venueId = data.venueId ?? venueOf(actor) ?? delegation.venueId;
    if (isElsewhere(actor, venueId)) return notYourVenue(actor, venueId);
    const last = state.counts.get(delegationId)?.at(-1);
    if (last?.count === count && last.venueId === venueId) return nothing;
    return (
      unknownVenue(roster, venueId) ?? [
        { type: 'DelegationCounted', data: { delegationId, count, venueId, at: after(last, at) } },
      ]
    );
  },

  'record-joined': ({ data, at: heardAt }, state, { meeting: { roster } }) => {
    const { sessionId, attendeeId, via, happenedAt } = data;
    if (!attendeeOnRoster(roster, attendeeId)) return unknown({ attendeeId });
    const at = happened(happenedAt, heardAt);
    const joined = sessionOf(state, attendeeId, sessionId)?.joined;
    if (joined && Date.parse(joined.at) <= Date.parse(at)) return nothing;
    return [{ type: 'ParticipantJoined', data: { sessionId, attendeeId, via, at } }];
  },

  // Also for a name removed from the roster meanwhile: a connection that was open must be able to end.
  'record-left': ({ data, at: heardAt }, state, { meeting: { roster } }) => {
    const { sessionId, attendeeId, reason, happenedAt } = data;
    if (!roster.attendees.has(attendeeId)) return unknown({ attendeeId });
    const at = happened(happenedAt, heardAt);
    const left = sessionOf(state, attendeeId, sessionId)?.left;
    if (left && Date.parse(left.at) <= Date.parse(at)) return nothing;
    return [{ type: 'ParticipantLeft', data: { sessionId, attendeeId, reason, at } }];
  },
};
