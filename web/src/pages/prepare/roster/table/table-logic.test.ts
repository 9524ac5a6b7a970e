import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../../i18n/names.ts';
import { everyone } from '../../../../meeting/people.ts';
import { after, draft } from '../../meeting.fixture.ts';
import { answerCounts, namesAsText } from './answers.ts';
import { anchorFor, narrowed, sorted } from './arranged.ts';
import { pastedCells, takenBack, together, typedInto } from './cell-change.ts';
import type { Around } from './cell-change.ts';
import { cellText, writingOf } from './columns.ts';
import type { CellWords, ColumnId, TableName } from './columns.ts';
import { intentOf, moved } from './keys.ts';

const meeting = after(
  [
    ['add-venue', { venueId: 'main', name: 'Beijing' }],
    ['add-attendee', { attendeeId: 'zhang', name: '张三', title: 'Director', unit: 'CASIC', venueId: 'main' }],
    ['add-attendee', { attendeeId: 'an', name: '安平', unit: 'CASIC / Headquarters' }],
    ['add-delegation', { delegationId: 'second', name: '二院', unit: 'CASIC / Units', expected: 12, headId: 'an' }],
    ['add-delegation', { delegationId: 'third', name: '三院', unit: 'CASIC / Units', expected: 3 }],
  ],
  draft(),
);
const names: readonly TableName[] = everyone(meeting).map((name) => ({
  ...name,
  headId: meeting.roster.delegations.get(name.rosterId)?.headId ?? null,
  headName: null,
}));
const words: CellWords = { capacity: (capacity) => capacity, remote: 'Remote', answer: ({ answer }) => answer ?? '' };
const text = (name: TableName, column: ColumnId) => cellText(name, column, words);
const ids = (list: readonly TableName[]) => list.map(({ rosterId }) => rosterId);
const named = (rosterId: string) => names.find((name) => name.rosterId === rosterId)!;

describe('the order of the table', () => {
  const by = (column: ColumnId, down = false, language = 'zh-CN') =>
    ids(sorted(names, { column, down }, text, namesIn(language).compare));

  it('is that of the language: Chinese by pinyin', () => {
    expect(by('name')).toEqual(['an', 'second', 'third', 'zhang']);
    expect(by('name', true)).toEqual(['zhang', 'third', 'second', 'an']);
  });

  it('counts figures, and puts empty cells last whichever way it runs', () => {
    expect(by('expected')).toEqual(['third', 'second', 'zhang', 'an']);
    expect(by('expected', true)).toEqual(['second', 'third', 'zhang', 'an']);
  });

  it('leaves equals by precedence', () => {
    expect(by('unit')).toEqual(['zhang', 'an', 'second', 'third']);
    expect(by('capacity', true)).toEqual(['zhang', 'an', 'second', 'third']);
  });
});

describe('narrowing the table', () => {
  it('goes by unit with all below it, by answer and by what is typed', () => {
    expect(ids(narrowed(names, { typed: '', unit: 'CASIC / Units', answer: null }))).toEqual(['second', 'third']);
    expect(ids(narrowed(names, { typed: '', unit: null, answer: 'none' }))).toEqual(['zhang', 'an']);
    expect(ids(narrowed(names, { typed: 'direc', unit: null, answer: null }))).toEqual(['zhang']);
  });

  it('counts the answers of persons alone, and gives their names as lines', () => {
    expect(answerCounts(names)).toEqual({ accepted: 0, declined: 0, substituted: 0, excused: 0, none: 2 });
    expect(namesAsText(names.slice(0, 2))).toBe('张三\tDirector\tCASIC\n安平\t\tCASIC / Headquarters');
  });
});

describe('whom names come behind', () => {
  const order = ['a', 'b', 'c', 'd'];

  it('is the one before or at the target who stays', () => {
    expect(anchorFor(order, ['d'], { target: 'b', behind: false })).toBe('a');
    expect(anchorFor(order, ['d'], { target: 'b', behind: true })).toBe('b');
    expect(anchorFor(order, ['a', 'b'], { target: 'c', behind: false })).toBeNull();
  });

  it('puts them beside the target, whoever moves', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...order), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (moving, behind) => {
          const target = order.find((one) => !moving.includes(one))!;
          const anchor = anchorFor(order, moving, { target, behind });
          const rest = order.filter((one) => !moving.includes(one));
          const result = rest.toSpliced(anchor === null ? 0 : rest.indexOf(anchor) + 1, 0, ...moving);
          const at = result.indexOf(target) + (behind ? 1 : -moving.length);
          expect(result.slice(at, at + moving.length)).toEqual(moving);
        },
      ),
    );
  });
});

