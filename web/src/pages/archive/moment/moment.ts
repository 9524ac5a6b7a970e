// Where one stands in a record: how many of its events have happened, and what the clock says. The two differ between
// events, where the clock goes on, and where several events share an instant.

import type { Playback } from '@rostrum/projections';

export type Moment = {
  /** How many events had been recorded; the view shown is the one after them. */
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly ms: number;
};

const isoOf = (ms: number): string => new Date(ms).toISOString();

/** What the clock said right after so many events: the latest instant among them. */
export const clockAfter = (playback: Playback, count: number): number => {
  const { at } = playback.viewAfter(count);
  return at === null ? 0 : Date.parse(at);
};

/** The moment right after so many events; at least the first, since before it there is no meeting. */
export function momentAfter(playback: Playback, count: number): Moment {
  const held = Math.max(Math.min(1, playback.length), Math.min(count, playback.length));
  return { count: held, ms: clockAfter(playback, held) };
}

/**
 * The moment at an instant.
 * @param end the latest instant that can be stood at, in milliseconds
 */
export function momentAt(playback: Playback, ms: number, end: number): Moment {
  const first = momentAfter(playback, 1);
  const held = Math.min(Math.max(ms, first.ms), end);
  return { count: Math.max(first.count, playback.countUntil(isoOf(held))), ms: held };
}

/** The moment at a revision of the meeting's own stream, with all that was recorded before the next one. */
export const momentAtRevision = (playback: Playback, revision: number): Moment =>
  momentAfter(playback, playback.countUntil(revision));

/** Right after the next notable event; undefined where none follows. */
export function nextNotable(playback: Playback, { count }: Moment): Moment | undefined {
  const next = playback.nextNotable(count);
  return next === undefined ? undefined : momentAfter(playback, next);
}

/** Right after the notable event before; from between two events, the beginning of what is on. */
export function previousNotable(playback: Playback, { count, ms }: Moment): Moment | undefined {
  const later = ms > clockAfter(playback, count);
  const before = playback.previousNotable(later ? count + 1 : count);
  return before === undefined ? undefined : momentAfter(playback, before);
}
