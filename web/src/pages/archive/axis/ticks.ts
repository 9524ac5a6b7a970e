// The marks of a clock along the line: at full hours, quarters or days of the meeting's own time zone, as close together as
// their words allow.

import type { Span } from './axis.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds between two marks, from the closest on. */
const STEPS = [
  ...[5, 10, 15, 30].map((seconds) => seconds * 1000),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 28, 91, 364].map((days) => days * DAY),
];

export type Tick = {
  readonly instant: number;
  /** A day begins here, or the marks are whole days: then the date is written, not the time. */
  readonly day: boolean;
};

/**
 * Marks within a span.
 * @param pixels that the span is wide
 * @param least pixels between two marks
 * @param offset milliseconds by which the zone's clocks are ahead of UTC
 */
export function ticksOf({ from, to }: Span, pixels: number, least: number, offset: number): readonly Tick[] {
  if (pixels <= 0 || to <= from) return [];
  const step = STEPS.find((one) => (one / (to - from)) * pixels >= least) ?? STEPS.at(-1)!;
  const ticks: Tick[] = [];
  for (let wall = Math.ceil((from + offset) / step) * step; wall - offset <= to; wall += step) {
    ticks.push({ instant: wall - offset, day: wall % DAY === 0 });
  }
  return ticks;
}

/** Milliseconds by which a zone's clocks are ahead of UTC at an instant. `timeZone` is an IANA name that this browser knows. */
export function offsetOf(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const [year, month, day, hour, minute, second] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(
    (name) => Number(parts.find(({ type }) => type === name)?.value),
  ) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
