// What somebody else has just changed is marked for a moment, so that two who sit at the same desk see each other's hands.

import { createContext, createSignal, onCleanup, useContext } from 'solid-js';
import type { LiveEvent } from '../live/live-fold.ts';
import type { PresentMeeting } from '../live/use-live.tsx';

/** Milliseconds that a mark stays. */
const STAYS = 4000;

export type Marks = {
  /**
   * Who has just changed the thing with this id (an item, a request, a speech, a name …); undefined where nobody else has.
   * @param type only by events of this type
   */
  readonly by: (id: string | null | undefined, type?: LiveEvent['type']) => string | undefined;
};

const NO_MARKS: Marks = { by: () => undefined };
const MarksContext = createContext<Marks>(NO_MARKS);

export const MarksProvider = MarksContext.Provider;

/** The marks of the page; without a provider nothing is ever marked. */
export const useMarks = (): Marks => useContext(MarksContext);

/** The id of what an event is about: the first `xId` of its data, save the meeting's own; whoever took the chair over. */
export function subjectOf({ type, data }: Pick<LiveEvent, 'type' | 'data'>): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const found = Object.entries(data).find(([name, value]) =>
    type === 'ChairHandedOver'
      ? name === 'to'
      : name.endsWith('Id') && name !== 'meetingId' && typeof value === 'string',
  );
  return found?.[1] as string | undefined;
}

/** Who did it, where it was somebody other than the reader; undefined for their own doing and for the system's. */
export function otherHand(event: Pick<LiveEvent, 'actor'>, me: string | undefined): string | undefined {
  const { actor } = event;
  return actor === undefined || actor.kind === 'system' || actor.id === me ? undefined : (actor.name ?? actor.id);
}

type Mark = { readonly by: string; readonly type: string; readonly place: number };

/** Marks what others do from now on, until the owner of the scope goes. */
export function createMarks(live: PresentMeeting): Marks {
  const [marks, setMarks] = createSignal<ReadonlyMap<string, Mark>>(new Map());
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let last = 0;

  const unsubscribe = live.onRecorded((event) => {
    const by = otherHand(event, live.me()?.id);
    const id = subjectOf(event);
    if (by === undefined || id === undefined) return;
    const place = ++last;
    setMarks((before) => new Map([...before, [id, { by, type: event.type, place }] as const]));
    const timer = setTimeout(() => {
      timers.delete(timer);
      setMarks((before) => new Map([...before].filter(([, mark]) => mark.place !== place)));
    }, STAYS);
    timers.add(timer);
  });
  onCleanup(() => {
    unsubscribe();
    timers.forEach(clearTimeout);
  });
  return {
    by: (id, type) => {
      const mark = id ? marks().get(id) : undefined;
      return type === undefined || mark?.type === type ? mark?.by : undefined;
    },
  };
}
