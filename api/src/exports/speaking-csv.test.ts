import { foldView } from '@rostrum/projections';
import { describe, expect, test } from 'vitest';
import { speakingCsv } from './speaking-csv.ts';

const at = (minute: number) => new Date(Date.parse('2021-05-26T01:00:00.000Z') + minute * 60_000).toISOString();

const person = (attendeeId: string, name: string, precedence: number) =>
  [
    'AttendeeAdded',
    { attendeeId, name, title: null, unit: 'Council', capacity: 'member', precedence, venueId: null, at: at(-60) },
  ] as const;
const item = {
  itemId: 'i1',
  kind: 'report',
  title: 'Report',
  presenters: [],
  plannedMinutes: 30,
  documents: [],
  topics: [],
  beforeItemId: null,
  at: at(-60),
};
const given = (speechId: string, speakerId: string, minute: number) =>
  [
    'FloorGiven',
    { speechId, speakerId, kind: 'speech', itemId: 'i1', requestId: null, limitSeconds: 600, at: at(minute) },
  ] as const;

const view = foldView(
  [
    person('a', 'Ada', 1),
    person('b', '=cmd()', 2),
    ['ItemAdded', item] as const,
    ['MeetingOpened', { present: 2, quorum: null, withoutQuorumBecause: null, at: at(0) }] as const,
    ['ItemCalled', { itemId: 'i1', at: at(1) }] as const,
    given('s1', 'a', 2),
    ['FloorPaused', { speechId: 's1', questionerId: null, at: at(4) }] as const,
    ['FloorResumed', { speechId: 's1', at: at(5) }] as const,
    ['FloorYielded', { speechId: 's1', at: at(8) }] as const,
    given('s2', 'a', 9),
    ['FloorTakenBack', { speechId: 's2', reason: 'Time is up', at: at(10) }] as const,
    given('s3', 'b', 11),
  ].map(([type, data], index) => ({
    id: `e${index}`,
    stream: 'meeting-m',
    type,
    revision: index,
    position: String(index + 1),
    data,
  })),
);

describe('speaking.csv', () => {
  const lines = speakingCsv(view, at(13)).split('\r\n');

  test('has a line for each speech, pauses not counted as spoken, and who ended it', () => {
    expect(lines[0]).toMatch(/^\uFEFFspeech,name,unit,/);
    expect(lines[1]).toBe(`1,Ada,Council,speech,1,Report,${at(2)},${at(8)},300,60,600,speaker`);
    expect(lines[2]).toBe(`2,Ada,Council,speech,1,Report,${at(9)},${at(10)},60,0,600,chair`);
  });

  test('tells a speech under way without an end, and gives a spreadsheet no formula to run', () => {
    expect(lines[3]).toBe(`3,'=cmd(),Council,speech,1,Report,${at(11)},,120,0,600,`);
  });
});
