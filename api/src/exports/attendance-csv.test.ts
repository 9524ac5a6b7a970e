import { foldView } from '@rostrum/projections';
import { describe, expect, test } from 'vitest';
import { attendanceCsv } from './attendance-csv.ts';

const at = (minute: number) => new Date(Date.parse('2021-05-26T01:00:00.000Z') + minute * 60_000).toISOString();

const person = (attendeeId: string, name: string, precedence: number) =>
  [
    'meeting',
    'AttendeeAdded',
    { attendeeId, name, title: null, unit: 'Council', capacity: 'member', precedence, venueId: null, at: at(-60) },
  ] as const;

const body = {
  delegationId: 'd',
  name: 'Second Academy',
  unit: 'Academies',
  capacity: 'presenter',
  precedence: 3,
  venueId: null,
  expected: 6,
  headId: null,
  headName: null,
  at: at(-60),
};
const item = {
  itemId: 'i1',
  kind: 'report',
  title: 'Report, "the first"',
  presenters: [],
  plannedMinutes: 30,
  documents: [],
  topics: [],
  beforeItemId: null,
  at: at(-60),
};

const view = foldView(
  [
    person('a', 'Ada', 1),
    person('b', '=HYPERLINK("http://evil")', 2),
    ['meeting', 'DelegationAdded', body] as const,
    ['meeting', 'ItemAdded', item] as const,
    ['attendance', 'ParticipantJoined', { sessionId: 's1', attendeeId: 'a', via: 'live', at: at(-5) }] as const,
    ['attendance', 'DelegationCounted', { delegationId: 'd', count: 5, venueId: null, at: at(-2) }] as const,
    ['meeting', 'MeetingOpened', { present: 6, quorum: null, withoutQuorumBecause: null, at: at(0) }] as const,
    ['meeting', 'ItemCalled', { itemId: 'i1', at: at(1) }] as const,
    ['attendance', 'ParticipantJoined', { sessionId: 's2', attendeeId: 'b', via: 'live', at: at(11) }] as const,
    ['meeting', 'ItemConcluded', { itemId: 'i1', outcome: null, at: at(31) }] as const,
    ['meeting', 'MeetingClosed', { at: at(32) }] as const,
  ].map(([family, type, data], index) => ({
    id: `e${index}`,
    stream: `${family}-m`,
    type,
    revision: index,
    position: String(index + 1),
    data,
  })),
);

const lines = () => attendanceCsv(view, at(32)).split('\r\n');

describe('attendance.csv', () => {
  test('begins with a byte order mark and its columns, the items taken last', () => {
    const [header] = lines();
    expect(header).toMatch(/^\uFEFFprecedence,kind,name,/);
    expect(header).toMatch(/,"1 Report, ""the first"""$/);
  });

  test('says who was there for an item, who came late, and for how long', () => {
    expect(lines()[1]).toBe('1,attendee,Ada,,Council,member,remote,present,no,no,1920,0,,,present (30 min)');
    expect(lines()[2]).toMatch(/,present,yes,no,1260,0,,,late \(20 min\)$/);
  });

  test('says how many of a delegation were expected and counted', () => {
    expect(lines()[3]).toBe('3,delegation,Second Academy,,Academies,presenter,remote,present,,,,,6,5,present');
  });

  test('gives a spreadsheet no formula to run', () => {
    expect(lines()[2]).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });
});
