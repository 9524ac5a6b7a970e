import { describe, expect, it } from 'vitest';
import { after, draft } from '../meeting.fixture.ts';
import type { Step } from '../meeting.fixture.ts';
import { planOf, rowsOf } from './plan.ts';

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

describe('the running times of the plan', () => {
  it('begin with the meeting and follow from the planned minutes', () => {
    const { lifecycle, agenda: planned } = agenda();
    const plan = planOf(planned, lifecycle);
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

  it('say which items run over the planned end, and by how much the whole does', () => {
    const { lifecycle, agenda: planned } = agenda(
      ['revise-item', { itemId: 'report', plannedMinutes: 160 }],
      ['revise-item', { itemId: 'exchange', plannedMinutes: 6 }],
    );
    const plan = planOf(planned, lifecycle);
    expect(['report', 'exchange', 'closing'].map((itemId) => plan.items.get(itemId)!.over)).toEqual([
      false,
      true,
      true,
    ]);
    expect(plan.over).toBe(11);
    expect(planOf(agenda().agenda, lifecycle).over).toBe(0);
  });

  it('leave out what was withdrawn', () => {
    const { lifecycle, agenda: planned } = agenda(['withdraw-item', { itemId: 'report' }]);
    const plan = planOf(planned, lifecycle);
    expect(plan.minutes).toBe(15);
    expect(plan.items.has('report')).toBe(false);
  });
});

describe('the rows of the agenda', () => {
  it('keep the item that is being revised when somebody else withdraws it', () => {
    expect(rowsOf(['opening', 'closing'], ['report'])).toEqual(['opening', 'closing', 'report']);
    expect(rowsOf(['opening', 'report'], ['report'])).toEqual(['opening', 'report']);
    expect(rowsOf(['opening'], [])).toEqual(['opening']);
  });
});
