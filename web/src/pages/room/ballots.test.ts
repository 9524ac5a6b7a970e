import { describe, expect, it } from 'vitest';
import { reporting } from '../../meeting/staged.fixture.ts';
import type { Staged } from '../../meeting/staged.fixture.ts';
import { ballotsOf, isAsked } from './ballots.ts';
import { mineOn } from './mine.ts';

const ballots = (staged: Staged, id: string) =>
  ballotsOf(staged.view.meeting, mineOn(staged.view.meeting.roster, staged.attendee(id)));

/** A vote in which Zhou and the Academy, which Chen heads, may vote. */
const voting = (method: string) =>
  reporting()
    .give('add-attendee', { attendeeId: 'zhou', name: 'Zhou', unit: 'CASIC', capacity: 'member' })
    .give('check-in', { attendeeId: 'zhou' })
    .give('count-delegation', { delegationId: 'academy', count: 6 })
    .give('put-motion', { motionId: 'motion-1', title: 'Adoption', text: 'Adopted.', moverId: 'zhou' })
    .give('open-vote', { motionId: 'motion-1', method, eligible: ['zhou', 'academy'] });

describe('the votes one may cast', () => {
  it('are one’s own and that of the delegation one heads', () => {
    const staged = voting('recorded');
    expect(ballots(staged, 'zhou').map(({ voterId }) => voterId)).toEqual(['zhou']);
    expect(ballots(staged, 'chen').map(({ voterId }) => voterId)).toEqual(['academy']);
  });

  it('are none for those who are not eligible, and none where no vote runs', () => {
    expect(ballots(voting('recorded'), 'wei')).toEqual([]);
    expect(ballots(reporting(), 'zhou')).toEqual([]);
    expect(ballots(voting('recorded').give('abandon-vote', { motionId: 'motion-1', reason: 'Noise' }), 'zhou')).toEqual(
      [],
    );
  });

  it('are asked for until they are cast by name', () => {
    const staged = voting('recorded');
    expect(ballots(staged, 'zhou').map(isAsked)).toEqual([true]);
    staged.give('cast-vote', { motionId: 'motion-1', choice: 'abstain' }, staged.attendee('zhou'));
    expect(ballots(staged, 'zhou')).toMatchObject([{ cast: 'abstain' }]);
    expect(ballots(staged, 'zhou').map(isAsked)).toEqual([false]);
    expect(ballots(staged, 'chen').map(isAsked)).toEqual([true]);
  });

  it('are asked for in a secret ballot until handed in or counted', () => {
    const staged = voting('secret');
    expect(ballots(staged, 'zhou').map(isAsked)).toEqual([true]);
    staged.give('cast-secret-ballot', { motionId: 'motion-1' }, staged.attendee('zhou'));
    expect(ballots(staged, 'zhou')).toMatchObject([{ cast: 'handed-in' }]);
    staged.give('record-secret-count', { motionId: 'motion-1', for: 1, against: 0, abstain: 0 });
    expect(ballots(staged, 'chen')).toMatchObject([{ cast: null, counted: true }]);
    expect(ballots(staged, 'chen').map(isAsked)).toEqual([false]);
  });

  it('are not asked for where silence is consent or hands are counted', () => {
    expect(ballots(voting('consent'), 'zhou').map(isAsked)).toEqual([false]);
    expect(ballots(voting('show-of-hands'), 'zhou').map(isAsked)).toEqual([false]);
    const objected = voting('consent');
    objected.give('object', { motionId: 'motion-1' }, objected.attendee('zhou'));
    expect(ballots(objected, 'zhou')).toMatchObject([{ cast: 'objected' }]);
  });
});
