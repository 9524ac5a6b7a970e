import { describe, expect, it } from 'vitest';
import { organizer } from '../testing/rehearsal.ts';
import { at, SmallMeeting } from './derivations.fixture.ts';
import { presenceByVenue } from './presence-by-venue.ts';

function held(): SmallMeeting {
  const meeting = new SmallMeeting().agenda({ a: 10, b: 10 });
  meeting.give('add-attendee', { attendeeId: 'far', name: 'far', unit: 'House', precedence: 4, venueId: null });
  meeting.give('add-delegation', {
    delegationId: 'academy',
    name: 'Academy',
    unit: 'Academy',
    precedence: 5,
    venueId: 'main',
    expected: 6,
    headId: 'cai',
  });
  meeting.until('09:00').joins('ann').joins('bo').joins('cai').opens();
  meeting.give('call-item', { itemId: 'a' });
  meeting.until('09:10').give('conclude-item', { itemId: 'a' });
  meeting.leaves('bo');
  meeting.until('09:11').give('count-delegation', { delegationId: 'academy', count: 5 }, organizer);
  meeting.until('09:12').give('call-item', { itemId: 'b' });
  meeting.until('09:15').joins('far');
  meeting.until('09:20').give('conclude-item', { itemId: 'b' });
  return meeting;
}

describe('Presence by venue and item', () => {
  it('counts names and delegations where they are, and a head in the count once', () => {
    const { items, rows, total } = presenceByVenue(held().view, at('09:30'));
    expect(items.map(({ itemId }) => itemId)).toEqual(['a', 'b']);
    expect(rows).toEqual([
      { venueId: 'main', name: 'Main hall', present: [3, 6] },
      { venueId: null, name: null, present: [0, 1] },
    ]);
    expect(total).toEqual([3, 7]);
  });

  it('knows nothing of what came later', () => {
    const meeting = new SmallMeeting().agenda({ a: 10 }).until('09:00').joins('ann').opens();
    expect(presenceByVenue(meeting.view, meeting.now)).toMatchObject({ items: [], total: [] });
  });
});
