// What calls a person who does not look at the page: only that their turn has come nearer, or that their vote is asked for.

import type { Moment } from '../announcements.ts';

/** `next`: first in the queue; `floor`: one may speak; `vote`: a vote waits. */
export type Signal = 'next' | 'floor' | 'vote';

const speaksOf = ({ gesture }: Moment): string | null => {
  if (gesture.is === 'speaking') return gesture.paused ? null : gesture.speech.speechId;
  return gesture.is === 'asking' ? `question in ${gesture.speech.speechId}` : null;
};

const isNext = ({ gesture }: Moment): boolean => gesture.is === 'waiting' && gesture.place === 1;

const motionOf = ({ gesture }: Moment): string | null => (gesture.is === 'vote' ? gesture.ballot.motionId : null);

/** What the way from one moment to the next calls for; null where the person need not be called. */
export function signalOf(before: Moment, after: Moment): Signal | null {
  if (speaksOf(after) !== null) return speaksOf(after) === speaksOf(before) ? null : 'floor';
  if (motionOf(after) !== null) return motionOf(after) === motionOf(before) ? null : 'vote';
  return isNext(after) && !isNext(before) ? 'next' : null;
}
