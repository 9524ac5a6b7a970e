// What every part of the room looks at: the meeting, who one is in it, what the large button is for, what is asked of one.
// Each is computed once for all of them.

import { createContext, createMemo, createSignal, getOwner, untrack, useContext } from 'solid-js';
import type { Accessor, JSX, Owner, Signal } from 'solid-js';
import type { MeetingState } from '@rostrum/events';
import { useLive } from '../../live/use-live.tsx';
import type { PresentMeeting } from '../../live/use-live.tsx';
import { ballotsOf } from './ballots.ts';
import type { Ballot } from './ballots.ts';
import { gestureOf } from './gesture.ts';
import type { Gesture } from './gesture.ts';
import { emptyDraft } from './messages/draft.ts';
import type { Draft } from './messages/draft.ts';
import { mineOn } from './mine.ts';
import type { Mine } from './mine.ts';
import { partsOfTasks, tasksOf } from './tasks.ts';
import type { Task } from './tasks.ts';

export type Room = {
  readonly live: PresentMeeting;
  readonly meeting: Accessor<MeetingState>;
  readonly mine: Accessor<Mine>;
  readonly gesture: Accessor<Gesture>;
  readonly ballots: Accessor<readonly Ballot[]>;
  readonly tasks: Accessor<readonly Task[]>;
  /** Milliseconds by the server's clock, read again each minute: for what is told in minutes. */
  readonly minute: Accessor<number>;
  /** What one is writing to all, and has not sent. */
  readonly draft: Signal<Draft>;
  /** What lives as long as the room does is made under it. */
  readonly owner: Owner | null;
};

const RoomContext = createContext<Room>();

/** The room, for every part of it. Throws outside of one. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('useRoom is called outside of RoomProvider.');
  return room;
}

const sameEach = (before: readonly unknown[], after: readonly unknown[]) =>
  before.every((part, place) => part === after[place]);

export function RoomProvider(props: { readonly children: JSX.Element }): JSX.Element {
  const live = useLive();
  const meeting = createMemo(() => live.view().meeting);
  const roster = createMemo(() => meeting().roster);
  const mine = createMemo(() => mineOn(roster(), live.me()));
  const gesture = createMemo(() => gestureOf(meeting(), live.me(), mine()));
  const ballots = createMemo(() => ballotsOf(meeting(), mine()));
  // What is asked of one is looked up across the whole roster: only where something of it has changed.
  const asked = createMemo(() => partsOfTasks(live.view()), undefined, { equals: sameEach });
  const tasks = createMemo(() => {
    asked();
    return tasksOf(untrack(live.view), live.me(), mine());
  });
  const minute = createMemo(() => Math.floor(live.serverNow() / 60_000) * 60_000);
  const [draft, setDraft] = createSignal(emptyDraft);
  const room: Room = {
    live,
    meeting,
    mine,
    gesture,
    ballots,
    tasks,
    minute,
    draft: [draft, setDraft],
    owner: getOwner(),
  };
  return <RoomContext.Provider value={room}>{props.children}</RoomContext.Provider>;
}
