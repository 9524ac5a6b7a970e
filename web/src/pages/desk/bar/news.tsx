// What others do, and what has just gone through, told to whoever hears the page: one short sentence each.

import type { MeetingState } from '@rostrum/events';
import { onCleanup } from 'solid-js';
import type { JSX } from 'solid-js';
import type { LiveEvent } from '../../../live/live-fold.ts';
import { useLive } from '../../../live/use-live.tsx';
import { otherHand } from '../../../meeting/marks.ts';
import { personOf } from '../../../meeting/people.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useDesk } from '../desk-context.tsx';
import { useDeskWords } from '../words.ts';

/** The turns that are told, and what each names. */
const turns = {
  FloorRequested: 'speakerId',
  FloorGiven: 'speakerId',
  FloorYielded: 'speechId',
  FloorTakenBack: 'speechId',
  FloorPaused: 'speechId',
  FloorResumed: 'speechId',
  ItemCalled: 'itemId',
  ItemConcluded: 'itemId',
  ItemDeferred: 'itemId',
  ItemReopened: 'itemId',
  ItemReturned: 'itemId',
  ChairHandedOver: 'to',
  MeetingOpened: null,
  RecessCalled: null,
  MeetingResumed: null,
  MeetingClosed: null,
} as const;
type Turn = keyof typeof turns;

const isTurn = (type: string): type is Turn => Object.hasOwn(turns, type);

export function News(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const desk = useDesk();
  const unsubscribe = live.onRecorded((event) => {
    if (!isTurn(event.type) || otherHand(event, live.me()?.id) === undefined) return;
    desk.say(t(`news.${event.type}`, { name: namedIn(event, turns[event.type], live.view().meeting) }));
  });
  onCleanup(unsubscribe);
  return (
    <div aria-live="polite" role="status">
      <VisuallyHidden>{desk.said()}</VisuallyHidden>
    </div>
  );
}

function namedIn({ data }: LiveEvent, field: string | null, meeting: MeetingState): string {
  const id = field === null ? '' : String((data as Readonly<Record<string, unknown>>)[field] as string);
  const speech = meeting.floor.speech?.speechId === id ? meeting.floor.speech : meeting.floor.finished.get(id);
  return meeting.agenda.items.get(id)?.title ?? personOf(meeting, speech?.speakerId ?? id)?.name ?? '';
}
