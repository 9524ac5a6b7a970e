// Motions: put, revised, withdrawn; and, with `voting.ts` and `ballots.ts`, decided. A motion belongs to the item that was open when it
// was put, and every wording it had stays in the record.

import * as z from 'zod';
import { ANYONE_PRESENT } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { id, instant, line, prose } from '../kernel/text.ts';
import { ballotCommands, ballotEvents, decideBallots, evolveBallots } from './ballots.ts';
import { membersOf } from './electorate.ts';
import { RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { refusalOfStanding, unknownMotion } from './motion.ts';
import type { DecisionsState } from './motion.ts';
import { isOfficer, speaksFor } from './roles.ts';
import { nameOnRoster } from './roster.ts';
import { decideVoting, evolveVoting, votingCommands, votingEvents } from './voting.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const wording = { title: line(300), text: prose(10_000) };

export const decisionEvents = {
  MotionPut: z.strictObject({
    motionId: id,
    ...wording,
    moverId: id,
    seconderId: id.nullable(),
    itemId: id,
    at: instant,
  }),
  MotionRevised: z.strictObject({ motionId: id, ...wording, at: instant }),
  MotionWithdrawn: z.strictObject({ motionId: id, reason: prose(1000).nullable(), at: instant }),
  ...votingEvents,
  ...ballotEvents,
};
export type DecisionEvent = EventOf<typeof decisionEvents>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type { DecisionsState, Motion } from './motion.ts';

export const initialDecisions: DecisionsState = { motions: Ledger.empty(), voting: null };

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveDecisions: Evolve<DecisionsState, DecisionEvent> = {
  MotionPut: (state, { at, ...put }) => ({
    ...state,
    motions: state.motions.set(put.motionId, {
      ...put,
      earlier: [],
      status: 'put',
      putAt: at,
      withdrawnBecause: null,
      votes: [],
    }),
  }),
  MotionRevised: (state, { motionId, title, text, at }) => ({
    ...state,
    motions: state.motions.change(motionId, (motion) => ({
      ...motion,
      title,
      text,
      earlier: [...motion.earlier, { title: motion.title, text: motion.text, until: at }],
    })),
  }),
  MotionWithdrawn: (state, { motionId, reason }) => ({
    ...state,
    motions: state.motions.change(motionId, (motion) => ({ ...motion, status: 'withdrawn', withdrawnBecause: reason })),
  }),
  ...evolveVoting,
  ...evolveBallots,
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const decisionCommands = {
  'put-motion': {
    summary: 'Put a motion',
    description:
      'Puts a motion under the open item, moved by the member who asks or, recorded by an officer, by any name on the roster. A vote on it is opened separately.',
    input: z.strictObject({
      motionId: id.optional(),
      ...wording,
      moverId: id.optional(),
      seconderId: id.nullable().default(null),
    }),
    example: {
      title: 'Adoption of the Overall Plan',
      text: 'The meeting adopts the Overall Plan as tabled.',
      moverId: 'attendee-4',
    },
    by: ANYONE_PRESENT,
    during: RUNNING,
  },
  'revise-motion': {
    summary: 'Revise a motion',
    description:
      'Replaces title or text before a vote, by the mover or an officer. The earlier wording stays in the record.',
    input: z.strictObject({ motionId: id, title: wording.title.optional(), text: wording.text.optional() }),
    example: { motionId: 'motion-1', text: 'The meeting adopts the Overall Plan as tabled and amended.' },
    by: ANYONE_PRESENT,
    during: RUNNING,
  },
  'withdraw-motion': {
    summary: 'Withdraw a motion',
    description:
      'Withdraws a motion before a vote, by the mover or an officer. Refused while the vote runs and once it is decided.',
    input: z.strictObject({ motionId: id, reason: prose(1000).nullable().default(null) }),
    example: { motionId: 'motion-1', reason: 'Taken up by another motion' },
    by: ANYONE_PRESENT,
    during: RUNNING,
  },
  ...votingCommands,
  ...ballotCommands,
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const decideDecisions: Deciders<typeof decisionCommands, MeetingState, Surroundings, MeetingEvent> = {
  'put-motion': ({ id: commandId, data, actor, at }, meeting) => {
    const { agenda, decisions, lifecycle, roster } = meeting;
    const { motionId = commandId, title, text, seconderId } = data;
    const moverId = data.moverId ?? (actor.kind === 'attendee' ? actor.id : undefined);
    if (moverId === undefined) return reject.invalid('decisions.no-mover', 'Say who moves the motion.');
    const known = decisions.motions.get(motionId);
    if (known) {
      const first = known.earlier[0] ?? known;
      if (first.title === title && first.text === text && known.moverId === moverId) return nothing;
      return reject.conflict(
        'decisions.motion-exists',
        'A motion with this id has been put already. Revise it, or use another id.',
        { motionId },
      );
    }
    if (lifecycle.status === 'recess')
      return reject.conflict('meeting.in-recess', 'The meeting is in recess. Resume it first.');
    for (const rosterId of [moverId, ...(seconderId === null ? [] : [seconderId])]) {
      if (!nameOnRoster(roster, rosterId))
        return reject.missing('roster.unknown', 'This name is not on the roster.', { rosterId });
    }
    if (!isOfficer(actor, meeting)) {
      if (!speaksFor(actor, moverId, meeting))
        return reject.forbidden('decisions.not-your-motion', 'You can move a motion in your own name only.');
      if (!membersOf(meeting).includes(moverId)) {
        return reject.forbidden(
          'decisions.not-a-member',
          'Motions are moved by members. Ask a member or the chair to put it.',
        );
      }
    }
    if (seconderId === moverId) {
      return reject.invalid(
        'decisions.seconds-own',
        'The mover cannot second the motion. Name somebody else, or nobody.',
        { moverId },
      );
    }
    if (agenda.open === null) return reject.conflict('decisions.no-item', 'No agenda item is open. Call one first.');
    return [{ type: 'MotionPut', data: { motionId, title, text, moverId, seconderId, itemId: agenda.open, at } }];
  },

  'revise-motion': ({ data, actor, at }, meeting) => {
    const motion = meeting.decisions.motions.get(data.motionId);
    if (!motion) return unknownMotion(data.motionId);
    if (!isOfficer(actor, meeting) && !speaksFor(actor, motion.moverId, meeting)) {
      return reject.forbidden('decisions.not-your-motion', 'Only its mover or an officer can revise this motion.');
    }
    const { motionId, title = motion.title, text = motion.text } = data;
    if (title === motion.title && text === motion.text) return nothing;
    return refusalOfStanding(motion) ?? [{ type: 'MotionRevised', data: { motionId, title, text, at } }];
  },

  'withdraw-motion': ({ data, actor, at }, meeting) => {
    const motion = meeting.decisions.motions.get(data.motionId);
    if (!motion) return unknownMotion(data.motionId);
    if (!isOfficer(actor, meeting) && !speaksFor(actor, motion.moverId, meeting)) {
      return reject.forbidden('decisions.not-your-motion', 'Only its mover or an officer can withdraw this motion.');
    }
    if (motion.status === 'withdrawn') return nothing;
    return refusalOfStanding(motion) ?? [{ type: 'MotionWithdrawn', data: { ...data, at } }];
  },

  ...decideVoting,
  ...decideBallots,
};
