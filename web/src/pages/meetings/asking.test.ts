import { describe, expect, it } from 'vitest';
import { calendarQuery, listQueries, queryOf } from './asking.ts';
import { readChoice } from './choice.ts';

const now = '2026-03-08T15:00:00.000Z';
const ask = (given: Record<string, string>) => listQueries(readChoice(given), now, 'America/New_York', '2026-03-08');

describe('what is asked of the server', () => {
  it('covers its days from midnight to midnight where the reader is, though one is shorter', () => {
    const query = queryOf(readChoice({ from: '2026-03-08', to: '2026-03-08' }), 'America/New_York');
    expect(query).toMatchObject({ from: '2026-03-08T00:00:00-05:00', to: '2026-03-09T00:00:00-04:00' });
  });

  it('begins at today and goes both ways', () => {
    const { coming, past, now: running } = ask({});
    expect(coming).toMatchObject({ from: '2026-03-07T00:00:00-05:00', order: 'earliest-first' });
    expect(past).toMatchObject({ to: now, order: 'latest-first' });
    expect(running).toMatchObject({ status: ['open', 'recess'] });
  });

  it('stays within the days that are chosen', () => {
    expect(ask({ from: '2027-01-01' }).coming.from).toBe('2027-01-01T00:00:00-05:00');
    expect(ask({ from: '2020-01-01' }).coming.from).toBe('2026-03-07T00:00:00-05:00');
    expect(ask({ to: '2020-01-01' }).past.to).toBe('2020-01-02T00:00:00-05:00');
    expect(ask({ to: '2027-01-01' }).past.to).toBe(now);
  });

  it('asks for nothing under way where that is not chosen', () => {
    expect(ask({ status: 'sealed,minuted' }).now).toBeNull();
    expect(ask({ status: 'recess,sealed' }).now?.status).toEqual(['recess']);
  });

  it('takes in, for a calendar, who has already the next day, and who still has the last', () => {
    expect(calendarQuery(readChoice({}), '2026-03-02', '2026-03-08', 'UTC')).toMatchObject({
      from: '2026-03-01T00:00:00+00:00',
      to: '2026-03-10T00:00:00+00:00',
    });
  });
});
