import { describe, expect, it } from 'vitest';
import { after, draft } from '../meeting.fixture.ts';
import { draftOf, emptyItem, itemTyped, outlineOf } from './item-draft.ts';

describe('an agenda item in its form', () => {
  it('is the item, as long as nothing is typed', () => {
    const meeting = after(
      [
        ['add-attendee', { attendeeId: 'wei-yiyin', name: 'Wei Yiyin', unit: 'CASIC' }],
        [
          'add-item',
          { itemId: 'report', kind: 'report', title: 'Report', presenters: ['wei-yiyin'], topics: ['A', 'B'] },
        ],
      ],
      draft(),
    );
    const item = meeting.agenda.items.get('report')!;
    expect(itemTyped(draftOf(item))).toEqual(outlineOf(item));
  });

  it('has no minutes where none are typed, and none that make no sense', () => {
    expect(itemTyped(emptyItem()).plannedMinutes).toBeNull();
    expect(itemTyped({ ...emptyItem(), plannedMinutes: '20' }).plannedMinutes).toBe(20);
    expect(itemTyped({ ...emptyItem(), plannedMinutes: 'twenty' }).plannedMinutes).toBeNaN();
  });
});
