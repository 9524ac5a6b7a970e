import { describe, expect, it } from 'vitest';
import type { MeetingLine } from '../../api/meetings.ts';
import { sectionOf, sections } from './order.ts';

const line = (meetingId: string, startsAt: string, more: Partial<MeetingLine> = {}): MeetingLine => ({
  meetingId,
  title: meetingId,
  organisation: 'CASIC',
  form: 'video',
  timeZone: 'Asia/Shanghai',
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 7_200_000).toISOString(),
  status: 'convened',
  venues: [],
  attendees: 0,
  delegations: 0,
  ...more,
});

/** 01:30 on 27 May in Shanghai, 13:30 on 26 May in New York. */
const now = '2021-05-26T17:30:00.000Z';

describe('the place of a meeting in the list', () => {
  it('is by the day of its own time zone', () => {
    expect(sectionOf(line('a', '2021-05-27T01:00:00.000Z'), now)).toBe('today');
    expect(sectionOf(line('b', '2021-05-26T01:00:00.000Z'), now)).toBe('past');
    expect(sectionOf(line('c', '2021-05-26T14:00:00.000Z', { timeZone: 'America/New_York' }), now)).toBe('today');
    expect(sectionOf(line('d', '2021-05-29T01:00:00.000Z'), now)).toBe('upcoming');
  });

  it('is the first while it is under way, whenever it was planned', () => {
    expect(sectionOf(line('a', '2021-05-20T01:00:00.000Z', { status: 'recess' }), now)).toBe('now');
  });

  it('is among what was once it is over or called off, though it was planned for later', () => {
    expect(sectionOf(line('a', '2021-06-20T01:00:00.000Z', { status: 'cancelled' }), now)).toBe('past');
  });
});

it('puts the soonest first, and of what was the latest', () => {
  const meetings = ['2021-06-02', '2021-05-30', '2021-04-01', '2021-05-01'].map((day) =>
    line(day, `${day}T01:00:00.000Z`),
  );
  expect(
    sections(meetings, now).map(({ section, meetings: within }) => [section, within.map(({ title }) => title)]),
  ).toEqual([
    ['upcoming', ['2021-05-30', '2021-06-02']],
    ['past', ['2021-05-01', '2021-04-01']],
  ]);
});
