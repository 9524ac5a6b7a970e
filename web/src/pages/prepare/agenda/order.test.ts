import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, draft } from '../meeting.fixture.ts';
import type { Step } from '../meeting.fixture.ts';
import { afterMoves, beside, moved, step } from './order.ts';
import type { Move } from './order.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const agenda = (moves: readonly Move[]): readonly string[] =>
  after(
    [
      ...ids.map((itemId): Step => ['add-item', { itemId, title: itemId }]),
      ...moves.map((move): Step => ['move-item', move]),
    ],
    draft(),
  ).agenda.order;

describe('the order of the agenda', () => {
  it('is after any moves what the record makes of them', () => {
    const id = fc.constantFrom(...ids);
    const move = fc.record({ itemId: id, beforeItemId: fc.option(id) });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 8 }), (moves) => {
        expect(afterMoves(ids, moves)).toEqual(agenda(moves));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same where a move was recorded already, and leaves out what is not there', () => {
    const move = { itemId: 'd', beforeItemId: 'b' };
    expect(moved(moved(ids, move), move)).toEqual(moved(ids, move));
    expect(moved(ids, { itemId: 'x', beforeItemId: 'b' })).toBe(ids);
    expect(moved(ids, { itemId: 'a', beforeItemId: 'x' })).toBe(ids);
  });

  it('goes by one place up and down, and back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), (itemId) => {
        const down = step(ids, itemId, 'down');
        const there = down ? moved(ids, down) : ids;
        const up = down && step(there, itemId, 'up');
        expect(up ? moved(there, up) : ids).toEqual(ids);
        expect(there.indexOf(itemId)).toBe(Math.min(ids.indexOf(itemId) + 1, ids.length - 1));
      }),
    );
    expect(step(ids, 'a', 'up')).toBeUndefined();
    expect(step(ids, 'x', 'down')).toBeUndefined();
  });

  it('has what was dropped beside another one just there', () => {
    const id = fc.constantFrom(...ids);
    fc.assert(
      fc.property(id, id, fc.constantFrom('top' as const, 'bottom' as const), (itemId, target, edge) => {
        const move = beside(ids, itemId, { itemId: target, edge });
        const order = move ? moved(ids, move) : ids;
        const distance = order.indexOf(itemId) - order.indexOf(target);
        expect(distance).toBe(itemId === target ? 0 : edge === 'top' ? -1 : 1);
      }),
    );
  });
});
