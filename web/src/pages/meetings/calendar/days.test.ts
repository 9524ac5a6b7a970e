import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayByKey, daysOf, firstWeekday, monthOf, weekday, weekOf, weekStart } from './days.ts';

const days = fc
  .integer({ min: Date.UTC(1903, 0, 1) / 86_400_000, max: Date.UTC(2400, 0, 1) / 86_400_000 })
  .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));
const firsts = fc.integer({ min: 1, max: 7 });

describe('a week', () => {
  it('has seven days in a row, begins where weeks begin, and holds its day', () => {
    fc.assert(
      fc.property(days, firsts, (day, first) => {
        const week = weekOf(day, first);
        expect(week).toHaveLength(7);
        expect(week).toContain(day);
        expect(weekday(week[0]!)).toBe(first);
        for (const [place, one] of week.entries()) expect(one).toBe(addDays(week[0]!, place));
        expect(week.every((one) => weekStart(one, first) === week[0])).toBe(true);
      }),
    );
  });
});

describe('a month', () => {
  it('has all its days once, in whole weeks, and no week without one of them', () => {
    fc.assert(
      fc.property(days, firsts, (day, first) => {
        const weeks = monthOf(day, first);
        const shown = weeks.flat();
        const month = day.slice(0, 7);
        const length = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
        expect(shown.filter((one) => one.startsWith(month))).toHaveLength(length);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.length).toBe(weeks.length * 7);
        expect(weeks.every((week) => week.some((one) => one.startsWith(month)))).toBe(true);
      }),
    );
  });

  it('later is in the month after, at the same day or at its last', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -24, max: 24 }), (day, months) => {
        const found = addMonths(day, months);
        const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(count(found) - count(day)).toBe(months);
        expect(found.slice(8) <= day.slice(8)).toBe(true);
        expect(found.slice(8) === day.slice(8) || addDays(found, 1).endsWith('-01')).toBe(true);
      }),
    );
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2027-12-31', 2)).toBe('2028-02-29');
  });
});

describe('the keys', () => {
  it('lead there and back', () => {
    fc.assert(
      fc.property(days, firsts, fc.constantFrom('month' as const, 'week' as const), (day, first, view) => {
        const go = (from: string, key: string) => dayByKey(from, key, view, first)!;
        expect(go(go(day, 'ArrowLeft'), 'ArrowRight')).toBe(day);
        expect(go(go(day, 'ArrowUp'), 'ArrowDown')).toBe(day);
        expect(weekOf(day, first)).toEqual(weekOf(go(day, 'Home'), first));
        expect(addDays(go(day, 'Home'), 6)).toBe(go(day, 'End'));
      }),
    );
    expect(dayByKey('2026-03-31', 'PageUp', 'month', 1)).toBe('2026-02-28');
    expect(dayByKey('2026-03-31', 'PageDown', 'week', 1)).toBe('2026-04-07');
    expect(dayByKey('2026-03-31', 'a', 'month', 1)).toBeUndefined();
    expect(dayByKey('2026-03-31', 'constructor', 'month', 1)).toBeUndefined();
  });
});

describe('the days of a meeting', () => {
  const meeting = (startsAt: string, endsAt: string, timeZone: string) => daysOf({ startsAt, endsAt, timeZone });

  it('are those of its own time zone', () => {
    expect(meeting('2021-05-26T23:00:00Z', '2021-05-27T01:00:00Z', 'Asia/Shanghai')).toEqual(['2021-05-27']);
    expect(meeting('2021-05-26T23:00:00Z', '2021-05-27T01:00:00Z', 'UTC')).toEqual(['2021-05-26', '2021-05-27']);
  });

  it('end with the last that it reaches into', () => {
    expect(meeting('2021-05-26T09:00:00+08:00', '2021-05-28T00:00:00+08:00', 'Asia/Shanghai')).toEqual([
      '2021-05-26',
      '2021-05-27',
    ]);
  });

  it('are each there once where the clocks change meanwhile', () => {
    expect(meeting('2026-03-07T20:00:00-05:00', '2026-03-09T12:00:00-04:00', 'America/New_York')).toEqual([
      '2026-03-07',
      '2026-03-08',
      '2026-03-09',
    ]);
    expect(meeting('2026-10-24T12:00:00+02:00', '2026-10-26T12:00:00+01:00', 'Europe/Berlin')).toHaveLength(3);
  });
});

it('begins the week on a day of it, in every language', () => {
  for (const language of ['en', 'zh-CN', 'ar-SA']) expect(firstWeekday(language)).toBeOneOf([1, 2, 3, 4, 5, 6, 7]);
  expect(firstWeekday('en')).toBe(1);
});
