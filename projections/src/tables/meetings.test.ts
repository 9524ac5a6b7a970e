import { describe, expect, it } from 'vitest';
import { heldConference, preparedConference } from '../testing/conference.ts';
import { Rehearsal } from '../testing/rehearsal.ts';
import { filled } from './tables.fixture.ts';

/** A draft of another meeting, recorded after the first `after` events. */
function draft(title: string, after: number, startsAt: string, more = {}): Rehearsal {
  const meeting = new Rehearsal(`meeting-${after}`, '2021-05-01T00:00:00.000Z', BigInt(after) + 1n);
  meeting.give('schedule-meeting', {
    meetingId: `meeting-${after}`,
    title,
    organisation: '中国航天科工',
    timeZone: 'Asia/Shanghai',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    ...more,
  });
  return meeting;
}

describe('The list of meetings', () => {
  it('says what each meeting is and how far it has come', () => {
    const [row] = filled(heldConference().events).meetings({ audience: 'attendees' }).rows;
    expect(row).toEqual({
      meetingId: 'conference',
      title: '2021 Digital Space Work Conference',
      organisation: 'China Aerospace Science and Industry Corporation (CASIC)',
      purpose: ['Sum up the digital transformation of 2020', 'Set out the work to come'],
      languages: ['en', 'zh-CN'],
      form: 'hybrid',
      quorum: 3,
      timeZone: 'Asia/Shanghai',
      startsAt: '2021-05-26T09:00:00+08:00',
      endsAt: '2021-05-26T11:50:00+08:00',
      status: 'closed',
      convenedAt: '2021-05-25T01:00:00.000Z',
      openedAt: '2021-05-26T01:00:00.000Z',
      closedAt: '2021-05-26T01:55:30.000Z',
      presentAtOpening: 10,
      venues: [
        { venueId: 'main', name: 'Headquarters, Beijing', main: true },
        { venueId: 'branch', name: 'Branch venue, Wuhan', main: false },
      ],
      items: 8,
      attendees: 6,
      delegations: 1,
      directives: 2,
      commendations: 1,
    });
  });

  it('shows a draft to officers alone, and a meeting called off to those who were invited', () => {
    const before = draft('Draft', 0, '2021-06-01T09:00:00+08:00');
    const models = filled(before.events);
    expect(models.meetings({ audience: 'officers' }).total).toBe(1);
    expect(models.meetings({ audience: 'attendees' })).toEqual({ rows: [], total: 0 });

    const called = preparedConference();
    called.give('cancel-meeting', { reason: 'Moved into the annual conference' });
    expect(filled(called.events).meetings({ audience: 'attendees', status: ['cancelled'] }).total).toBe(1);
  });

  it('follows revision, rescheduling, venues and what is withdrawn', () => {
    const meeting = preparedConference();
    meeting.give('revise-meeting', { title: 'Digital Space 2022', quorum: null });
    meeting.give('reschedule-meeting', {
      timeZone: 'UTC',
      startsAt: '2022-01-01T00:00:00Z',
      endsAt: '2022-01-01T01:00:00Z',
    });
    meeting.give('revise-venue', { venueId: 'branch', name: 'Branch venue, Xi’an' });
    meeting.give('withdraw-item', { itemId: 'spare' });
    meeting.give('revise-item', { itemId: 'report', presenters: [] });
    meeting.give('remove-attendee', { attendeeId: 'wei' });
    const models = filled(meeting.events);
    const [row] = models.meetings({ audience: 'officers', q: '2022' }).rows;
    expect(row).toMatchObject({ title: 'Digital Space 2022', quorum: null, timeZone: 'UTC', items: 8, attendees: 5 });
    expect(row?.venues.map(({ name }) => name)).toEqual(['Headquarters, Beijing', 'Branch venue, Xi’an']);
    expect(models.meetings({ audience: 'officers', from: '2021-12-31T00:00:00Z' }).total).toBe(1);
  });

  it('finds words in any case and any part of a Chinese text', () => {
    const one = draft('数字空间工作会议', 0, '2021-05-26T09:00:00+08:00');
    const two = draft('Annual Conference ２０２１', 1, '2021-07-01T09:00:00+08:00', {
      purpose: ['Setting 100% of goals_'],
    });
    const models = filled([...one.events, ...two.events]);
    const found = (q: string) => models.meetings({ audience: 'officers', q }).rows.map(({ title }) => title);
    expect(found('空间')).toEqual(['数字空间工作会议']);
    expect(found('航天')).toHaveLength(2);
    expect(found('conFERENCE annual')).toEqual(['Annual Conference ２０２１']);
    expect(found('2021')).toEqual(['Annual Conference ２０２１']);
    expect(found('100%')).toEqual(['Annual Conference ２０２１']);
    expect(found('goals_')).toEqual(['Annual Conference ２０２１']);
    expect(found('conference 空间')).toEqual([]);
    expect(found('  ')).toHaveLength(2);
  });

  it('is cut to a period and to statuses, sorted by start, and read page by page', () => {
    const records = [3, 1, 2].map(
      (month, place) => draft(`M${month}`, place, `2021-0${month}-01T00:30:00+08:00`).events,
    );
    const models = filled(records.flat());
    const titles = (query: object) =>
      models.meetings({ audience: 'officers', ...query }).rows.map(({ title }) => title);
    expect(titles({})).toEqual(['M3', 'M2', 'M1']);
    expect(titles({ order: 'earliest-first' })).toEqual(['M1', 'M2', 'M3']);
    expect(titles({ from: '2021-01-31T17:00:00Z' })).toEqual(['M3', 'M2']);
    expect(titles({ from: '2021-01-31T17:30:00Z' })).toEqual(['M3']);
    expect(titles({ to: '2021-01-31T16:30:00Z' })).toEqual(['M1']);
    expect(titles({ status: ['open', 'convened'] })).toEqual([]);
    expect(titles({ status: ['draft'] })).toHaveLength(3);
    const second = models.meetings({ audience: 'officers', limit: 1, offset: 1 });
    expect([second.rows[0]?.title, second.total]).toEqual(['M2', 3]);
    expect(models.meetings({ audience: 'officers', limit: 0, offset: -1 }).rows).toHaveLength(1);
  });

  it('is cut to forms and an organisation, and counts what each choice would bring beside the others', () => {
    const records = [
      draft('A', 0, '2021-01-01T09:00:00+08:00', { form: 'hybrid' }),
      draft('B', 1, '2021-02-01T09:00:00+08:00', { organisation: 'Council' }),
      draft('C', 2, '2021-03-01T09:00:00+08:00', { organisation: 'Council', form: 'on-site' }),
    ];
    const models = filled(records.flatMap(({ events }) => events));
    const titles = (query: object) =>
      models.meetings({ audience: 'officers', ...query }).rows.map(({ title }) => title);
    expect(titles({ form: ['hybrid', 'on-site'] })).toEqual(['C', 'A']);
    expect(titles({ organisation: 'Council' })).toEqual(['C', 'B']);
    expect(titles({ organisation: 'Coun' })).toEqual([]);
    expect(models.meetingCounts({ audience: 'officers', organisation: 'Council' })).toEqual({
      status: [{ value: 'draft', meetings: 2 }],
      form: [
        { value: 'on-site', meetings: 1 },
        { value: 'video', meetings: 1 },
      ],
      organisation: [
        { value: 'Council', meetings: 2 },
        { value: '中国航天科工', meetings: 1 },
      ],
    });
    expect(models.meetingCounts({ audience: 'attendees' })).toEqual({ status: [], form: [], organisation: [] });
  });
});
