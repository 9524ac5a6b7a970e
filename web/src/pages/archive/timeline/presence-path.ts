// The number present as a step curve.

import type { PresenceStep } from '@rostrum/projections';
import type { Scale } from '../axis/stretch.ts';

export type PresencePath = {
  /** SVG path data of the line, and of the surface below it. */
  readonly line: string;
  readonly surface: string;
};

/**
 * The curve over the part of the line in sight.
 * @param top the number at the upper edge
 * @param end where the curve ends, in milliseconds
 */
export function presencePath(
  steps: readonly PresenceStep[],
  { x, width }: Scale,
  { top, height, end }: { readonly top: number; readonly height: number; readonly end: number },
): PresencePath {
  const round = (value: number) => Math.round(value * 10) / 10;
  const y = (present: number) => round(height - (present / Math.max(1, top)) * height);
  const places: { x: number; present: number }[] = [];
  for (const { at, present } of steps) {
    const place = round(Math.min(width, Math.max(0, x(Date.parse(at)))));
    // Many steps within a pixel end in the last of them.
    if (places.at(-1)?.x === place) places[places.length - 1] = { x: place, present };
    else places.push({ x: place, present });
  }
  const [first] = places;
  if (first === undefined) return { line: '', surface: '' };
  const last = round(Math.min(width, Math.max(0, x(end))));
  const line =
    `M${first.x} ${y(first.present)}` +
    places
      .slice(1)
      .map((step) => `H${step.x}V${y(step.present)}`)
      .join('') +
    `H${Math.max(last, places.at(-1)!.x)}`;
  return { line, surface: `${line}V${height}H${first.x}Z` };
}

/** The largest number present. */
export const mostPresent = (steps: readonly PresenceStep[]): number =>
  steps.reduce((most, { present }) => Math.max(most, present), 0);
