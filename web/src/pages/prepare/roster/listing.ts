// The roster as it is listed here: in order of precedence or by unit, narrowed by what is typed, a part of it at a time.

import type { RosterName } from '@rostrum/projections';
import { find } from '../../../ui/find.ts';

export type RosterOrder = 'precedence' | 'unit';

/** The names that match what was typed, in the wanted order. `names` come by precedence. */
export function listed(names: readonly RosterName[], typed: string, order: RosterOrder): readonly RosterName[] {
  const matching =
    typed.trim() === ''
      ? names
      : find(
          names.map((name) => ({ name, label: name.name, note: name.title ?? undefined, words: name.unit })),
          typed,
          names.length,
        ).map(({ name }) => name);
  return order === 'unit' ? matching.toSorted((a, b) => comparePaths(a.unit, b.unit)) : matching;
}

/** Units before what stands below them; equals as they came. */
function comparePaths(a: string, b: string): number {
  const [one, other] = [a.split(' / '), b.split(' / ')];
  const differs = one.findIndex((part, place) => part !== other[place]);
  if (differs < 0) return one.length - other.length;
  return other[differs] === undefined ? 1 : one[differs]!.localeCompare(other[differs]);
}

export type RosterFigures = {
  readonly persons: number;
  readonly delegations: number;
  /** The sum of what delegations expect. */
  readonly expected: number;
  readonly units: number;
};

export function rosterFigures(names: readonly RosterName[]): RosterFigures {
  const delegations = names.filter(({ kind }) => kind === 'delegation');
  return {
    persons: names.length - delegations.length,
    delegations: delegations.length,
    expected: delegations.reduce((sum, { expected }) => sum + (expected ?? 0), 0),
    units: new Set(names.map(({ unit }) => unit)).size,
  };
}
