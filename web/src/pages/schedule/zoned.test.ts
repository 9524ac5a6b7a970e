import { describe, expect, it } from 'vitest';
import { instantOf, nextDay } from './zoned.ts';

describe('a time on the wall', () => {
  it('has the offset of its zone', () => {
    expect(instantOf('2021-05-26', '09:00', 'Asia/Shanghai')).toBe('2021-05-26T09:00:00+08:00');
    expect(instantOf('2026-12-31', '23:30', 'America/St_Johns')).toBe('2026-12-31T23:30:00-03:30');
    expect(instantOf('2026-06-01', '10:00', 'UTC')).toBe('2026-06-01T10:00:00+00:00');
  });

  it('follows summer time', () => {
    expect(instantOf('2026-03-07', '12:00', 'America/New_York')).toBe('2026-03-07T12:00:00-05:00');
    expect(instantOf('2026-03-08', '12:00', 'America/New_York')).toBe('2026-03-08T12:00:00-04:00');
  });

  it('does not exist where the clocks go forward over it', () => {
    expect(instantOf('2026-03-08', '02:30', 'America/New_York')).toBeNull();
    expect(instantOf('2026-03-29', '02:30', 'Europe/Berlin')).toBeNull();
  });

  it('is the first of two where the clocks go back', () => {
    expect(instantOf('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T01:30:00-04:00');
    expect(instantOf('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00');
  });

  it('is none without a day or a time', () => {
    expect(instantOf('', '09:00', 'UTC')).toBeNull();
    expect(instantOf('2026-06-01', '', 'UTC')).toBeNull();
    expect(instantOf('2026-02-30', '09:00', 'UTC')).toBeNull();
  });
});

it('knows the day after, over the end of a month and of February', () => {
  expect(nextDay('2026-12-31')).toBe('2027-01-01');
  expect(nextDay('2028-02-28')).toBe('2028-02-29');
});
