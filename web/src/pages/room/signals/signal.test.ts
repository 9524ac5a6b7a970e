import { describe, expect, it } from 'vitest';
import { reporting } from '../../../meeting/staged.fixture.ts';
import type { Staged } from '../../../meeting/staged.fixture.ts';
import type { Moment } from '../announcements.ts';
import { gestureOf } from '../gesture.ts';
import { signalOf } from './signal.ts';

const momentFor = (staged: Staged, id: string): Moment => ({
  status: staged.view.meeting.lifecycle.status,
  gesture: gestureOf(staged.view.meeting, staged.attendee(id)),
  toSign: 0,
  commended: 0,
});

/** What calls a person when something happens. */
function calledBy(id: string, staged: Staged, happens: (staged: Staged) => unknown) {
  const before = momentFor(staged, id);
  happens(staged.wait(1));
  return signalOf(before, momentFor(staged, id));
}

const asks = (id: string) => (staged: Staged) =>
  staged.give('request-floor', { requestId: `of-${id}` }, staged.attendee(id));

describe('a person is called', () => {
  it('once they are next, and not before', () => {
    const staged = reporting();
    expect(calledBy('wei', staged, asks('wei'))).toBe('next');
    expect(calledBy('liu', staged, asks('liu'))).toBeNull();
    expect(calledBy('liu', staged, () => staged.give('withdraw-request', { requestId: 'of-wei' }))).toBe('next');
    expect(calledBy('liu', staged, asks('wei'))).toBeNull();
  });

  it('when they are given the floor, once', () => {
    const staged = reporting();
    asks('wei')(staged);
    const give = () => staged.give('give-floor', { speakerId: 'wei', speechId: 'remarks' });
    expect(calledBy('wei', staged, give)).toBe('floor');
    expect(calledBy('wei', staged, () => {})).toBeNull();
    expect(calledBy('wei', staged, () => staged.give('take-back-floor', { speechId: 'remarks' }))).toBeNull();
  });

  it('not by what happens to others', () => {
    const staged = reporting();
    expect(calledBy('liu', staged, asks('wei'))).toBeNull();
  });
});
