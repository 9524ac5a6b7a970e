// The items of a record by the moments at which they were called: stepping from item to item.

import type { Playback } from '@rostrum/projections';
import { clockAfter, momentAfter } from './moment.ts';
import type { Moment } from './moment.ts';

/** The places of the calls that stand from `from` on, counted so that the call itself has happened. */
export function callsFrom(playback: Playback, from: number): readonly number[] {
  const calls: number[] = [];
  for (let place = from; place < playback.length; place++) {
    if (playback.eventAt(place)?.type === 'ItemCalled') calls.push(place + 1);
  }
  return calls;
}

/** Right after the next call of an item; undefined where none follows. */
export function nextCall(playback: Playback, calls: readonly number[], { count }: Moment): Moment | undefined {
  const next = calls.find((call) => call > count);
  return next === undefined ? undefined : momentAfter(playback, next);
}

/** The beginning of the item that is on; from there, the call before it. */
export function previousCall(playback: Playback, calls: readonly number[], { count, ms }: Moment): Moment | undefined {
  const later = ms > clockAfter(playback, count);
  const before = calls.findLast((call) => (later ? call <= count : call < count));
  return before === undefined ? undefined : momentAfter(playback, before);
}
