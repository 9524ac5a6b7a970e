// Why a hand stands where it stands in the queue: what its order is made of, and what it has left of its unit's time.

import { isSameOrBelow, unitTimes } from '@rostrum/events';
import type { FloorRequest, Instant, MeetingState } from '@rostrum/events';
import { personOf } from '../../../meeting/people.ts';

/** What decided the place of a hand. */
export type WhyHere =
  | { readonly by: 'point-of-order' | 'chair' | 'unranked' | 'not-spoken' }
  | { readonly by: 'asked'; readonly at: Instant }
  | { readonly by: 'precedence'; readonly number: number }
  | { readonly by: 'spoken'; readonly seconds: number };

/** What `waiting` ordered a request by. */
export function whyHere(request: FloorRequest, { floor, roster }: MeetingState): WhyHere {
  if (request.kind === 'point-of-order') return { by: 'point-of-order' };
  const { speakerId, at } = request;
  switch (floor.discipline) {
    case 'first-come':
      return { by: 'asked', at };
    case 'chair':
      return { by: 'chair' };
    case 'precedence': {
      const { precedence = null } = roster.attendees.get(speakerId) ?? roster.delegations.get(speakerId) ?? {};
      return precedence === null ? { by: 'unranked' } : { by: 'precedence', number: precedence };
    }
    case 'quiet-first': {
      const seconds = floor.spokenSeconds.get(speakerId) ?? 0;
      return seconds === 0 ? { by: 'not-spoken' } : { by: 'spoken', seconds };
    }
  }
}

/** Seconds left of the tightest time budget that a speaker's units have; negative where it is used up; null without one. */
export function budgetLeft(speakerId: string, meeting: MeetingState, at: Instant): number | null {
  const unit = personOf(meeting, speakerId)?.unit ?? '';
  const left = unitTimes(meeting, at)
    .filter((time) => isSameOrBelow(unit, time.unit))
    .map(({ leftSeconds }) => leftSeconds);
  return left.length === 0 ? null : Math.min(...left);
}
