import { readFileSync } from 'node:fs';
import { initialAttendance } from '@rostrum/events';
import type { Actor } from '@rostrum/events';
import { describe, expect, it } from 'vitest';
import { after, AT, draft } from '../meeting.fixture.ts';
import { errorAt, inOrder, prospectOf, readRoster, recordsShown, rowErrorsIn } from './reading.ts';

const conference = new Uint8Array(
  readFileSync(new URL('../../../../../tests/scenarios/digital-space-2021/roster.csv', import.meta.url)),
);
const around = { attendance: initialAttendance };
const actor: Actor = { kind: 'account', id: 'account-1', name: 'Organizer', roles: ['organizer'] };
const withVenues = () =>
  after(
    [
      ['add-venue', { venueId: 'main', name: 'Headquarters, Beijing', main: true }],
      ['add-venue', { venueId: 'branch', name: 'Branch venue' }],
    ],
    draft(),
  );
const prospect = (meeting = withVenues()) =>
  prospectOf(readRoster(conference).rows, { meeting, around, actor, at: AT });

describe('the roster of the conference of 2021', () => {
  it('is read with every cell as it stands', () => {
    const { sheet, rows, errors } = readRoster(conference);
    expect(errors).toEqual([]);
    expect(rows).toHaveLength(16);
    expect(sheet?.columns).toEqual(['kind', 'name', 'title', 'unit', 'capacity', 'precedence', 'venue', 'expected']);
    expect(sheet?.records[3]?.cells[2]).toBe(
      'Member of the Party Leadership Group, Deputy General Manager and Chief Information Officer',
    );
  });

  it('would add everyone to an empty roster, and change nothing a second time', () => {
    expect(prospect()).toMatchObject({ refused: null, added: 16, revised: 0, unchanged: 0 });
    const imported = after([['import-roster', { rows: [...readRoster(conference).rows] }]], withVenues());
    expect(prospect(imported)).toMatchObject({ refused: null, added: 0, revised: 0, unchanged: 16 });
  });

  it('would revise whom others have changed meanwhile', () => {
    const imported = after([['import-roster', { rows: [...readRoster(conference).rows] }]], withVenues());
    const [first] = imported.roster.attendees.keys();
    const changed = after([['revise-attendee', { attendeeId: first!, title: 'President' }]], imported);
    const found = prospect(changed);
    expect(found).toMatchObject({ refused: null, added: 0, revised: 1, unchanged: 15 });
    const fates = found.refused === null ? [...found.fates] : [];
    expect(fates.filter(([, fate]) => fate === 'revised')).toEqual([[2, 'revised']]);
    expect(fates).toHaveLength(16);
  });

  it('is refused where the meeting has not its venues, at each cell that names one', () => {
    const found = prospect(draft());
    expect(found.refused?.message).toContain('16 of 16 rows');
    expect(found.refused !== null && errorAt(found.errors, 2, 'venue')?.message).toContain('no venue “main”');
  });
});

describe('a file with mistakes', () => {
  const wrong = readRoster('Kind,Name,Unit,Venue\nperson,,CASIC,main\nbody,Second Academy,CASIC,\n');

  it('shows its cells and has no row to import', () => {
    expect(wrong.rows).toEqual([]);
    expect(wrong.sheet?.records.map(({ cells }) => cells[2])).toEqual(['CASIC', 'CASIC']);
  });

  it('names each mistake at its cell, whatever the case of the header', () => {
    expect(errorAt(wrong.errors, 2, 'Name')?.message).toBe('Must not be empty.');
    expect(errorAt(wrong.errors, 3, 'Kind')?.message).toBe('Must be person or delegation.');
    expect(errorAt(wrong.errors, 2, 'Unit')).toBeUndefined();
  });

  it('shows the wrong rows first, and all on demand', () => {
    const text = `kind,name,unit\n${'person,A,CASIC\n'.repeat(1)}person,,CASIC\nperson,C,CASIC\n`;
    const { sheet, errors } = readRoster(text);
    expect(recordsShown(sheet!, errors, { all: false, limit: 100 }).map(({ row }) => row)).toEqual([3]);
    expect(recordsShown(sheet!, errors, { all: true, limit: 2 }).map(({ row }) => row)).toEqual([2, 3]);
    expect(recordsShown(sheet!, [], { all: false, limit: 100 })).toHaveLength(3);
  });

  it('has no table where it is not UTF-8 or its quotes are not closed', () => {
    const latin1 = readRoster(Uint8Array.of(0x6b, 0xe9));
    expect([latin1.sheet, latin1.rows]).toEqual([null, []]);
    expect(latin1.errors[0]?.message).toContain('not in UTF-8');
    expect(readRoster('kind,name,unit\nperson,"Yuan').sheet).toBeNull();
  });
});

describe('a file of a spreadsheet that does not write UTF-8 and commas', () => {
  const csv = 'kind;name;unit\nperson;袁洁;航天\n';
  const names = (source: Uint8Array | string) => readRoster(source).rows.map(({ name, unit }) => [name, unit]);

  it('is read by semicolons and by tabs', () => {
    expect(names(csv)).toEqual([['袁洁', '航天']]);
    expect(names(csv.replaceAll(';', '\t'))).toEqual([['袁洁', '航天']]);
  });

  it('is read as UTF-16 where it says so', () => {
    const wide = new Uint8Array(Buffer.from(`\uFEFF${csv}`, 'utf16le'));
    expect(names(wide)).toEqual([['袁洁', '航天']]);
    expect(readRoster(wide).guessed).toBe(false);
  });

  it('is read as GB18030 where it can be nothing else, and says that this was guessed', () => {
    // The two signs of the name are D4 AC and BD E0, as they are in Latin-1.
    const chinese = new Uint8Array(Buffer.from('kind,name,unit\nperson,\u00d4\u00ac\u00bd\u00e0,CASIC\n', 'latin1'));
    expect(names(chinese)).toEqual([['袁洁', 'CASIC']]);
    expect(readRoster(chinese).guessed).toBe(true);
    expect(readRoster(csv).guessed).toBe(false);
  });
});

describe('the errors of a refusal', () => {
  const error = { row: 2, column: 'venue', message: 'The meeting has no venue.' };

  it('are found among its facts, and nothing else is taken for one', () => {
    expect(rowErrorsIn({ errors: [error, { row: '2' }, null] })).toEqual([error]);
    expect(rowErrorsIn({})).toEqual([]);
  });

  it('are listed once, by row', () => {
    const later = { row: 9, column: null, message: 'x' };
    expect(inOrder([later], [error], [error])).toEqual([error, later]);
  });
});
