import type { Commendation } from '@rostrum/events';
import { describe, expect, it } from 'vitest';
import { convened } from '../../../meeting/staged.fixture.ts';
import { mineOn } from '../mine.ts';
import { commendedIn } from './commended.ts';

const staged = convened();
const mine = (id: string) => mineOn(staged.view.meeting.roster, staged.attendee(id));

const conferred = (
  category: Commendation['category'],
  recipient: Partial<Commendation['recipients'][number]>,
): Commendation => ({
  commendationId: 'commendation-1',
  award: 'Advanced work',
  programme: null,
  period: null,
  category,
  citation: null,
  rank: null,
  recipients: [{ name: 'Somebody', unit: null, rosterId: null, ...recipient }],
  status: 'conferred',
  withdrawnBecause: null,
  conferral: null,
});

describe('a commendation', () => {
  it('is conferred on whoever is named in it, and on whoever heads the delegation named', () => {
    expect(commendedIn(conferred('individual', { rosterId: 'wei' }), mine('wei'))).toBe('person');
    expect(commendedIn(conferred('collective', { rosterId: 'academy' }), mine('chen'))).toBe('person');
    expect(commendedIn(conferred('individual', { rosterId: 'wei' }), mine('liu'))).toBeNull();
  });

  it('honours the unit of all who belong to it', () => {
    const unit = conferred('collective', { unit: 'CASIC / Headquarters' });
    expect(commendedIn(unit, mine('chen'))).toBe('unit');
    expect(commendedIn(unit, mine('wei'))).toBeNull();
  });

  it('of another person of one’s unit is theirs alone', () => {
    expect(commendedIn(conferred('individual', { unit: 'CASIC / Headquarters' }), mine('chen'))).toBeNull();
  });
});
