import { describe, expect, it } from 'vitest';
import { offsetOf, ticksOf } from './ticks.ts';

const HOUR = 3_600_000;
const nine = Date.parse('2021-05-26T09:00:00+08:00');
const span = { from: nine, to: nine + 3 * HOUR };
const beijing = 8 * HOUR;
const times = (ticks: readonly { readonly instant: number }[]) =>
  ticks.map(({ instant }) => new Date(instant + beijing).toISOString().slice(11, 16));

describe('the marks of the clock', () => {
  it('stand as close as their words allow', () => {
    expect(times(ticksOf(span, 400, 80, beijing))).toEqual(['09:00', '10:00', '11:00', '12:00']);
    expect(times(ticksOf(span, 1300, 80, beijing)).slice(0, 4)).toEqual(['09:00', '09:15', '09:30', '09:45']);
  });

  it('stand at full hours of the meeting’s own zone', () => {
    const kathmandu = 5.75 * HOUR;
    const [first] = ticksOf(span, 400, 80, kathmandu);
    expect(new Date(first!.instant + kathmandu).toISOString().slice(11, 16)).toBe('07:00');
  });

  it('say where a day begins', () => {
    const days = ticksOf({ from: nine, to: nine + 72 * HOUR }, 1200, 80, beijing).filter(({ day }) => day);
    expect(times(days)).toEqual(['00:00', '00:00', '00:00']);
  });

  it('are none where there is no room', () => {
    expect(ticksOf(span, 0, 80, 0)).toEqual([]);
  });
});

describe('the offset of a zone', () => {
  it('is that of the day', () => {
    expect(offsetOf(nine, 'Asia/Shanghai')).toBe(8 * HOUR);
    expect(offsetOf(Date.parse('2021-01-26T12:00:00Z'), 'Europe/Berlin')).toBe(HOUR);
    expect(offsetOf(Date.parse('2021-07-26T12:00:00.250Z'), 'Europe/Berlin')).toBe(2 * HOUR);
  });
});
