// What the record knows of a motion and of the votes on it, and the refusals that its standing brings.

import * as z from 'zod';
import { reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { Ledger } from '../kernel/ledger.ts';
import type { Instant } from '../kernel/text.ts';
import type { Choice, Majority, Tally } from './majority.ts';

/** `consent`: adopted unless somebody objects. `recorded`: by name, who and how. `secret`: who, never how. */
export const method = z.enum(['consent', 'show-of-hands', 'recorded', 'secret']);
export type VoteMethod = z.infer<typeof method>;

/** `objected`: there was no consent, and the motion may be voted on in another way. */
export const result = z.enum(['adopted', 'rejected', 'objected']);
export type VoteResult = z.infer<typeof result>;

export type Objection = { readonly voterId: string; readonly reason: string | null; readonly at: Instant };

export type Vote = {
  readonly method: VoteMethod;
  /** Null for a vote by consent, which knows no majority. */
  readonly majority: Majority | null;
  /** Roster ids. */
  readonly eligible: readonly string[];
  readonly openedAt: Instant;
  readonly objections: readonly Objection[];
  /** In a recorded vote: how each voted, by roster id. */
  readonly choices: Ledger<Choice>;
  /** In a secret ballot: when each handed in a ballot, by roster id. */
  readonly ballots: Ledger<Instant>;
  /** Hands or secret ballots as counted. */
  readonly count: Tally | null;
  readonly closed: VoteClosing | null;
  readonly abandonedBecause: string | null;
};

export type VoteClosing = {
  /** Null for a vote by consent. */
  readonly tally: Tally | null;
  /** How many votes there were in all, cast or not. */
  readonly eligibleVotes: number;
  /** Roster ids of the eligible who were present. */
  readonly present: readonly string[];
  readonly result: VoteResult;
  readonly at: Instant;
};

export type MotionStatus = 'put' | 'voting' | 'adopted' | 'rejected' | 'withdrawn';

/** A wording that was replaced, and when. */
export type EarlierWording = { readonly title: string; readonly text: string; readonly until: Instant };

export type Motion = {
  readonly motionId: string;
  readonly title: string;
  readonly text: string;
  readonly earlier: readonly EarlierWording[];
  /** A name on the roster. */
  readonly moverId: string;
  readonly seconderId: string | null;
  readonly itemId: string;
  readonly status: MotionStatus;
  readonly putAt: Instant;
  readonly withdrawnBecause: string | null;
  /** All votes on it, the latest last: consent that met an objection and a vote that was abandoned may be followed by another. */
  readonly votes: readonly Vote[];
};

export type DecisionsState = {
  readonly motions: Ledger<Motion>;
  /** The motion that is being voted on. */
  readonly voting: string | null;
};

/** True until the vote is closed or abandoned. */
export const isRunning = (vote: Vote): boolean => vote.closed === null && vote.abandonedBecause === null;

/** The vote under way on a motion, if any. */
export const runningVote = (motion: Motion): Vote | undefined =>
  motion.status === 'voting' ? motion.votes.at(-1) : undefined;

/** Changes the last vote on a motion. */
export const onVote = (motion: Motion, change: (vote: Vote) => Vote): Motion => {
  const vote = motion.votes.at(-1);
  return vote ? { ...motion, votes: [...motion.votes.slice(0, -1), change(vote)] } : motion;
};

export const unknownMotion = (motionId: string): Rejection =>
  reject.missing('decisions.unknown-motion', 'There is no such motion in this meeting.', { motionId });

const standing: Readonly<Record<Exclude<MotionStatus, 'put'>, readonly [code: string, message: string]>> = {
  voting: ['decisions.vote-running', 'The vote on this motion is running. Close it or abandon it first.'],
  adopted: ['decisions.settled', 'This motion has been adopted. Put a new motion.'],
  rejected: ['decisions.settled', 'This motion has been rejected. Put a new motion.'],
  withdrawn: ['decisions.withdrawn', 'This motion has been withdrawn. Put it again as a new motion.'],
};

/** The refusal to change or decide a motion whose status forbids it; undefined where it is put and waits. */
export function refusalOfStanding({ motionId, status }: Motion): Rejection | undefined {
  if (status === 'put') return undefined;
  const [code, message] = standing[status];
  return reject.conflict(code, message, { motionId, status });
}
