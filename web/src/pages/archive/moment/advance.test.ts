import { describe, expect, it } from 'vitest';
import { advanced } from './advance.ts';
import type { Playing } from './advance.ts';

const HOUR = 3_600_000;
const sitting = { from: 10 * HOUR, to: 13 * HOUR };
const played = (ms: number, playing: Partial<Playing>) =>
  advanced(ms, { speed: 1, elapsed: 1000, next: 12 * HOUR, sitting, end: 20 * HOUR, ...playing });

describe('playing a record', () => {
  it('goes as fast as it is told', () => {
    expect(played(11 * HOUR, {})).toBe(11 * HOUR + 1000);
    expect(played(11 * HOUR, { speed: 0.5 })).toBe(11 * HOUR + 500);
    expect(played(11 * HOUR, { speed: 60 })).toBe(11 * HOUR + 60_000);
  });

  it('keeps the silences of the meeting', () => {
    expect(played(10 * HOUR, { next: 12.9 * HOUR })).toBe(10 * HOUR + 1000);
  });

  it('passes over the silences before and after it', () => {
    expect(played(HOUR, { next: 5 * HOUR })).toBe(5 * HOUR);
    expect(played(14 * HOUR, { next: 19 * HOUR })).toBe(19 * HOUR);
    expect(played(5 * HOUR, { next: 5 * HOUR + 5000 })).toBe(5 * HOUR + 1000);
  });

  it('does not pass over the beginning of the meeting', () => {
    expect(played(9 * HOUR, { next: 10.5 * HOUR })).toBe(10 * HOUR);
  });

  it('stops at the end', () => {
    expect(played(20 * HOUR - 10, { next: null })).toBe(20 * HOUR);
    expect(played(12 * HOUR, { next: null, end: 12 * HOUR + 400 })).toBe(12 * HOUR + 400);
  });
});
