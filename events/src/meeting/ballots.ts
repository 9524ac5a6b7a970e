// How votes are cast: objections to consent, hands counted, choices recorded by name, secret ballots handed in.
//
// A secret ballot records who has handed in a ballot and nothing of what is on it. Events of one stream have one order,
// so a choice written beside or after the name, even without the name, could be matched to the voter by its place or its
// time, and a tally kept as ballots come in would show each choice as a difference. The choices therefore never reach
// the record: the secretary counts the ballots, and the count must hold as many votes as ballots were handed in.

import * as z from 'zod';
import { ANYONE_PRESENT, OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import type { Actor } from '../kernel/actor.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { id, instant, prose } from '../kernel/text.ts';
import { isRosterIdPresent } from '../attendance/presence.ts';
import { votesOf } from './electorate.ts';
import { RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import { choice, totalOf, votes } from './majority.ts';
import type { Tally } from './majority.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { isRunning, onVote, unknownMotion } from './motion.ts';
import type { DecisionsState, Vote, VoteMethod } from './motion.ts';
import { isOfficer, speaksFor } from './roles.ts';
import { nameOnRoster } from './roster.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const hands = { for: votes, against: votes, abstain: votes };

export const ballotEvents = {
  ObjectionRaised: z.strictObject({ motionId: id, voterId: id, reason: prose(1000).nullable(), at: instant }),
  HandsCounted: z.strictObject({ motionId: id, ...hands, at: instant }),
  /** `castBy` is who recorded it in a roll call; null where the voter cast it. */
  VoteCast: z.strictObject({ motionId: id, voterId: id, choice, castBy: id.nullable(), at: instant }),
  BallotCast: z.strictObject({ motionId: id, voterId: id, castBy: id.nullable(), at: instant }),
  BallotsCounted: z.strictObject({ motionId: id, ...hands, invalid: votes, at: instant }),
};
export type BallotEvent = EventOf<typeof ballotEvents>;

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const cast = (state: DecisionsState, motionId: string, change: (vote: Vote) => Vote): DecisionsState => ({
  ...state,
  motions: state.motions.change(motionId, (motion) => onVote(motion, change)),
});

export const evolveBallots: Evolve<DecisionsState, BallotEvent> = {
  ObjectionRaised: (state, { motionId, voterId, reason, at }) =>
    cast(state, motionId, (vote) => ({ ...vote, objections: [...vote.objections, { voterId, reason, at }] })),
  HandsCounted: (state, { motionId, at: _at, ...hands }) =>
    cast(state, motionId, (vote) => ({ ...vote, count: { ...hands, invalid: 0 } })),
  VoteCast: (state, { motionId, voterId, choice }) =>
    cast(state, motionId, (vote) => ({ ...vote, choices: vote.choices.set(voterId, choice) })),
  BallotCast: (state, { motionId, voterId, at }) =>
    cast(state, motionId, (vote) => ({ ...vote, ballots: vote.ballots.set(voterId, at) })),
  BallotsCounted: (state, { motionId, at: _at, ...count }) => cast(state, motionId, (vote) => ({ ...vote, count })),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const ballotCommands = {
  object: {
    summary: 'Object',
    description:
      'Objects in a vote by consent, for oneself or for the delegation one heads; an officer records the objection of somebody in the hall.',
    input: z.strictObject({ motionId: id, voterId: id.optional(), reason: prose(1000).nullable().default(null) }),
    example: { motionId: 'motion-1', reason: 'The schedule has not been discussed' },
    by: ANYONE_PRESENT,
    during: RUNNING,
  },
  'record-hands': {
    summary: 'Record the show of hands',
    description: 'Records the hands counted for, against and abstaining. Can be given again until the vote is closed.',
    input: z.strictObject({ motionId: id, ...hands }),
    example: { motionId: 'motion-1', for: 41, against: 2, abstain: 1 },
    by: OFFICERS,
    during: RUNNING,
  },
  'cast-vote': {
    summary: 'Vote by name',
    description:
      'Casts a vote in a recorded vote, for oneself or for the delegation one heads; in a roll call an officer records the answer of somebody present. Can be changed until the vote is closed.',
    input: z.strictObject({ motionId: id, voterId: id.optional(), choice }),
    example: { motionId: 'motion-1', choice: 'for' },
    by: ANYONE_PRESENT,
    during: RUNNING,
  },
  'cast-secret-ballot': {
    summary: 'Hand in a secret ballot',
    description: 'Records that somebody has handed in a ballot. What is on it is never recorded by name.',
    input: z.strictObject({ motionId: id, voterId: id.optional() }),
    example: { motionId: 'motion-1' },
    by: ANYONE_PRESENT,
    during: RUNNING,
  },
  'record-secret-count': {
    summary: 'Record the count of the secret ballots',
    description:
      'Records how many ballots are for, against, abstaining and invalid. Refused unless they are as many as were handed in. No ballot is taken after the count.',
    input: z.strictObject({ motionId: id, ...hands, invalid: votes.default(0) }),
    example: { motionId: 'motion-1', for: 30, against: 9, abstain: 2, invalid: 1 },
    by: OFFICERS,
    during: RUNNING,
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const asked: Readonly<Record<VoteMethod, string>> = {
  consent: 'by consent: only objections are recorded',
  'show-of-hands': 'by show of hands: the hands are counted',
  recorded: 'recorded: each votes by name',
  secret: 'secret: each hands in a ballot, and the ballots are counted',
};

/** The latest vote on a motion where it is taken by the method meant, else a refusal. */
function voteTaken({ decisions }: MeetingState, motionId: string, method: VoteMethod) {
  const motion = decisions.motions.get(motionId);
  if (!motion) return { refusal: unknownMotion(motionId) };
  const vote = motion.votes.at(-1);
  if (!vote)
    return {
      refusal: reject.conflict('decisions.no-vote', 'No vote on this motion is running. Open one first.', { motionId }),
    };
  if (vote.method === method) return { vote };
  return {
    refusal: reject.conflict('decisions.other-method', `The vote is ${asked[vote.method]}.`, {
      motionId,
      method: vote.method,
    }),
  };
}

const over = (motionId: string) =>
  reject.conflict('decisions.vote-over', 'The vote is over. Nothing more can be cast or counted.', { motionId });

/** Whose vote it is and who records it, or the refusal: not eligible, not theirs to cast, not present. */
function voterIn(
  vote: Vote,
  named: string | undefined,
  actor: Actor,
  meeting: MeetingState,
  { attendance }: Surroundings,
) {
  const voterId = named ?? (actor.kind === 'attendee' ? actor.id : undefined);
  if (voterId === undefined) return { refusal: reject.invalid('decisions.no-voter', 'Say whose vote it is.') };
  const own = speaksFor(actor, voterId, meeting);
  if (!own && !isOfficer(actor, meeting)) {
    return {
      refusal: reject.forbidden(
        'decisions.not-your-vote',
        'You can vote in your own name, or for the delegation you head.',
      ),
    };
  }
  const name = nameOnRoster(meeting.roster, voterId);
  if (!name) return { refusal: reject.missing('roster.unknown', 'This name is not on the roster.', { voterId }) };
  if (!vote.eligible.includes(voterId)) {
    return {
      refusal: reject.forbidden('decisions.not-eligible', `${name} is not eligible in this vote.`, { voterId }),
    };
  }
  if (!isRosterIdPresent(meeting, attendance, voterId)) {
    return {
      refusal: reject.conflict(
        'decisions.not-present',
        `${name} is not recorded as present. Join the meeting, or be checked in, first.`,
        {
          voterId,
        },
      ),
    };
  }
  return { voterId, castBy: own ? null : actor.id };
}

const sameCount = (count: Tally | null, given: Tally): boolean =>
  count !== null && (Object.keys(given) as (keyof Tally)[]).every((key) => count[key] === given[key]);

export const decideBallots: Deciders<typeof ballotCommands, MeetingState, Surroundings, MeetingEvent> = {
  object: ({ data, actor, at }, meeting, around) => {
    const { motionId, reason } = data;
    const { vote, refusal } = voteTaken(meeting, motionId, 'consent');
    if (!vote) return refusal;
    const voter = voterIn(vote, data.voterId, actor, meeting, around);
    if (voter.refusal) return voter.refusal;
    const { voterId } = voter;
    if (vote.objections.some((objection) => objection.voterId === voterId)) return nothing;
    return isRunning(vote) ? [{ type: 'ObjectionRaised', data: { motionId, voterId, reason, at } }] : over(motionId);
  },

  'record-hands': ({ data, at }, meeting, { attendance }) => {
    const { motionId, ...hands } = data;
    const { vote, refusal } = voteTaken(meeting, motionId, 'show-of-hands');
    if (!vote) return refusal;
    const count = { ...hands, invalid: 0 };
    if (sameCount(vote.count, count)) return nothing;
    if (!isRunning(vote)) return over(motionId);
    const eligibleVotes = votesOf(vote.eligible, true, meeting, attendance);
    if (totalOf(count) > eligibleVotes) {
      return reject.invalid(
        'decisions.too-many-hands',
        `${totalOf(count)} hands are more than the ${eligibleVotes} votes there are. Count again.`,
        {
          hands: totalOf(count),
          eligibleVotes,
        },
      );
    }
    return [{ type: 'HandsCounted', data: { ...data, at } }];
  },

  'cast-vote': ({ data, actor, at }, meeting, around) => {
    const { motionId, choice } = data;
    const { vote, refusal } = voteTaken(meeting, motionId, 'recorded');
    if (!vote) return refusal;
    const voter = voterIn(vote, data.voterId, actor, meeting, around);
    if (voter.refusal) return voter.refusal;
    const { voterId, castBy } = voter;
    if (vote.choices.get(voterId) === choice) return nothing;
    return isRunning(vote) ? [{ type: 'VoteCast', data: { motionId, voterId, choice, castBy, at } }] : over(motionId);
  },

  'cast-secret-ballot': ({ data, actor, at }, meeting, around) => {
    const { motionId } = data;
    const { vote, refusal } = voteTaken(meeting, motionId, 'secret');
    if (!vote) return refusal;
    const voter = voterIn(vote, data.voterId, actor, meeting, around);
    if (voter.refusal) return voter.refusal;
    const { voterId, castBy } = voter;
    if (vote.ballots.has(voterId)) return nothing;
    if (!isRunning(vote)) return over(motionId);
    if (vote.count !== null) {
      return reject.conflict('decisions.already-counted', 'The ballots are counted. None can be handed in any more.', {
        motionId,
      });
    }
    return [{ type: 'BallotCast', data: { motionId, voterId, castBy, at } }];
  },

  'record-secret-count': ({ data, at }, meeting) => {
    const { motionId, ...count } = data;
    const { vote, refusal } = voteTaken(meeting, motionId, 'secret');
    if (!vote) return refusal;
    if (sameCount(vote.count, count)) return nothing;
    if (!isRunning(vote)) return over(motionId);
    const [counted, handedIn] = [totalOf(count), vote.ballots.size];
    if (counted !== handedIn) {
      return reject.invalid(
        'decisions.count-differs',
        `${counted} ballots are counted and ${handedIn} were handed in. Count again.`,
        {
          counted,
          handedIn,
        },
      );
    }
    return [{ type: 'BallotsCounted', data: { ...data, at } }];
  },
};
