import { foldView } from '@rostrum/projections';
import { describe, expect, test } from 'vitest';
import { agendaIcs } from './agenda-ics.ts';

const at = '2021-05-12T01:00:00.000Z';
const events = [
  [
    'MeetingScheduled',
    {
      meetingId: 'conference',
      title: '数字空间工作会议, 2021; “first”',
      organisation: 'CASIC',
      purpose: ['Sum up 2020'],
      languages: ['en'],
      form: 'video',
      quorum: null,
      timeZone: 'Asia/Shanghai',
      startsAt: '2021-05-26T09:00:00+08:00',
      endsAt: '2021-05-26T11:50:00+08:00',
      at,
    },
  ],
  ['VenueAdded', { venueId: 'main', name: 'Headquarters, Beijing', main: true, at }],
  [
    'ItemAdded',
    {
      itemId: 'i1',
      kind: 'report',
      title: 'Report',
      presenters: [],
      plannedMinutes: 35,
      documents: [],
      topics: [],
      beforeItemId: null,
      at,
    },
  ],
] as const;

const viewOf = (more: readonly (readonly [string, object])[] = []) =>
  foldView(
    [...events, ...more].map(([type, data], index) => ({
      id: `e${index}`,
      stream: 'meeting-conference',
      type,
      revision: index,
      position: String(index + 1),
      data,
    })),
  );

/** Content lines as RFC 5545, section 3.1, unfolds them. */
const linesOf = (text: string) => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');

describe('the calendar entry of a meeting', () => {
  test('is at its own time in its own time zone, which it describes', () => {
    const lines = linesOf(agendaIcs(viewOf(), 'https://rostrum.example', at));
    expect(lines).toContain('DTSTART;TZID=Asia/Shanghai:20210526T090000');
    expect(lines).toContain('DTEND;TZID=Asia/Shanghai:20210526T115000');
    expect(lines).toContain('TZID:Asia/Shanghai');
    expect(lines).toContain('BEGIN:VTIMEZONE');
  });

  test('names the venue and lists the agenda, its text escaped', () => {
    const text = linesOf(agendaIcs(viewOf(), 'https://rostrum.example', at));
    expect(text).toContain('SUMMARY:数字空间工作会议\\, 2021\\; “first”');
    expect(text).toContain('LOCATION:Headquarters\\, Beijing');
    expect(text.find((line) => line.startsWith('DESCRIPTION:'))).toContain('1. Report (35 min)');
  });

  test('keeps its UID while its sequence rises with the record', () => {
    const before = linesOf(agendaIcs(viewOf(), 'https://rostrum.example', at));
    const later = {
      timeZone: 'Asia/Shanghai',
      startsAt: '2021-05-27T09:00:00+08:00',
      endsAt: '2021-05-27T11:50:00+08:00',
      reason: null,
      at,
    };
    const after = linesOf(agendaIcs(viewOf([['MeetingRescheduled', later]]), 'https://rostrum.example', at));
    expect(before).toContain('UID:conference@rostrum.example');
    expect(after).toContain('UID:conference@rostrum.example');
    expect(before).toContain('SEQUENCE:2');
    expect(after).toContain('SEQUENCE:3');
    expect(after).toContain('DTSTART;TZID=Asia/Shanghai:20210527T090000');
  });

  test('says that a draft is tentative and a cancelled meeting is cancelled', () => {
    expect(linesOf(agendaIcs(viewOf(), 'https://rostrum.example', at))).toContain('STATUS:TENTATIVE');
    const cancelled = viewOf([['MeetingCancelled', { reason: 'No longer needed', at }]]);
    expect(linesOf(agendaIcs(cancelled, 'https://rostrum.example', at))).toContain('STATUS:CANCELLED');
  });
});
