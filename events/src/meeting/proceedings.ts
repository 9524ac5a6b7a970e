// From opening to closing: the meeting is opened, interrupted by recesses, and closed once nothing is left unfinished.

import * as z from 'zod';
import { countPresent } from '../attendance/presence.ts';
import { PRESIDING } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { instant, prose } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { blockersOfClosing } from './closing.ts';
import type { LifecycleState, Recess } from './lifecycle.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const proceedingsEvents = {
  MeetingOpened: z.strictObject({
    present: z.int().min(0),
    quorum: z.int().min(1).nullable(),
    withoutQuorumBecause: prose(1000).nullable(),
    at: instant,
  }),
  RecessCalled: z.strictObject({ reason: prose(1000).nullable(), resumesAt: instant.nullable(), at: instant }),
  MeetingResumed: z.strictObject({ at: instant }),
  MeetingClosed: z.strictObject({ at: instant }),
};
export type ProceedingsEvent = EventOf<typeof proceedingsEvents>;

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The recesses once the one under way, if any, is over. */
const ended = (recesses: readonly Recess[], at: Instant): readonly Recess[] =>
  recesses.map((recess) => (recess.to === null ? { ...recess, to: at } : recess));

export const evolveProceedings: Evolve<LifecycleState, ProceedingsEvent> = {
  MeetingOpened: (state, { present, withoutQuorumBecause, at }) => ({
    ...state,
    status: 'open',
    openedAt: at,
    presentAtOpening: present,
    withoutQuorumBecause,
  }),
  RecessCalled: (state, { reason, resumesAt, at }) => ({
    ...state,
    status: 'recess',
    recesses: [...state.recesses, { from: at, to: null, reason, resumesAt }],
  }),
  MeetingResumed: (state, { at }) => ({ ...state, status: 'open', recesses: ended(state.recesses, at) }),
  MeetingClosed: (state, { at }) => ({
    ...state,
    status: 'closed',
    closedAt: at,
    recesses: ended(state.recesses, at),
  }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const proceedingsCommands = {
  'open-meeting': {
    summary: 'Open the meeting',
    description:
      'Needs a chair. Where a quorum is set and not reached, a reason must be given; it stands in the record.',
    input: z.strictObject({ withoutQuorumBecause: prose(1000).nullable().default(null) }),
    example: {},
    by: PRESIDING,
    during: ['convened', 'open', 'recess'],
  },
  'call-recess': {
    summary: 'Call a recess',
    description: 'Interrupts the meeting. Refused while someone has the floor or a vote runs.',
    input: z.strictObject({
      reason: prose(1000).nullable().default(null),
      resumesAt: instant.nullable().default(null),
    }),
    example: { reason: 'Coffee', resumesAt: '2021-05-26T10:30:00+08:00' },
    by: PRESIDING,
    during: RUNNING,
  },
  'resume-meeting': {
    summary: 'Resume after a recess',
    description: 'Ends the recess.',
    input: z.strictObject({}),
    example: {},
    by: PRESIDING,
    during: RUNNING,
  },
  'close-meeting': {
    summary: 'Close the meeting',
    description:
      'Refused while an item is open, the floor is held or a vote runs; the refusal lists every blocker. After closing nothing is rewritten, only corrected.',
    input: z.strictObject({}),
    example: {},
    by: PRESIDING,
    during: ['open', 'recess', 'closed'],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const decideProceedings: Deciders<typeof proceedingsCommands, MeetingState, Surroundings, MeetingEvent> = {
  'open-meeting': ({ data, at }, meeting, { attendance }) => {
    const { lifecycle, officers } = meeting;
    if (lifecycle.status !== 'convened') return nothing;
    if (officers.chair === null) {
      return reject.conflict('meeting.no-chair', 'The meeting has no chair. Appoint one first.');
    }
    const present = countPresent(meeting, attendance);
    const { quorum } = lifecycle;
    const short = quorum !== null && present < quorum;
    if (short && data.withoutQuorumBecause === null) {
      return reject.conflict(
        'meeting.no-quorum',
        `${present} are present and the quorum is ${quorum}. Wait, or open with a stated reason.`,
        {
          present,
          quorum,
        },
      );
    }
    return [
      {
        type: 'MeetingOpened',
        data: { present, quorum, withoutQuorumBecause: short ? data.withoutQuorumBecause : null, at },
      },
    ];
  },

  'call-recess': ({ data, at }, { lifecycle, floor, decisions }) => {
    if (lifecycle.status === 'recess') return nothing;
    if (floor.speech !== null) {
      return reject.conflict('meeting.floor-held', 'Someone has the floor. Take it back before calling a recess.', {
        speechId: floor.speech.speechId,
      });
    }
    if (decisions.voting !== null) {
      return reject.conflict('meeting.vote-running', 'A vote is running. Close it before calling a recess.', {
        motionId: decisions.voting,
      });
    }
    return [{ type: 'RecessCalled', data: { ...data, at } }];
  },

  'resume-meeting': ({ at }, { lifecycle }) =>
    lifecycle.status === 'open' ? nothing : [{ type: 'MeetingResumed', data: { at } }],

  'close-meeting': ({ at }, meeting) => {
    if (meeting.lifecycle.status === 'closed') return nothing;
    const blockers = blockersOfClosing(meeting);
    if (blockers.length > 0) {
      return reject.conflict('meeting.not-finished', blockers.map((blocker) => blocker.message).join(' '), {
        blockers,
      });
    }
    return [{ type: 'MeetingClosed', data: { at } }];
  },
};
