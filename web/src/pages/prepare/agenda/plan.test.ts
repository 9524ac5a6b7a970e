import { describe, expect, it } from 'vitest';
import { after, draft } from '../meeting.fixture.ts';
import type { Step } from '../meeting.fixture.ts';
import { movesOf, planOf, rowsOf } from './plan.ts';

const agenda = (...more: readonly Step[]) =>
  after(
    [
      ['add-item', { itemId: 'opening', title: 'Opening', plannedMinutes: 5 }],
      ['add-item', { itemId: 'report', title: 'Report', plannedMinutes: 35 }],
      ['add-item', { itemId: 'exchange', title: 'Exchange' }],
      ['add-item', { itemId: 'closing', title: 'Closing', plannedMinutes: 10 }],
      ...more,
    ],
    draft(),
  );

describe('an item that is moved by one place', () => {
  const { order } = agenda().agenda;
  const moved = (itemId: string, by: 'up' | 'down') =>
    agenda(['move-item', { itemId, beforeItemId: movesOf(order, itemId)[by]! }]).agenda.order;

  it('stands where the one above stood', () => {
    expect(moved('report', 'up')).toEqual(['report', 'opening', 'exchange', 'closing']);
    expect(moved('closing', 'up')).toEqual(['opening', 'report', 'closing', 'exchange']);
  });

  it('stands where the one below stood', () => {
    expect(moved('opening', 'down')).toEqual(['report', 'opening', 'exchange', 'closing']);
    const last = agenda(['move-item', { itemId: 'exchange', beforeItemId: movesOf(order, 'exchange').down! }]);
    expect(last.agenda.order).toEqual(['opening', 'report', 'closing', 'exchange']);
  });

  it('goes nowhere from the ends, nor where it is not on the agenda', () => {
    expect(movesOf(order, 'opening').up).toBeUndefined();
    expect(movesOf(order, 'closing').down).toBeUndefined();
    expect(movesOf(order, 'exchange').down).toBeNull();
    expect(movesOf(order, 'withdrawn')).toEqual({ up: undefined, down: undefined });
  });
});

describe('the running times of the plan', () => {
  it('begin with the meeting and follow from the planned minutes', () => {
    const { lifecycle, agenda: planned } = agenda();
    const plan = planOf(planned, lifecycle.startsAt);
    const begin = (itemId: string) => new Date(plan.items.get(itemId)!.from).toISOString();
    expect(['opening', 'report', 'exchange', 'closing'].map(begin)).toEqual([
      '2021-05-26T01:00:00.000Z',
      '2021-05-26T01:05:00.000Z',
      '2021-05-26T01:40:00.000Z',
      '2021-05-26T01:40:00.000Z',
    ]);
    expect(plan.minutes).toBe(50);
    expect(new Date(plan.end).toISOString()).toBe('2021-05-26T01:50:00.000Z');
  });

  it('leave out what was withdrawn', () => {
    const { lifecycle, agenda: planned } = agenda(['withdraw-item', { itemId: 'report' }]);
    const plan = planOf(planned, lifecycle.startsAt);
    expect(plan.minutes).toBe(15);
    expect(plan.items.has('report')).toBe(false);
  });
});

describe('the rows of the agenda', () => {
  it('keep the item that is being revised when somebody else withdraws it', () => {
    expect(rowsOf(['opening', 'closing'], 'report')).toEqual(['opening', 'closing', 'report']);
    expect(rowsOf(['opening', 'report'], 'report')).toEqual(['opening', 'report']);
    expect(rowsOf(['opening'], null)).toEqual(['opening']);
  });
});
