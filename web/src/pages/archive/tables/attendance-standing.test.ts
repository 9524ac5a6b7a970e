import type { Presence } from '@rostrum/events';
import { describe, expect, it } from 'vitest';
import { standingOf, strokesOf } from './attendance-standing.ts';

const presence = (more: Partial<Presence>): Presence => ({
  status: 'present',
  arrivedLate: false,
  leftEarly: false,
  here: true,
  intervals: [],
  gaps: [],
  seconds: 60,
  ...more,
});
const word = (more: Partial<Presence>) => standingOf({ presence: presence(more), counted: null }).word;

describe('the standing of an attendance', () => {
  it('is told in one word', () => {
    expect(word({})).toBe('present');
    expect(word({ arrivedLate: true })).toBe('late');
    expect(word({ leftEarly: true })).toBe('left');
    expect(word({ arrivedLate: true, leftEarly: true })).toBe('lateAndLeft');
    expect(word({ status: 'excused' })).toBe('excused');
    expect(word({ status: 'absent' })).toBe('absent');
  });

  it('of a delegation is whether anyone of it was counted', () => {
    expect(standingOf({ presence: null, counted: 3 }).word).toBe('present');
    expect(standingOf({ presence: null, counted: 0 }).word).toBe('absent');
    expect(standingOf({ presence: null, counted: null }).word).toBe('absent');
  });
});

describe('the strokes of an attendance', () => {
  const minute = (count: number) => new Date(count * 60_000).toISOString();
  const sitting = { from: 0, to: 100 * 60_000 };

  it('lie where somebody was there, cut to the sitting', () => {
    const intervals = [
      { from: minute(-10), to: minute(10) },
      { from: minute(50), to: null },
    ];
    expect(strokesOf(intervals, sitting, 80 * 60_000)).toEqual([
      { x: 0, width: 10 },
      { x: 50, width: 30 },
    ]);
  });

  it('leave out what was over before and are never too thin to be seen', () => {
    const intervals = [
      { from: minute(-30), to: minute(-10) },
      { from: minute(20), to: minute(20.01) },
    ];
    expect(strokesOf(intervals, sitting, 0)).toEqual([{ x: 20, width: 0.6 }]);
  });
});
