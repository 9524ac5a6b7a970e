import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAST_PLACE } from './names.ts';
import { placesAfterMove } from './precedence.ts';
import type { Placed } from './precedence.ts';

const inOrder = (placed: readonly Placed[]) =>
  placed.toSorted((a, b) => a.precedence - b.precedence || a.rank - b.rank);
const roster = (...numbers: readonly number[]): readonly Placed[] =>
  inOrder(numbers.map((precedence, rank) => ({ rosterId: `n${rank}`, precedence, rank })));
const ids = (placed: readonly Placed[]) => placed.map(({ rosterId }) => rosterId);

function after(order: readonly Placed[], moving: readonly string[], afterId: string | null): readonly Placed[] {
  const places = placesAfterMove(order, moving, afterId);
  return inOrder(order.map((one) => ({ ...one, precedence: places.get(one.rosterId) ?? one.precedence })));
}

describe('the places after a move', () => {
  it('are the numbers that were there; those beyond the old and the new place keep theirs', () => {
    expect([...placesAfterMove(roster(1, 2, 3, 4, 5), ['n3'], 'n0')]).toEqual([
      ['n3', 2],
      ['n1', 3],
      ['n2', 4],
    ]);
    expect([...placesAfterMove(roster(10, 20, 35), ['n2'], null)]).toEqual([
      ['n2', 10],
      ['n0', 20],
      ['n1', 35],
    ]);
  });

  it('do not change where everyone stands so already', () => {
    expect(placesAfterMove(roster(1, 2, 3), ['n1'], 'n0').size).toBe(0);
    expect(placesAfterMove(roster(1, 1, 1), ['n0', 'n1'], null).size).toBe(0);
  });

  it('part equals that could not stand so otherwise', () => {
    expect(ids(after(roster(7, 7, 7), ['n2'], null))).toEqual(['n2', 'n0', 'n1']);
    expect([...placesAfterMove(roster(7, 7, 9), ['n1'], null)]).toEqual([['n0', 8]]);
  });

  it('count everyone from 1 where there is no room behind the last place', () => {
    const order = roster(LAST_PLACE - 1, LAST_PLACE, LAST_PLACE);
    expect(new Map(placesAfterMove(order, ['n2'], 'n0'))).toEqual(
      new Map([
        ['n0', 1],
        ['n1', 3],
        ['n2', 2],
      ]),
    );
  });

  it('put everyone where a list would have them, whatever was moved before', () => {
    const moves = fc.array(
      fc.record({ moving: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 4 }), behind: fc.nat(11) }),
      { maxLength: 12 },
    );
    const numbers = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(numbers, moves, (given, steps) => {
        let order = roster(...given);
        let list = ids(order);
        for (const { moving, behind } of steps) {
          const going = moving.map((place) => `n${place}`);
          const afterId = going.includes(`n${behind}`) ? null : `n${behind}`;
          const rest = list.filter((rosterId) => !going.includes(rosterId));
          list = rest.toSpliced(afterId === null ? 0 : rest.indexOf(afterId) + 1, 0, ...going);
          order = after(order, going, afterId);
          expect(ids(order)).toEqual(list);
        }
      }),
    );
  });
});
