// How many there are on the roster, and of what.

import type { RosterName } from '@rostrum/projections';

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
