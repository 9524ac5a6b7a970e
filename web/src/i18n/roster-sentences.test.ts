import { initialAttendance } from '@rostrum/events';
import type { Actor, MeetingState } from '@rostrum/events';
import { describe, expect, it } from 'vitest';
import { decodeCsvBytes, parseRosterCsv } from '../catalogue.ts';
import { prospectOf } from '../pages/prepare/roster/reading.ts';
import { after, AT, draft } from '../pages/prepare/meeting.fixture.ts';
import { inputSentence } from './input-sentences.ts';
import { inputSentences } from './zh-CN/input-sentences.ts';

const HEADER = 'kind,name,title,unit,capacity,precedence,venue,expected\n';

/** Files with every mistake that a roster’s file can have. */
const files: Readonly<Record<string, string>> = {
  'nothing in it': '',
  'a header alone': HEADER,
  'wrong columns': 'kind,name,name,rank,\n',
  'words for figures': `${HEADER}person,A,,U,member,first,,\n`,
  'unknown words': `${HEADER}body,A,,U,boss,,,\n`,
  'a place below the first': `${HEADER}person,A,,U,member,0,,\n`,
  'what belongs to the other kind': `${HEADER}person,A,,U,member,1,,5\ndelegation,B,Title,U,member,1,,5\n`,
  'empty cells': `${HEADER}person,,,,member,1,,\n`,
  'too many cells': `${HEADER}person,A,B,C,member,1,,,,\n`,
  'an open quotation mark': `${HEADER}person,"A,,U,member,1,,\n`,
  'somebody twice': `${HEADER}person,A,,U,member,1,,\nperson,A,,U,member,2,,\n`,
  'too many rows': `${HEADER}${'person,A,,U,member,1,,\n'.repeat(5001)}`,
  'a name too long': `${HEADER}person,${'A'.repeat(201)},,U,member,1,,\n`,
  'hostile letters': `${HEADER}person,A\u202EB,,U,member,1,,\n`,
  'a venue that is no id': `${HEADER}person,A,,U,member,1,the hall,\n`,
};

const chinese = (english: string) => inputSentence(inputSentences, english);

describe('the mistakes of a roster’s file', () => {
  it.each(Object.entries(files))('are told in Chinese too: %s', (_what, text) => {
    const read = parseRosterCsv(text);
    const errors = 'errors' in read ? read.errors : [];
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.map(({ message }) => message).filter((message) => chinese(message) === message)).toEqual([]);
  });

  it('are told in Chinese where the bytes are not UTF-8', () => {
    const decoded = decodeCsvBytes(Uint8Array.of(0xff));
    expect('errors' in decoded && chinese(decoded.errors[0]!.message)).toContain('UTF-8 编码');
  });

  it('are told in Chinese where a venue is not there', () => {
    const read = parseRosterCsv(`${HEADER}person,A,,U,member,1,hall,\n`);
    const rows = 'rows' in read ? read.rows : [];
    const actor: Actor = { kind: 'account', id: 'a', name: 'A', roles: ['organizer'] };
    const told = (meeting: MeetingState) => {
      const prospect = prospectOf(rows, {
        meeting,
        around: { attendance: initialAttendance },
        actor,
        at: AT,
      });
      return prospect.refused === null ? '' : chinese(prospect.errors[0]!.message);
    };
    expect(told(draft())).toContain('尚未设会场');
    expect(told(after([['add-venue', { venueId: 'main', name: 'Main' }]], draft()))).toContain('以下之一：main');
  });
});
