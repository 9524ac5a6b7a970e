// The moment as it stands in the page's address: `?at=` an instant, or `?revision=` a number where events share an instant
// and only the number tells which of them have happened. Neither: the latest.

import type { Playback } from '@rostrum/projections';
import { momentAfter, momentAt, momentAtRevision } from './moment.ts';
import type { Moment } from './moment.ts';

const REVISION = /^\d{1,15}$/;

/**
 * What the page's address asks for.
 * @param search the query, `?at=2021-05-26T01:14:30Z`
 * @param end the latest instant that can be stood at, in milliseconds
 * @returns null for the latest, and for what cannot be read
 */
export function momentOf(playback: Playback, search: string, end: number): Moment | null {
  const query = new URLSearchParams(search);
  const revision = query.get('revision') ?? '';
  if (REVISION.test(revision)) return momentAtRevision(playback, Number(revision));
  // A plus sign that was not encoded arrives as a space.
  const instant = Date.parse((query.get('at') ?? '').replace(' ', '+'));
  return Number.isNaN(instant) ? null : momentAt(playback, instant, end);
}

/** The query that leads to an instant; in it colons stay legible. */
export const searchAt = (ms: number): string => `?at=${new Date(ms).toISOString()}`;

/** The query that leads back to a moment; empty for the latest. */
export function searchOf(playback: Playback, moment: Moment | null): string {
  if (moment === null) return '';
  const instant = new Date(moment.ms).toISOString();
  if (playback.countUntil(instant) === moment.count) return searchAt(moment.ms);
  const { revision } = playback.viewAfter(moment.count);
  return momentAfter(playback, playback.countUntil(revision)).count === moment.count && revision >= 0
    ? `?revision=${revision}`
    : searchAt(moment.ms);
}

/** The query that leads to the moment right after the event at a place counted from 0. */
export const searchOfEvent = (playback: Playback, place: number): string =>
  searchOf(playback, momentAfter(playback, place + 1));
