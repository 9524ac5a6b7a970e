// The roster as the table lists it: narrowed by what is typed, by a unit and by answers; in the order of a column.

import type { RosterName } from '@rostrum/projections';
import { pathsBy } from '../../../../meeting/units.ts';
import { find } from '../../../../ui/find.ts';
import { answerOf } from './answers.ts';
import type { AnswerState } from './answers.ts';
import type { ColumnId, TableName } from './columns.ts';

export type Narrowing = {
  readonly typed: string;
  /** A unit with all below it; null: every unit. */
  readonly unit: string | null;
  readonly answer: AnswerState | null;
};

export type Sorting = { readonly column: ColumnId; readonly down: boolean };

export const byPrecedence: Sorting = { column: 'precedence', down: false };

/** True where the order is that of precedence, in which names can be moved. */
export const isByPrecedence = ({ column, down }: Sorting): boolean => column === 'precedence' && !down;

const isWithin = (unit: string, wanted: string): boolean => unit === wanted || unit.startsWith(`${wanted} / `);

/** The names that are asked for, in their order. */
export function narrowed<Name extends RosterName>(
  names: readonly Name[],
  { typed, unit, answer }: Narrowing,
): readonly Name[] {
  const wanted = names.filter(
    (name) => (unit === null || isWithin(name.unit, unit)) && (answer === null || answerOf(name) === answer),
  );
  if (typed.trim() === '') return wanted;
  const found = new Set(
    find(
      wanted.map((name) => ({ rosterId: name.rosterId, label: name.name, note: name.title ?? '', words: name.unit })),
      typed,
      wanted.length,
    ).map(({ rosterId }) => rosterId),
  );
  return wanted.filter(({ rosterId }) => found.has(rosterId));
}

/**
 * The names in the order of a column; equals stay by precedence, whichever way the column runs. Empty cells come last.
 * @param names by precedence
 * @param text what stands in a cell
 * @param compareNames the order of the language
 */
export function sorted<Name extends TableName>(
  names: readonly Name[],
  { column, down }: Sorting,
  text: (name: Name, column: ColumnId) => string,
  compareNames: (one: string, other: string) => number,
): readonly Name[] {
  if (column === 'precedence' && !down) return names;
  const way = down ? -1 : 1;
  const cells = new Map(names.map((name) => [name.rosterId, text(name, column)]));
  const compare = column === 'unit' ? pathsBy(compareNames) : compareNames;
  return names.toSorted((a, b) => {
    const [one, other] = [cells.get(a.rosterId)!, cells.get(b.rosterId)!];
    if (one === '' || other === '') return Number(one === '') - Number(other === '');
    return way * compare(one, other);
  });
}

/**
 * Whom names come behind when they are put before or behind a name of the list; null: they come first.
 * @param order everyone by precedence
 */
export function anchorFor(
  order: readonly string[],
  moving: readonly string[],
  { target, behind }: { readonly target: string; readonly behind: boolean },
): string | null {
  const going = new Set(moving);
  let place = order.indexOf(target) - (behind ? 0 : 1);
  while (place >= 0 && going.has(order[place]!)) place -= 1;
  return place < 0 ? null : order[place]!;
}
