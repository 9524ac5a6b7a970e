// The stretch of the line that is in sight: all of it, or a part drawn larger. Places are fractions of the whole line.

import { instantAt, placeOf } from './axis.ts';
import type { Axis, Span } from './axis.ts';

/** From place to place; `WHOLE` is everything. */
export type Stretch = { readonly start: number; readonly end: number };

export const WHOLE: Stretch = { start: 0, end: 1 };

/** How many times larger than the whole line the largest drawing is. */
export const CLOSEST = 256;

/** How many times larger it is drawn than the whole. */
export const zoomOf = ({ start, end }: Stretch): number => 1 / (end - start);

/** The stretch of this enlargement around a place, pushed inside the line. */
function around(place: number, zoom: number): Stretch {
  const width = 1 / Math.min(CLOSEST, Math.max(1, zoom));
  const start = Math.min(1 - width, Math.max(0, place - width / 2));
  return { start, end: start + width };
}

/** Closer by the factor (below 1: further away), with a place kept where it is in sight. */
export function zoomed(stretch: Stretch, factor: number, place: number): Stretch {
  const zoom = Math.min(CLOSEST, Math.max(1, zoomOf(stretch) * factor));
  const held = Math.min(stretch.end, Math.max(stretch.start, place));
  const share = (held - stretch.start) / (stretch.end - stretch.start);
  const start = Math.min(1 - 1 / zoom, Math.max(0, held - share / zoom));
  return { start, end: start + 1 / zoom };
}

/** The stretch in which a place is in sight: as it is, or moved so that the place stands in its middle. */
export const showing = (stretch: Stretch, place: number): Stretch =>
  place >= stretch.start && place <= stretch.end ? stretch : around(place, zoomOf(stretch));

/** Instants to pixels and back, for a drawing of a width in pixels. */
export type Scale = {
  readonly width: number;
  /** May lie outside of the drawing. */
  readonly x: (instant: number) => number;
  readonly instant: (x: number) => number;
  /** The instants at the two edges. */
  readonly sight: Span;
};

/** The scale of a drawing that shows a stretch of the line. */
export function scaleOf(axis: Axis, { start, end }: Stretch, width: number): Scale {
  const x = (instant: number) => ((placeOf(axis, instant) - start) / (end - start)) * width;
  const instant = (pixels: number) => instantAt(axis, start + (pixels / Math.max(1, width)) * (end - start));
  return { width, x, instant, sight: { from: instant(0), to: instant(width) } };
}
