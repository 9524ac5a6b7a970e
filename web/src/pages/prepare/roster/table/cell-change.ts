// What is typed or pasted into cells, as the command takes it, with what was seen there before.

import type { Capacity } from '@rostrum/events';
import type { CommandInput } from '../../../../api/command.ts';
import { typedNumber, typedText } from '../../form/typed.ts';
import { unitTyped } from '../name-draft.ts';
import { writingOf } from './columns.ts';
import type { ColumnId, TableName } from './columns.ts';

export type Change = CommandInput<'revise-roster'>['changes'][number];

/** What the table knows beside the name itself. */
export type Around = {
  /** Ids of the venues in use, by what they are called. */
  readonly venues: ReadonlyMap<string, string | null>;
  /** By what they are called. */
  readonly capacities: ReadonlyMap<string, Capacity>;
  /** The attendee of this name, where there is exactly one. */
  readonly attendee: (name: string) => string | undefined;
};

/** Why something cannot stand in a cell. */
export type Wrong = 'empty' | 'number' | 'venue' | 'capacity' | 'kind';

export type Typed = { readonly change: Change } | { readonly wrong: Wrong };

/** What is typed into a cell; the answer has a dialog of its own. */
export function typedInto(name: TableName, column: ColumnId, typed: string, around: Around): Typed {
  const { rosterId } = name;
  const text = typed.trim();
  if (writingOf(name.kind, column) === 'none') return { wrong: 'kind' };
  switch (column) {
    case 'name':
      return text === '' ? { wrong: 'empty' } : { change: { rosterId, name: text, seen: { name: name.name } } };
    case 'unit':
      return unitTyped(text) === ''
        ? { wrong: 'empty' }
        : { change: { rosterId, unit: unitTyped(text), seen: { unit: name.unit } } };
    case 'title':
      return { change: { rosterId, title: typedText(typed), seen: { title: name.title } } };
    case 'precedence': {
      const precedence = typedNumber(text);
      if (precedence === null || !Number.isInteger(precedence) || precedence < 1) return { wrong: 'number' };
      return { change: { rosterId, precedence, seen: { precedence: name.precedence } } };
    }
    case 'expected': {
      const expected = typedNumber(text);
      if (expected !== null && (!Number.isInteger(expected) || expected < 0)) return { wrong: 'number' };
      return { change: { rosterId, expected, seen: { expected: name.expected } } };
    }
    case 'capacity': {
      const capacity = around.capacities.get(text);
      return capacity === undefined
        ? { wrong: 'capacity' }
        : { change: { rosterId, capacity, seen: { capacity: name.capacity } } };
    }
    case 'venue': {
      const venueId = text === '' ? null : around.venues.get(text);
      return venueId === undefined
        ? { wrong: 'venue' }
        : { change: { rosterId, venueId, seen: { venueId: name.venueId } } };
    }
    case 'head': {
      const headId = around.attendee(text) ?? null;
      const head = { headId, headName: headId === null ? typedText(text) : null };
      return { change: { rosterId, ...head, seen: { headId: name.headId, headName: name.headName } } };
    }
    case 'answer':
      return { wrong: 'kind' };
  }
}

/** Changes of one name as one: what is seen and what is given, put together. */
export const together = (changes: readonly Change[]): Change =>
  changes.reduce((one, other) => ({ ...one, ...other, seen: { ...one.seen, ...other.seen } }));

/** What takes changes back, as long as nobody has changed the same since. */
export const takenBack = (changes: readonly Change[]): readonly Change[] =>
  changes.map(({ rosterId, seen = {}, ...given }) => ({ rosterId, ...seen, seen: given }));

/** The cells of what a spreadsheet puts on the clipboard: parted by tabs and lines, in quotes where they hold either. */
export function pastedCells(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const [, cell = '', end = ''] of text.replace(/\r?\n$/, '').matchAll(CELL)) {
    lines.at(-1)!.push(unquoted(cell));
    if (end === '') break;
    if (end !== '\t') lines.push([]);
  }
  return lines;
}

const CELL = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/g;

const unquoted = (cell: string): string =>
  (/^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell).replaceAll(/\s*[\t\r\n]+\s*/g, ' ');