describe('what is typed into a cell', () => {
  const around: Around = {
    venues: new Map([
      ['Remote', null],
      ['Beijing', 'main'],
    ]),
    capacities: new Map([['guest', 'guest']]),
    attendee: (name) => (name === '安平' ? 'an' : undefined),
  };
  const into = (rosterId: string, column: ColumnId, typed: string) => typedInto(named(rosterId), column, typed, around);

  it('is a change that says what was seen', () => {
    expect(into('zhang', 'title', ' ')).toEqual({
      change: { rosterId: 'zhang', title: null, seen: { title: 'Director' } },
    });
    expect(into('an', 'venue', 'Beijing')).toEqual({
      change: { rosterId: 'an', venueId: 'main', seen: { venueId: null } },
    });
    expect(into('zhang', 'unit', 'CASIC/Office')).toEqual({
      change: { rosterId: 'zhang', unit: 'CASIC / Office', seen: { unit: 'CASIC' } },
    });
  });

  it('names a head from the roster by id, and any other by name', () => {
    const seen = { headId: null, headName: null };
    expect(into('third', 'head', '安平')).toEqual({
      change: { rosterId: 'third', headId: 'an', headName: null, seen },
    });
    expect(into('third', 'head', 'Sun Li')).toEqual({
      change: { rosterId: 'third', headId: null, headName: 'Sun Li', seen },
    });
  });

  it('is refused where it cannot stand', () => {
    expect(into('zhang', 'name', ' ')).toEqual({ wrong: 'empty' });
    expect(into('zhang', 'precedence', '0')).toEqual({ wrong: 'number' });
    expect(into('second', 'expected', 'six')).toEqual({ wrong: 'number' });
    expect(into('zhang', 'venue', 'Nowhere')).toEqual({ wrong: 'venue' });
    expect(into('zhang', 'capacity', 'king')).toEqual({ wrong: 'capacity' });
    expect(into('zhang', 'expected', '3')).toEqual({ wrong: 'kind' });
    expect(writingOf('delegation', 'title')).toBe('none');
  });

  it('is put together by name, and taken back with what stands there since', () => {
    const change = together([
      { rosterId: 'a', name: 'B', seen: { name: 'A' } },
      { rosterId: 'a', title: 'T', seen: { title: null } },
    ]);
    expect(change).toEqual({ rosterId: 'a', name: 'B', title: 'T', seen: { name: 'A', title: null } });
    expect(takenBack([change])).toEqual([{ rosterId: 'a', name: 'A', title: null, seen: { name: 'B', title: 'T' } }]);
  });
});

describe('cells from a spreadsheet', () => {
  it('are parted by tabs and lines', () => {
    expect(pastedCells('a\tb\r\nc\t\r\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(pastedCells('Liu, Shiquan')).toEqual([['Liu, Shiquan']]);
  });

  it('hold tabs, lines and marks in quotes, as one line of text', () => {
    expect(pastedCells('"say ""yes"""\t"two\nlines"')).toEqual([['say "yes"', 'two lines']]);
  });

  it('come as they went, whatever stands in them', () => {
    const cell = fc.string().filter((made) => !/["\t\r\n]/.test(made));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(table, (rows) => {
        expect(pastedCells(rows.map((cells) => `${cells.join('\t')}\n`).join(''))).toEqual(rows);
      }),
    );
  });
});

describe('the keys of the table', () => {
  const press = (key: string, more: object = {}) =>
    intentOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...more }, 10);

  it('go, choose, move, write and let go', () => {
    expect(press('ArrowDown')).toEqual({ is: 'go', rows: 1, columns: 0, choosing: false });
    expect(press('ArrowUp', { shiftKey: true })).toMatchObject({ is: 'go', rows: -1, choosing: true });
    expect(press('PageDown')).toMatchObject({ rows: 10 });
    expect(press('ArrowUp', { altKey: true })).toEqual({ is: 'move', rows: -1 });
    expect(press('F2')).toEqual({ is: 'write', text: null });
    expect(press('刘')).toEqual({ is: 'write', text: '刘' });
    expect(press('Process')).toEqual({ is: 'write', text: '' });
    expect(press('z', { metaKey: true })).toEqual({ is: 'undo' });
    expect(press('Escape')).toEqual({ is: 'let-go' });
  });

  it('leave to the browser what is the browser’s', () => {
    for (const key of ['Tab', 'F5', 'Shift', 'Control']) expect(press(key)).toBeNull();
    for (const key of ['c', 'v', 'f', 'r']) expect(press(key, { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('a', { isComposing: true })).toBeNull();
  });

  it('stay within the table', () => {
    expect([moved(0, -1, 5), moved(4, 1, 5), moved(2, Number.MAX_SAFE_INTEGER, 5)]).toEqual([0, 4, 4]);
  });
});
