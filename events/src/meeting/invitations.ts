// What became of an invitation: the attendee accepts, declines or names a substitute; an absence is excused.

import * as z from 'zod';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { differs } from '../kernel/revise.ts';
import { id, instant, line, prose } from '../kernel/text.ts';
import { BEFORE, RUNNING, UNTIL_MINUTED } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { attendeeOnRoster } from './names.ts';
import { rolesOf } from './roles.ts';
import type { RosterState } from './roster.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const answer = z.enum(['accepted', 'declined', 'substituted']);
const substitute = z.strictObject({ name: line(200), title: line(300).nullable() });
const note = prose(1000).nullable();

export const invitationEvents = {
  AttendanceAnswered: z.strictObject({ attendeeId: id, answer, substitute: substitute.nullable(), note, at: instant }),
  AttendeeExcused: z.strictObject({ attendeeId: id, reason: prose(1000), at: instant }),
  ExcuseWithdrawn: z.strictObject({ attendeeId: id, at: instant }),
};
export type InvitationEvent = EventOf<typeof invitationEvents>;

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveInvitations: Evolve<RosterState, InvitationEvent> = {
  AttendanceAnswered: (state, { attendeeId, answer, substitute, note }) => ({
    ...state,
    attendees: state.attendees.change(attendeeId, (attendee) => ({ ...attendee, answer, substitute, note })),
  }),
  AttendeeExcused: (state, { attendeeId, reason }) => ({
    ...state,
    attendees: state.attendees.change(attendeeId, (attendee) => ({ ...attendee, excused: reason })),
  }),
  ExcuseWithdrawn: (state, { attendeeId }) => ({
    ...state,
    attendees: state.attendees.change(attendeeId, (attendee) => ({ ...attendee, excused: null })),
  }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const invitationCommands = {
  'answer-invitation': {
    summary: 'Answer the invitation',
    description:
      'Accepts, declines, or names a substitute. By the attendee, or on their behalf by the secretary or an organizer. The last answer counts.',
    input: z
      .strictObject({
        attendeeId: id,
        answer,
        substitute: substitute
          .extend({ title: substitute.shape.title.default(null) })
          .nullable()
          .default(null),
        note: note.default(null),
      })
      .refine((data) => (data.answer === 'substituted') === (data.substitute !== null), {
        path: ['substitute'],
        error: 'Name the substitute where the answer is “substituted”, and only there.',
      }),
    example: {
      attendeeId: 'chen-guoying',
      answer: 'substituted',
      substitute: { name: 'Sun Li', title: 'Deputy Director' },
    },
    by: ['organizer', 'secretary', 'attendee'],
    during: ['convened', ...RUNNING],
  },
  'excuse-attendee': {
    summary: 'Excuse an absence',
    description: 'Records that an absence is excused, and why; null withdraws the excuse.',
    input: z.strictObject({ attendeeId: id, reason: prose(1000).nullable() }),
    example: { attendeeId: 'chen-guoying', reason: 'On a mission' },
    by: OFFICERS,
    during: [...BEFORE, ...UNTIL_MINUTED],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const unknown = (attendeeId: string) =>
  reject.missing('roster.unknown', 'There is no such attendee on the roster.', { attendeeId });

export const decideInvitations: Deciders<typeof invitationCommands, MeetingState, Surroundings, MeetingEvent> = {
  'answer-invitation': ({ data, actor, at }, meeting) => {
    const attendee = attendeeOnRoster(meeting.roster, data.attendeeId);
    if (!attendee) return unknown(data.attendeeId);
    const onBehalf = rolesOf(actor, meeting).some((role) => role === 'organizer' || role === 'secretary');
    if (!onBehalf && actor.id !== data.attendeeId) {
      return reject.forbidden(
        'roster.not-your-answer',
        'You can answer for yourself only. The secretary can answer for others.',
      );
    }
    return differs(attendee, data) ? [{ type: 'AttendanceAnswered', data: { ...data, at } }] : nothing;
  },

  'excuse-attendee': ({ data, at }, { roster }) => {
    const { attendeeId, reason } = data;
    const attendee = attendeeOnRoster(roster, attendeeId);
    if (!attendee) return unknown(attendeeId);
    if (attendee.excused === reason) return nothing;
    return reason === null
      ? [{ type: 'ExcuseWithdrawn', data: { attendeeId, at } }]
      : [{ type: 'AttendeeExcused', data: { attendeeId, reason, at } }];
  },
};
