// The one thing that a person would do now: what the large button under the thumb is for. The state of the meeting and one's
// own place in it decide, nothing else; every state has its own answer.

import { openPause, waiting } from '@rostrum/events';
import type { Actor, Attendee, FloorRequest, MeetingState, MeetingStatus, Speech } from '@rostrum/events';
import { ballotsOf, isAsked } from './ballots.ts';
import type { Ballot } from './ballots.ts';
import { mineOn } from './mine.ts';
import type { Mine } from './mine.ts';

export type Gesture =
  /** Nobody takes part by this page: an archivist who looks on. */
  | { readonly is: 'look-on' }
  /** An account conducts from the desk. */
  | { readonly is: 'desk' }
  | { readonly is: 'preparing' }
  /** The invitation waits for an answer, or has one. */
  | { readonly is: 'answer'; readonly answer: Attendee['answer'] }
  /** Free to ask for the floor. */
  | { readonly is: 'ask'; readonly presents: Presents }
  /** In the queue; place 1 is next. */
  | { readonly is: 'waiting'; readonly place: number; readonly request: FloorRequest; readonly before: string | null }
  | { readonly is: 'speaking'; readonly speech: Speech; readonly paused: boolean }
  /** Heard with an interposed question; the speech belongs to somebody else. */
  | { readonly is: 'asking'; readonly speech: Speech }
  | { readonly is: 'vote'; readonly ballot: Ballot }
  | { readonly is: 'recess'; readonly resumesAt: string | null; readonly place: number | null }
  | { readonly is: 'over'; readonly minutes: 'draft' | 'signed' }
  | { readonly is: 'cancelled' };

/** The item that one presents: the one that is open, or the one that comes next; null where it is neither. */
export type Presents = { readonly itemId: string; readonly when: 'now' | 'next' } | null;

type Situation = { readonly meeting: MeetingState; readonly me: Actor; readonly mine: Mine };

const OFFICES = ['organizer', 'administrator'];

const gestures: Readonly<Record<MeetingStatus, (situation: Situation) => Gesture>> = {
  unscheduled: () => ({ is: 'preparing' }),
  draft: () => ({ is: 'preparing' }),
  convened: ({ mine }) => ({ is: 'answer', answer: mine.attendee?.answer ?? 'none' }),
  open: whileOpen,
  recess: ({ meeting, mine }) => ({
    is: 'recess',
    resumesAt: meeting.lifecycle.recesses.at(-1)?.resumesAt ?? null,
    place: placeIn(meeting, mine)?.place ?? null,
  }),
  closed: () => ({ is: 'over', minutes: 'draft' }),
  minuted: () => ({ is: 'over', minutes: 'signed' }),
  sealed: () => ({ is: 'over', minutes: 'signed' }),
  cancelled: () => ({ is: 'cancelled' }),
};

/** What the button is for now. */
export function gestureOf(meeting: MeetingState, me: Actor | null, mine: Mine = mineOn(meeting.roster, me)): Gesture {
  const { status } = meeting.lifecycle;
  if (me === null) return { is: 'look-on' };
  const ended = status === 'closed' || status === 'minuted' || status === 'sealed' || status === 'cancelled';
  if (mine.attendee === null && !ended) {
    return me.kind === 'account' && me.roles.some((role) => OFFICES.includes(role))
      ? { is: 'desk' }
      : { is: 'look-on' };
  }
  return gestures[status]({ meeting, me, mine });
}

function whileOpen({ meeting, mine }: Situation): Gesture {
  const { speech } = meeting.floor;
  const pause = speech ? openPause(speech) : undefined;
  if (speech && pause?.questionerId && mine.ids.includes(pause.questionerId)) return { is: 'asking', speech };
  if (speech && mine.ids.includes(speech.speakerId)) return { is: 'speaking', speech, paused: pause !== undefined };
  const ballot = ballotsOf(meeting, mine).find(isAsked);
  if (ballot) return { is: 'vote', ballot };
  const place = placeIn(meeting, mine);
  return place ? { is: 'waiting', ...place } : { is: 'ask', presents: presentsIn(meeting, mine) };
}

/** One's first request in the queue as it is worked, counted from 1, and who comes right before it. */
export function placeIn(meeting: MeetingState, { ids }: Mine) {
  if (meeting.floor.requests.every(({ speakerId }) => !ids.includes(speakerId))) return undefined;
  const queue = waiting(meeting);
  const index = queue.findIndex(({ speakerId }) => ids.includes(speakerId));
  return { place: index + 1, request: queue[index]!, before: queue[index - 1]?.speakerId ?? null };
}

/** The item one presents, until one has spoken under it. */
export function presentsIn({ agenda, floor }: MeetingState, { ids }: Mine): Presents {
  const isMine = (itemId: string) => agenda.items.get(itemId)?.presenters.some((id) => ids.includes(id)) ?? false;
  const heard = (itemId: string) =>
    floor.finished.values().some((speech) => speech.itemId === itemId && ids.includes(speech.speakerId));
  if (agenda.open !== null && isMine(agenda.open) && !heard(agenda.open)) return { itemId: agenda.open, when: 'now' };
  const next = agenda.order.find((itemId) => agenda.items.get(itemId)?.status === 'planned');
  return next !== undefined && isMine(next) ? { itemId: next, when: 'next' } : null;
}
