import { describe, expect, it } from 'vitest';
import { waitUntil } from './wait.ts';

const startsAt = '2021-05-26T09:00:00+08:00';
const before = (minutes: number) => Date.parse(startsAt) - minutes * 60_000;

describe('the wait until the meeting begins', () => {
  it('is told in days, hours or minutes, each where it is enough', () => {
    expect(waitUntil(startsAt, before(3 * 24 * 60))).toEqual({ unit: 'days', count: 3 });
    expect(waitUntil(startsAt, before(2 * 24 * 60))).toEqual({ unit: 'days', count: 2 });
    expect(waitUntil(startsAt, before(47 * 60))).toEqual({ unit: 'hours', count: 47 });
    expect(waitUntil(startsAt, before(119))).toEqual({ unit: 'minutes', count: 119 });
    expect(waitUntil(startsAt, before(0.2))).toEqual({ unit: 'minutes', count: 1 });
  });

  it('is over once the time has come, and late a minute after', () => {
    expect(waitUntil(startsAt, before(0))).toEqual({ unit: 'due' });
    expect(waitUntil(startsAt, before(-0.9))).toEqual({ unit: 'due' });
    expect(waitUntil(startsAt, before(-1))).toEqual({ unit: 'late' });
  });
});
