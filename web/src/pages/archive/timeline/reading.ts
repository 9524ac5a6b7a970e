// What stands at an instant of the timeline: the item, the speech, the number present. What the pointer reads off.

import type { SpeechSpan, Timeline } from '@rostrum/projections';
import { lastUpTo } from '../events/rows-in-sight.ts';

export type Reading = {
  readonly itemId: string | null;
  readonly speech: SpeechSpan | null;
  readonly present: number;
};

type Parsed<T> = { readonly starts: readonly number[]; readonly ends: readonly number[]; readonly of: readonly T[] };

/** Spans that never overlap, as numbers in the order of time. */
function parsed<T extends { readonly from: string; readonly to: string | null }>(spans: readonly T[]): Parsed<T> {
  const rising = spans
    .map((of) => ({ of, start: Date.parse(of.from), end: of.to === null ? Infinity : Date.parse(of.to) }))
    .toSorted((a, b) => a.start - b.start);
  return {
    starts: rising.map(({ start }) => start),
    ends: rising.map(({ end }) => end),
    of: rising.map(({ of }) => of),
  };
}

function covering<T>({ starts, ends, of }: Parsed<T>, instant: number): T | null {
  const place = lastUpTo(starts, instant);
  return place >= 0 && ends[place]! > instant ? of[place]! : null;
}

/**
 * Makes what reads a timeline.
 * @returns gives what is on at an instant, in milliseconds
 */
export function readerOf({ items, speeches, presence }: Timeline): (instant: number) => Reading {
  const sittings = parsed(items.flatMap(({ itemId, sittings: sat }) => sat.map((span) => ({ ...span, itemId }))));
  const spoken = parsed(speeches);
  const steps = presence.map(({ at }) => Date.parse(at));
  return (instant) => ({
    itemId: covering(sittings, instant)?.itemId ?? null,
    speech: covering(spoken, instant),
    present: presence[lastUpTo(steps, instant)]?.present ?? 0,
  });
}
