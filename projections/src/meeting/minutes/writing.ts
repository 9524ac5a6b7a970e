// What every part of the minutes is written from: the meeting as it stood, its events, and the words of one language.

import { nameInRecord } from '@rostrum/events';
import type { Directive, Instant, MeetingState, Speech } from '@rostrum/events';
import { speechesOf } from '../speaking-times.ts';
import type { MeetingView, ViewEvent } from '../view.ts';
import { Citations } from './citations.ts';
import { MeetingTime } from './meeting-time.ts';
import { wordsFor } from './words.ts';
import type { MinutesWords } from './words.ts';

export type Writing = {
  readonly view: MeetingView;
  readonly meeting: MeetingState;
  readonly events: readonly ViewEvent[];
  /** The closing, or how far the meeting has come. */
  readonly at: Instant;
  readonly language: string;
  readonly words: MinutesWords;
  readonly time: MeetingTime;
  readonly cited: Citations;
  /** The speeches under an item, in the order in which they were held. */
  readonly speechesUnder: (itemId: string) => readonly Speech[];
  /** The directives of a speech, or of an item outside any speech, by their numbers. */
  readonly directivesOf: (source: { readonly speechId: string } | { readonly itemId: string }) => readonly Directive[];
  /** The name at a roster id. */
  readonly name: (rosterId: string) => string;
  /** From–to, or since when where it lasts. */
  readonly span: (from: Instant, to: Instant | null) => string;
};

/** Gathers what the parts need. `events` are those that the view was folded from. */
export function writing(view: MeetingView, events: readonly ViewEvent[], language: string): Writing {
  const { meeting } = view;
  const words = wordsFor(language);
  const time = new MeetingTime(meeting.lifecycle.timeZone, words);
  const speeches = Map.groupBy(speechesOf(meeting), ({ itemId }) => itemId);
  const sourceOf = (speechId: string | null, itemId: string) =>
    speechId === null ? `item ${itemId}` : `speech ${speechId}`;
  const directives = Map.groupBy(meeting.directives.all, ({ speechId, itemId }) => sourceOf(speechId, itemId));
  return {
    view,
    meeting,
    events,
    at: meeting.lifecycle.closedAt ?? view.at ?? meeting.lifecycle.startsAt,
    language,
    words,
    time,
    cited: new Citations(events),
    speechesUnder: (itemId) => speeches.get(itemId) ?? [],
    directivesOf: (source) => {
      const found = directives.get(
        'speechId' in source ? sourceOf(source.speechId, '') : sourceOf(null, source.itemId),
      );
      return (found ?? []).toSorted((a, b) => a.ordinal - b.ordinal);
    },
    name: (rosterId) => nameInRecord(meeting.roster, rosterId),
    span: (from, to) =>
      to === null ? words.since(time.minute(from)) : words.span(time.minute(from), time.minuteBeside(to, from)),
  };
}
