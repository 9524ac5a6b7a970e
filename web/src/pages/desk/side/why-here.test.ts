import { waiting } from '@rostrum/events';
import { describe, expect, it } from 'vitest';
import { reporting } from '../../../meeting/staged.fixture.ts';
import { budgetLeft, whyHere } from './why-here.ts';

/** Wei asks first, then Chen; Wei has spoken for a minute. */
const asked = () =>
  reporting()
    .give('give-floor', { speechId: 's', speakerId: 'wei' })
    .wait(60)
    .give('yield-floor', { speechId: 's' })
    .give('request-floor', { requestId: 'of-wei', speakerId: 'wei' })
    .wait(1)
    .give('request-floor', { requestId: 'of-chen', speakerId: 'chen' });

const reasons = (discipline: string) => {
  const { meeting } = asked().give('set-queue-discipline', { discipline }).view;
  return waiting(meeting).map((request) => ({ speakerId: request.speakerId, ...whyHere(request, meeting) }));
};

describe('why a hand stands where it stands', () => {
  it('is when it was raised, precedence, what was spoken so far, or the hand of the chair', () => {
    expect(reasons('first-come')).toMatchObject([
      { speakerId: 'wei', by: 'asked', at: '2021-05-26T01:01:00.000Z' },
      { speakerId: 'chen', by: 'asked' },
    ]);
    expect(reasons('precedence')).toEqual([
      { speakerId: 'chen', by: 'precedence', number: 1 },
      { speakerId: 'wei', by: 'precedence', number: 3 },
    ]);
    expect(reasons('quiet-first')).toEqual([
      { speakerId: 'chen', by: 'not-spoken' },
      { speakerId: 'wei', by: 'spoken', seconds: 60 },
    ]);
    expect(reasons('chair').map(({ by }) => by)).toEqual(['chair', 'chair']);
  });

  it('is the point of order before all else', () => {
    const staged = asked().give('request-floor', { speakerId: 'liu', kind: 'point-of-order' });
    const [first] = waiting(staged.view.meeting);
    expect(whyHere(first!, staged.view.meeting)).toEqual({ by: 'point-of-order' });
  });

  it('names what is left of the tightest budget of the units one belongs to', () => {
    const at = '2021-05-26T01:05:00.000Z';
    const { meeting } = asked()
      .give('set-unit-budget', { unit: 'CASIC', limitSeconds: 600 })
      .give('set-unit-budget', { unit: 'CASIC / Headquarters', limitSeconds: 30 }).view;
    expect(budgetLeft('chen', meeting, at)).toBe(30);
    expect(budgetLeft('wei', meeting, at)).toBe(540);
    expect(budgetLeft('chen', asked().view.meeting, at)).toBeNull();
  });
});
