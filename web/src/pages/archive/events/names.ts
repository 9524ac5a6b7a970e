// What the ids in events stand for, by the whole record: people, items, documents and the rest by their names.

import { nameInRecord } from '@rostrum/events';
import type { MeetingState } from '@rostrum/events';
import type { MeetingView, Playback } from '@rostrum/projections';

export type Names = {
  readonly view: MeetingView;
  /** Of an attendee or a delegation; the id itself where nobody knows it. */
  readonly person: (rosterId: string) => string;
  /** `7 Speech by the General Manager`; without its number where it has none any more. */
  readonly item: (itemId: string) => string;
  /** Its number on the agenda, counted from 1. */
  readonly itemNumber: (itemId: string) => number | undefined;
  readonly venue: (venueId: string) => string;
  /** The speaker of a speech. */
  readonly speaker: (speechId: string) => string;
  /** Who asked for the floor by a request. */
  readonly asker: (requestId: string) => string | undefined;
};

/** The names as the latest view knows them; requests, which leave the queue, by the events that made them. */
export function namesOf(view: MeetingView, askers: ReadonlyMap<string, string>): Names {
  const { roster, agenda, floor } = view.meeting;
  const numbers = new Map(agenda.order.map((itemId, place) => [itemId, place + 1]));
  const person = (rosterId: string) => nameInRecord(roster, rosterId);
  return {
    view,
    person,
    item: (itemId) => [numbers.get(itemId), agenda.items.get(itemId)?.title ?? itemId].filter(Boolean).join(' '),
    itemNumber: (itemId) => numbers.get(itemId),
    venue: (venueId) => roster.venues.get(venueId)?.name ?? venueId,
    speaker: (speechId) => {
      const speech = floor.speech?.speechId === speechId ? floor.speech : floor.finished.get(speechId);
      return speech === undefined ? speechId : person(speech.speakerId);
    },
    asker: (requestId) => {
      const speakerId = askers.get(requestId);
      return speakerId === undefined ? undefined : person(speakerId);
    },
  };
}

/** Adds who asked for the floor by each request among the events from a place on. */
export function addAskers(askers: Map<string, string>, playback: Playback, from: number): void {
  for (let place = from; place < playback.length; place++) {
    const { type, data } = playback.eventAt(place)!;
    if (type !== 'FloorRequested') continue;
    const { requestId, speakerId } = data as { readonly requestId: string; readonly speakerId: string };
    askers.set(requestId, speakerId);
  }
}

/** Whom a directive is addressed to or answered by: a name of the roster, or a unit by its path. */
export const respondentName = ({ roster }: Pick<MeetingState, 'roster'>, respondent: string): string =>
  nameInRecord(roster, respondent);
