// The vote under way as far as it is one's own: on what, how it is taken, and whether one has voted.

import { runningVote } from '@rostrum/events';
import type { Choice, MeetingState, VoteMethod } from '@rostrum/events';
import type { Mine } from './mine.ts';

export type Ballot = {
  readonly motionId: string;
  readonly title: string;
  readonly method: VoteMethod;
  /** Whose vote it is: oneself, or a delegation one heads. */
  readonly voterId: string;
  /** What was cast; `handed-in` where the record does not say how; null while it is open. */
  readonly cast: Choice | 'objected' | 'handed-in' | null;
  /** The ballots are counted: none can be handed in any more. */
  readonly counted: boolean;
};

/** The votes one may cast now, one's own first; none where no vote runs or one is not eligible in it. */
export function ballotsOf({ decisions }: MeetingState, { ids }: Mine): readonly Ballot[] {
  const motion = decisions.voting === null ? undefined : decisions.motions.get(decisions.voting);
  const vote = motion && runningVote(motion);
  if (!motion || !vote) return [];
  const { motionId, title } = motion;
  const { method } = vote;
  const cast: Readonly<Record<VoteMethod, (voterId: string) => Ballot['cast']>> = {
    consent: (voterId) => (vote.objections.some((objection) => objection.voterId === voterId) ? 'objected' : null),
    'show-of-hands': () => null,
    recorded: (voterId) => vote.choices.get(voterId) ?? null,
    secret: (voterId) => (vote.ballots.has(voterId) ? 'handed-in' : null),
  };
  return ids
    .filter((voterId) => vote.eligible.includes(voterId))
    .map((voterId) => ({
      motionId,
      title,
      method,
      voterId,
      cast: cast[method](voterId),
      counted: method === 'secret' && vote.count !== null,
    }));
}

/** True where the page is to ask for it: hands are counted in the hall, and silence is consent. */
export const isAsked = ({ method, cast, counted }: Ballot): boolean =>
  (method === 'recorded' || method === 'secret') && cast === null && !counted;
