// The order of precedence: who stands where on the roster, and which places change when names are put somewhere else.

import { LAST_PLACE, rosterIdOf } from './names.ts';
import type { Attendee, Delegation } from './names.ts';
import type { RosterState } from './roster.ts';

/** A name at its place. */
export type Placed = {
  readonly rosterId: string;
  readonly precedence: number;
  /** Where it stands among those of the same precedence: the order in which they were added, persons first. */
  readonly rank: number;
};

/** Everyone who is on the roster, in order of precedence. */
export function inPrecedence({ attendees, delegations }: RosterState): readonly Placed[] {
  const entries: readonly (Attendee | Delegation)[] = [...attendees.values(), ...delegations.values()];
  return entries
    .flatMap((entry, rank) =>
      entry.removed ? [] : [{ rosterId: rosterIdOf(entry), precedence: entry.precedence, rank }],
    )
    .toSorted((a, b) => a.precedence - b.precedence);
}

/**
 * The order with some names put elsewhere. The numbers stay where they are and the names move, so only those change
 * between whom somebody moved; numbers are raised where equals could not stand in the new order otherwise.
 * @param order everyone, in order of precedence
 * @param moving in the order in which they are to stand
 * @param afterId whom they come after; null: they come first. Not one of them.
 * @returns the new precedence of each name whose number changes, by roster id
 */
export function placesAfterMove(
  order: readonly Placed[],
  moving: readonly string[],
  afterId: string | null,
): ReadonlyMap<string, number> {
  const known = new Map(order.map((placed) => [placed.rosterId, placed]));
  const moves = new Set(moving);
  const rest = order.filter(({ rosterId }) => !moves.has(rosterId));
  const at = rest.findIndex(({ rosterId }) => rosterId === afterId) + 1;
  const target = rest.toSpliced(at, 0, ...moving.map((rosterId) => known.get(rosterId)!));
  const numbers = raised(
    target,
    order.map(({ precedence }) => precedence),
  );
  const changes = new Map<string, number>();
  for (const [place, { rosterId, precedence }] of target.entries()) {
    if (numbers[place] !== precedence) changes.set(rosterId, numbers[place]!);
  }
  return changes;
}

/** The numbers for names in this order: those given, raised where a name would not stand behind the one before it. */
function raised(target: readonly Placed[], given: readonly number[]): readonly number[] {
  const numbers: number[] = [];
  for (const [place, { rank }] of target.entries()) {
    const before = numbers[place - 1] ?? 0;
    const behind = (target[place - 1]?.rank ?? -1) < rank ? before : before + 1;
    numbers.push(Math.max(given[place]!, behind));
  }
  // Beyond the last place nobody can be told apart any more: everyone is counted from 1.
  return (numbers.at(-1) ?? 0) <= LAST_PLACE ? numbers : target.map((_placed, place) => place + 1);
}
