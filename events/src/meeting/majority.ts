// Majorities and tallies. Whole numbers only: no fraction is ever rounded.
//
// Abstentions count neither way: "members present and voting" are those who vote for or against (Rules of Procedure of
// the United Nations General Assembly, rules 83, 85 and 86). An equal division does not carry.

import * as z from 'zod';

/** `simple`: more for than against. `absolute`: more than half of all eligible. `two-thirds`: of those for and against. */
export const majority = z.enum(['simple', 'absolute', 'two-thirds']);
export type Majority = z.infer<typeof majority>;

export const choice = z.enum(['for', 'against', 'abstain']);
export type Choice = z.infer<typeof choice>;

export const votes = z.int().min(0).max(1_000_000);

/** `invalid` are ballots from which no choice can be read. */
export const tally = z.strictObject({ for: votes, against: votes, abstain: votes, invalid: votes });
export type Tally = Readonly<z.infer<typeof tally>>;

const rules: Readonly<Record<Majority, (tally: Tally, eligible: number) => boolean>> = {
  simple: (tally) => tally.for > tally.against,
  absolute: (tally, eligible) => 2 * tally.for > eligible,
  'two-thirds': (tally) => tally.for > 0 && 3 * tally.for >= 2 * (tally.for + tally.against),
};

/** True where the tally carries the motion; `eligible` is how many votes there are in all, cast or not. */
export const carries = (rule: Majority, tally: Tally, eligible: number): boolean => rules[rule](tally, eligible);

/** The tally of choices made by name. */
export function tallyOf(choices: Iterable<Choice>): Tally {
  const counted = { for: 0, against: 0, abstain: 0, invalid: 0 };
  for (const choice of choices) counted[choice] += 1;
  return counted;
}

/** How many votes a tally holds. */
export const totalOf = (tally: Tally): number => tally.for + tally.against + tally.abstain + tally.invalid;
