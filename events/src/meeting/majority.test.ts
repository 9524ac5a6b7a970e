import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carries, tallyOf, totalOf } from './majority.ts';
import type { Majority, Tally } from './majority.ts';

const tallied = (inFavour: number, against: number, abstain = 0, invalid = 0): Tally => ({
  for: inFavour,
  against,
  abstain,
  invalid,
});

const cases: readonly [rule: Majority, tally: Tally, eligible: number, carried: boolean, why: string][] = [
  ['simple', tallied(2, 1), 100, true, 'more for than against, however few vote'],
  ['simple', tallied(1, 0, 99), 100, true, 'abstentions count neither way'],
  ['simple', tallied(5, 5), 10, false, 'an equal division does not carry'],
  ['simple', tallied(0, 0, 3), 10, false, 'nobody for'],
  ['absolute', tallied(6, 0), 10, true, 'more than half of the eligible'],
  ['absolute', tallied(5, 0), 10, false, 'half of the eligible is not more than half'],
  ['absolute', tallied(6, 5), 11, true, 'six of eleven'],
  ['absolute', tallied(5, 0), 11, false, 'five of eleven, though nobody is against'],
  ['two-thirds', tallied(2, 1), 10, true, 'exactly two thirds of those for and against'],
  ['two-thirds', tallied(66, 34), 100, false, '66 of 100 is less than two thirds'],
  ['two-thirds', tallied(67, 33), 100, true, '67 of 100 is more'],
  ['two-thirds', tallied(2, 1, 50, 3), 60, true, 'abstentions and invalid ballots are not counted'],
  ['two-thirds', tallied(0, 0, 5), 10, false, 'two thirds of nothing do not carry'],
];

describe('a majority', () => {
  it.each(cases)('%s of %o among %i: %s (%s)', (rule, tally, eligible, carried) => {
    expect(carries(rule, tally, eligible)).toBe(carried);
  });

  it('is never lost by one vote more in favour, nor won by one more against', () => {
    const votes = fc.nat(1000);
    fc.assert(
      fc.property(
        fc.constantFrom<Majority>('simple', 'absolute', 'two-thirds'),
        votes,
        votes,
        votes,
        (rule, a, b, rest) => {
          const eligible = a + b + rest + 1;
          const carried = carries(rule, tallied(a, b), eligible);
          expect(carried && !carries(rule, tallied(a + 1, b), eligible)).toBe(false);
          expect(!carried && carries(rule, tallied(a, b + 1), eligible)).toBe(false);
        },
      ),
    );
  });
});

describe('a tally', () => {
  it('counts each choice', () => {
    expect(tallyOf(['for', 'against', 'for', 'abstain'])).toEqual(tallied(2, 1, 1));
    expect(tallyOf([])).toEqual(tallied(0, 0));
  });

  it('holds as many votes as were given', () => {
    expect(totalOf(tallied(4, 3, 2, 1))).toBe(10);
  });
});
