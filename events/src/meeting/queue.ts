// Who is next: the hands that are up in the order in which the queue is worked, and what is left of each unit's time.

import type { Instant } from '../kernel/text.ts';
import type { Discipline, FloorRequest } from './hands.ts';
import type { MeetingState } from './meeting.ts';
import { entryOnRoster } from './names.ts';
import { spokenSecondsOf } from './speech.ts';
import { isSameOrBelow } from './units.ts';

type Rank = (request: FloorRequest, meeting: MeetingState) => number;

const asked: Rank = ({ at }) => Date.parse(at);

const precedence: Rank = ({ speakerId }, { roster }) =>
  entryOnRoster(roster, speakerId)?.precedence ?? Number.MAX_SAFE_INTEGER;

const spoken: Rank = ({ speakerId }, { floor }) => floor.spokenSeconds.get(speakerId) ?? 0;

/** What is compared, one after another; what is equal in all stays as it was asked, or as the chair has moved it. */
const disciplines: Readonly<Record<Discipline, readonly Rank[]>> = {
  'first-come': [asked],
  precedence: [precedence, asked],
  'quiet-first': [spoken, asked],
  chair: [],
};

const urgency: Rank = ({ kind }) => (kind === 'point-of-order' ? 0 : 1);

/** The requests for the floor, the next one first: points of order before all else, then by the queue's discipline. */
export function waiting(meeting: MeetingState): readonly FloorRequest[] {
  const ranks = [urgency, ...disciplines[meeting.floor.discipline]];
  const ranked = meeting.floor.requests.map((request) => ({
    request,
    by: ranks.map((rank) => rank(request, meeting)),
  }));
  return ranked
    .toSorted((a, b) => a.by.map((value, place) => value - b.by[place]!).find((difference) => difference !== 0) ?? 0)
    .map(({ request }) => request);
}

/** The speaking time of a unit and all below it; `leftSeconds` is negative where they have spoken longer. */
export type UnitTime = {
  readonly unit: string;
  readonly limitSeconds: number;
  readonly spokenSeconds: number;
  readonly leftSeconds: number;
};

/** What is left of each unit's time budget at an instant, the speech under way counted in; by unit path. */
export function unitTimes({ floor, roster }: MeetingState, at: Instant): readonly UnitTime[] {
  const spokenBy = [...floor.spokenSeconds.keys(), ...(floor.speech ? [floor.speech.speakerId] : [])];
  const speakers = [...new Set(spokenBy)].map((speakerId) => ({
    unit: (roster.attendees.get(speakerId) ?? roster.delegations.get(speakerId))?.unit ?? '',
    seconds:
      (floor.spokenSeconds.get(speakerId) ?? 0) +
      (floor.speech?.speakerId === speakerId ? spokenSecondsOf(floor.speech, at) : 0),
  }));
  return Object.entries(floor.unitBudgets)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, limitSeconds]) => {
      const spokenSeconds = speakers
        .filter((speaker) => isSameOrBelow(speaker.unit, unit))
        .reduce((sum, { seconds }) => sum + seconds, 0);
      return { unit, limitSeconds, spokenSeconds, leftSeconds: limitSeconds - spokenSeconds };
    });
}
