// What is said aloud when something changes for the person, and what stands in the title of the tab meanwhile: whoever does
// not look at the page must still hear that they are next.

import type { MeetingStatus } from '@rostrum/events';
import type { room } from '../../i18n/en/room.ts';
import type { TranslateOf } from '../../i18n/words.ts';
import type { Gesture } from './gesture.ts';
import { placeInWords } from './place-words.ts';

type Say = TranslateOf<typeof room>;
type Key = Extract<keyof typeof room, `say.${string}`>;

/** How things stand for the person. */
export type Moment = {
  readonly status: MeetingStatus;
  readonly gesture: Gesture;
  /** Statements that wait for their signature. */
  readonly toSign: number;
  /** Commendations conferred on them or their unit. */
  readonly commended: number;
};

const arrivals: Readonly<Partial<Record<MeetingStatus, Key>>> = {
  recess: 'say.recess',
  closed: 'say.closed',
  cancelled: 'say.cancelled',
};

function ofStatus(before: Moment, after: Moment): Key | undefined {
  if (before.status === after.status) return undefined;
  if (after.status === 'open') return before.status === 'recess' ? 'say.resumed' : 'say.opened';
  return arrivals[after.status];
}

/** The speech that one holds, and whether it stands still; null where one holds none. */
const held = ({ gesture }: Moment) => (gesture.is === 'speaking' ? gesture : null);

function ofFloor(before: Moment, after: Moment, r: Say): string | undefined {
  const [mine, was] = [held(after), held(before)];
  if (mine && was?.speech.speechId !== mine.speech.speechId) {
    // Whoever has just put a question goes on to speak only by a speech of their own.
    return r('say.youHaveTheFloor');
  }
  if (mine && was && mine.paused !== was.paused) return r(mine.paused ? 'say.paused' : 'say.goOn');
  if (after.gesture.is === 'asking' && before.gesture.is !== 'asking') return r('say.youAreHeard');
  if (was && !mine) return r('say.yourSpeechIsOver');
  return ofQueue(before.gesture, after.gesture, r);
}

function ofQueue(before: Gesture, after: Gesture, r: Say): string | undefined {
  if (after.is === 'vote') {
    return before.is === 'vote' && before.ballot.motionId === after.ballot.motionId ? undefined : r('say.vote');
  }
  if (after.is === 'waiting') {
    const same = before.is === 'waiting' && before.place === after.place;
    return same ? undefined : placeInWords(r, after.place);
  }
  return before.is === 'waiting' && after.is === 'ask' ? r('say.notWaiting') : undefined;
}

/** What to say about the way from one moment to the next, in sentences; empty where nothing concerns the person. */
export function announcement(before: Moment, after: Moment, r: Say): string {
  const status = ofStatus(before, after);
  const said = [
    status && r(status),
    ofFloor(before, after, r),
    after.toSign > before.toSign ? r('say.statement') : undefined,
    after.commended > before.commended ? r('say.commended') : undefined,
  ];
  return said.filter((sentence) => sentence !== undefined).join(' ');
}

/** What stands before the meeting's name in the title of the tab; null where nothing presses. */
export function titleSign({ gesture }: Pick<Moment, 'gesture'>, r: Say): string | null {
  if (gesture.is === 'speaking') return r('title.speaking');
  if (gesture.is === 'asking') return r('title.asking');
  if (gesture.is === 'vote') return r('title.vote');
  return gesture.is === 'waiting' && gesture.place === 1 ? placeInWords(r, 1) : null;
}
