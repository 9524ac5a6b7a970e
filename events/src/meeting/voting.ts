// Votes on a motion, opened, closed or abandoned by whoever presides. At most one runs at a time; who was eligible, who
// was present, the tally, the rule and the result all stand in the record. How votes are cast is in `ballots.ts`.

import * as z from 'zod';
import { PRESIDING } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { id, instant, prose } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { membersOf, presentAmong, votesOf } from './electorate.ts';
import { RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import { carries, majority, tally, tallyOf } from './majority.ts';
import type { Majority, Tally } from './majority.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { method, onVote, refusalOfStanding, result, runningVote, unknownMotion } from './motion.ts';
import type { DecisionsState, Motion, MotionStatus, Vote, VoteMethod, VoteResult } from './motion.ts';
import { nameOnRoster } from './roster.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const rosterIds = z.array(id).max(20_000);

export const votingEvents = {
  VoteOpened: z.strictObject({ motionId: id, method, majority: majority.nullable(), eligible: rosterIds, at: instant }),
  VoteClosed: z.strictObject({
    motionId: id,
    method,
    majority: majority.nullable(),
    tally: tally.nullable(),
    eligibleVotes: z.int().min(0),
    present: rosterIds,
    result,
    at: instant,
  }),
  VoteAbandoned: z.strictObject({ motionId: id, reason: prose(1000), at: instant }),
};
export type VotingEvent = EventOf<typeof votingEvents>;

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const statusAfter: Readonly<Record<VoteResult, MotionStatus>> = {
  adopted: 'adopted',
  rejected: 'rejected',
  objected: 'put',
};

const end = (state: DecisionsState, motionId: string, change: (motion: Motion) => Motion): DecisionsState => ({
  motions: state.motions.change(motionId, change),
  voting: state.voting === motionId ? null : state.voting,
});

export const evolveVoting: Evolve<DecisionsState, VotingEvent> = {
  VoteOpened: (state, { motionId, method, majority, eligible, at }) => ({
    voting: motionId,
    motions: state.motions.change(motionId, (motion) => ({
      ...motion,
      status: 'voting',
      votes: [
        ...motion.votes,
        {
          method,
          majority,
          eligible,
          openedAt: at,
          objections: [],
          choices: Ledger.empty(),
          ballots: Ledger.empty(),
          count: null,
          closed: null,
          abandonedBecause: null,
        },
      ],
    })),
  }),
  VoteClosed: (state, { motionId, tally, eligibleVotes, present, result, at }) =>
    end(state, motionId, (motion) => ({
      ...onVote(motion, (vote) => ({ ...vote, closed: { tally, eligibleVotes, present, result, at } })),
      status: statusAfter[result],
    })),
  VoteAbandoned: (state, { motionId, reason }) =>
    end(state, motionId, (motion) => ({
      ...onVote(motion, (vote) => ({ ...vote, abandonedBecause: reason })),
      status: 'put',
    })),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

const eligible = z.union([z.literal('all-members'), z.array(id).min(1).max(20_000)]).default('all-members');

export const votingCommands = {
  'open-vote': {
    summary: 'Open a vote',
    description:
      'Opens the vote on a motion: by consent, show of hands, recorded by name, or secret ballot. Eligible are the named, or all members of the roster. Refused while another vote runs.',
    input: z.strictObject({
      motionId: id,
      method: method.default('show-of-hands'),
      majority: majority.default('simple'),
      eligible,
    }),
    example: { motionId: 'motion-1', method: 'recorded', majority: 'two-thirds' },
    by: PRESIDING,
    during: RUNNING,
  },
  'record-consent': {
    summary: 'Adopt by consent',
    description:
      'Records that nobody objects: the motion is adopted, whether a vote by consent was opened before or not. Refused once somebody has objected.',
    input: z.strictObject({ motionId: id, eligible }),
    example: { motionId: 'motion-1' },
    by: PRESIDING,
    during: RUNNING,
  },
  'close-vote': {
    summary: 'Close the vote',
    description:
      'Closes the vote and records tally, majority rule and result. Hands and secret ballots are counted first. A vote by consent is adopted unless somebody objected; then another vote can be opened.',
    input: z.strictObject({ motionId: id }),
    example: { motionId: 'motion-1' },
    by: PRESIDING,
    during: RUNNING,
  },
  'abandon-vote': {
    summary: 'Abandon the vote',
    description:
      'Ends a vote without a result, with the reason. What was cast stays in the record; the motion can be voted on again.',
    input: z.strictObject({ motionId: id, reason: prose(1000) }),
    example: { motionId: 'motion-1', reason: 'Opened by show of hands; a recorded vote was asked for' },
    by: PRESIDING,
    during: RUNNING,
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The vote to open, or the refusal: nobody eligible, an unknown name, another vote under way. */
function opening(
  meeting: MeetingState,
  motion: Motion,
  asked: {
    readonly method: VoteMethod;
    readonly majority: Majority;
    readonly eligible: 'all-members' | readonly string[];
  },
  at: Instant,
) {
  const { decisions, lifecycle, roster } = meeting;
  const refusal = refusalOfStanding(motion);
  if (refusal) return { refusal };
  if (lifecycle.status === 'recess')
    return { refusal: reject.conflict('meeting.in-recess', 'The meeting is in recess. Resume it first.') };
  if (decisions.voting !== null) {
    const other = decisions.motions.get(decisions.voting);
    return {
      refusal: reject.conflict(
        'decisions.other-vote-running',
        `The vote on “${other?.title}” is running. Close it first.`,
        {
          motionId: decisions.voting,
        },
      ),
    };
  }
  const eligible = electorate(meeting, asked.eligible);
  const unknown = eligible.find((rosterId) => !nameOnRoster(roster, rosterId));
  if (unknown !== undefined)
    return { refusal: reject.missing('roster.unknown', 'This name is not on the roster.', { rosterId: unknown }) };
  if (eligible.length === 0) {
    return {
      refusal: reject.conflict(
        'decisions.nobody-eligible',
        'Nobody on the roster has a vote. Name those who are eligible.',
      ),
    };
  }
  const { motionId } = motion;
  const data = {
    motionId,
    method: asked.method,
    majority: asked.method === 'consent' ? null : asked.majority,
    eligible,
    at,
  };
  return { opened: { type: 'VoteOpened' as const, data } };
}

const electorate = (meeting: MeetingState, eligible: 'all-members' | readonly string[]): string[] => [
  ...new Set(eligible === 'all-members' ? membersOf(meeting) : eligible),
];

/** Closes a vote by the tally given: pure arithmetic on what was cast. */
function closing(
  meeting: MeetingState,
  { attendance }: Surroundings,
  motionId: string,
  vote: Pick<Vote, 'method' | 'majority' | 'eligible' | 'objections' | 'choices' | 'ballots'>,
  tally: Tally | null,
  at: Instant,
) {
  const { method, majority } = vote;
  const eligibleVotes = votesOf(vote.eligible, method === 'show-of-hands', meeting, attendance);
  const here = new Set(presentAmong(vote.eligible, meeting, attendance));
  const present = vote.eligible.filter(
    (voterId) => here.has(voterId) || vote.choices.has(voterId) || vote.ballots.has(voterId),
  );
  const byConsent: VoteResult = vote.objections.length === 0 ? 'adopted' : 'objected';
  const result: VoteResult =
    tally === null || majority === null ? byConsent : carries(majority, tally, eligibleVotes) ? 'adopted' : 'rejected';
  return {
    type: 'VoteClosed' as const,
    data: { motionId, method, majority, tally, eligibleVotes, present, result, at },
  };
}

export const decideVoting: Deciders<typeof votingCommands, MeetingState, Surroundings, MeetingEvent> = {
  'open-vote': ({ data, at }, meeting) => {
    const motion = meeting.decisions.motions.get(data.motionId);
    if (!motion) return unknownMotion(data.motionId);
    const running = runningVote(motion);
    if (running && running.method === data.method && (running.majority === null || running.majority === data.majority))
      return nothing;
    const { refusal, opened } = opening(meeting, motion, data, at);
    return refusal ?? [opened];
  },

  'record-consent': ({ data, at }, meeting, around) => {
    const motion = meeting.decisions.motions.get(data.motionId);
    if (!motion) return unknownMotion(data.motionId);
    const last = motion.votes.at(-1);
    if (motion.status === 'adopted' && last?.method === 'consent') return nothing;
    if (last?.method === 'consent' && motion.status === 'voting') {
      if (last.objections.length > 0) {
        return reject.conflict(
          'decisions.objected',
          'There is an objection. Close the vote and open another one by hands, by name or secret.',
          {
            objections: last.objections,
          },
        );
      }
      return [closing(meeting, around, motion.motionId, last, null, at)];
    }
    const { refusal, opened } = opening(meeting, motion, { ...data, method: 'consent', majority: 'simple' }, at);
    if (refusal) return refusal;
    const fresh = { ...opened.data, objections: [], choices: Ledger.empty<never>(), ballots: Ledger.empty<never>() };
    return [opened, closing(meeting, around, motion.motionId, fresh, null, at)];
  },

  'close-vote': ({ data, at }, meeting, around) => {
    const motion = meeting.decisions.motions.get(data.motionId);
    if (!motion) return unknownMotion(data.motionId);
    const vote = runningVote(motion);
    if (!vote) {
      return motion.votes.at(-1)?.closed
        ? nothing
        : reject.conflict('decisions.no-vote', 'No vote on this motion is running. Open one first.', {
            motionId: motion.motionId,
          });
    }
    const tally = vote.method === 'consent' ? null : vote.method === 'recorded' ? tallyOf(vote.choices) : vote.count;
    if (tally === null && vote.method !== 'consent') {
      const what = vote.method === 'secret' ? 'ballots' : 'hands';
      return reject.conflict('decisions.not-counted', `The ${what} are not counted. Record the count first.`, {
        method: vote.method,
      });
    }
    return [closing(meeting, around, motion.motionId, vote, tally, at)];
  },

  'abandon-vote': ({ data, at }, { decisions }) => {
    const motion = decisions.motions.get(data.motionId);
    if (!motion) return unknownMotion(data.motionId);
    if (runningVote(motion)) return [{ type: 'VoteAbandoned', data: { ...data, at } }];
    return motion.status === 'put' && motion.votes.at(-1)?.abandonedBecause === data.reason
      ? nothing
      : reject.conflict('decisions.no-vote', 'No vote on this motion is running. There is nothing to abandon.', {
          motionId: motion.motionId,
        });
  },
};
