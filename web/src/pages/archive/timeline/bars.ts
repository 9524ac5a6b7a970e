// Spans as bars of pixels. Where a meeting is so long that its speeches are thinner than a line, neighbours are drawn as
// one: no drawing has more bars than it has pixels for.

import type { Scale } from '../axis/stretch.ts';

export type Bar<T> = {
  /** Pixels; cut to the drawing, with a little beyond its edges. */
  readonly from: number;
  readonly to: number;
  /** The first of them, and how many stand in the bar. */
  readonly of: T;
  readonly count: number;
};

export type Drawn = { readonly from: string; readonly to: string | null };

/** Pixels below which a bar is joined with its neighbour, and the gap that still lies between two. */
const THIN = 3;
const GAP = 1.5;
/** Bars that go on beyond the drawing are cut this far outside of it. */
const BEYOND = 8;

/**
 * The bars in sight of spans that follow one another.
 * @param end where a span that has no end is drawn to, in milliseconds
 */
export function barsOf<T extends Drawn>(spans: readonly T[], { x, width }: Scale, end: number): readonly Bar<T>[] {
  const bars: Bar<T>[] = [];
  for (const of of spans) {
    const from = Math.max(-BEYOND, x(Date.parse(of.from)));
    const to = Math.min(width + BEYOND, x(of.to === null ? end : Date.parse(of.to)));
    if (to < 0 || from > width) continue;
    const last = bars.at(-1);
    const joins = last !== undefined && from - last.to < GAP && (last.to - last.from < THIN || to - from < THIN);
    if (joins) bars[bars.length - 1] = { ...last, to: Math.max(last.to, to), count: last.count + 1 };
    else bars.push({ from, to: Math.max(to, from), of, count: 1 });
  }
  return bars;
}
