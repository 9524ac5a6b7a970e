// The columns of the roster's table: what stands in a cell, and what may be written into it.

import type { Capacity } from '@rostrum/events';
import type { RosterName } from '@rostrum/projections';
import { answerOf } from './answers.ts';

export const columnIds = [
  'precedence',
  'name',
  'title',
  'unit',
  'capacity',
  'venue',
  'expected',
  'head',
  'answer',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** Whoever is on the roster, with what the table shows beside it. */
export type TableName = RosterName & { readonly headId: string | null; readonly headName: string | null };

/** What the table says in words of the reader's language. */
export type CellWords = {
  readonly capacity: (capacity: Capacity) => string;
  readonly remote: string;
  readonly answer: (name: RosterName) => string;
};

/** What stands in a cell, as text that is shown, sorted and copied. */
export function cellText(name: TableName, column: ColumnId, words: CellWords): string {
  switch (column) {
    case 'precedence':
      return String(name.precedence);
    case 'capacity':
      return words.capacity(name.capacity);
    case 'venue':
      return name.venue ?? words.remote;
    case 'expected':
      return name.expected === null ? '' : String(name.expected);
    case 'head':
      return name.head ?? '';
    case 'title':
      return name.title ?? '';
    case 'answer':
      return answerOf(name) === null ? '' : words.answer(name);
    case 'name':
    case 'unit':
      return name[column];
  }
}

/** How a cell is written: typed, chosen from a list, in a dialog of its own, or not at all. */
export type Writing = 'text' | 'number' | 'choice' | 'dialog' | 'none';

/** How a cell of this kind of name is written. */
export function writingOf(kind: RosterName['kind'], column: ColumnId): Writing {
  switch (column) {
    case 'precedence':
      return 'number';
    case 'name':
    case 'unit':
      return 'text';
    case 'title':
      return kind === 'attendee' ? 'text' : 'none';
    case 'capacity':
    case 'venue':
      return 'choice';
    case 'expected':
      return kind === 'delegation' ? 'number' : 'none';
    case 'head':
      return kind === 'delegation' ? 'text' : 'none';
    case 'answer':
      return kind === 'attendee' ? 'dialog' : 'none';
  }
}
