// How an attendance is told in a word and drawn on a line.

import type { Interval } from '@rostrum/events';
import type { AttendanceRow } from '@rostrum/projections';
import type { Tone } from '../../../ui/badge.tsx';

export type Standing = {
  readonly tone: Tone;
  readonly word: 'present' | 'late' | 'left' | 'lateAndLeft' | 'excused' | 'absent';
};

/** Present, late, left early, excused or absent. */
export function standingOf({ presence, counted }: Pick<AttendanceRow, 'presence' | 'counted'>): Standing {
  if (presence === null) {
    return (counted ?? 0) > 0 ? { tone: 'done', word: 'present' } : { tone: 'off', word: 'absent' };
  }
  if (presence.status === 'excused') return { tone: 'plain', word: 'excused' };
  if (presence.status === 'absent') return { tone: 'off', word: 'absent' };
  const { arrivedLate, leftEarly } = presence;
  if (arrivedLate && leftEarly) return { tone: 'waiting', word: 'lateAndLeft' };
  if (arrivedLate) return { tone: 'waiting', word: 'late' };
  return leftEarly ? { tone: 'waiting', word: 'left' } : { tone: 'done', word: 'present' };
}

/** Parts of the sitting, in hundredths of its length; at least so wide that they are seen. */
export type Stroke = { readonly x: number; readonly width: number };

const LEAST = 0.6;

/**
 * The intervals as strokes.
 * @param at where one that lasts is drawn to, in milliseconds
 */
export function strokesOf(
  intervals: readonly Interval[],
  sitting: { readonly from: number; readonly to: number },
  at: number,
): readonly Stroke[] {
  const place = (instant: number) =>
    Math.min(100, Math.max(0, ((instant - sitting.from) / (sitting.to - sitting.from)) * 100));
  return intervals.flatMap(({ from, to }) => {
    const [start, end] = [Date.parse(from), to === null ? at : Date.parse(to)];
    if (end < sitting.from || start > sitting.to) return [];
    return [{ x: Math.min(place(start), 100 - LEAST), width: Math.max(LEAST, place(end) - place(start)) }];
  });
}
