import { offeredStep } from '@rostrum/projections';
import { describe, expect, it } from 'vitest';
import { convened, reporting } from '../../../meeting/staged.fixture.ts';
import type { Staged } from '../../../meeting/staged.fixture.ts';
import { isWhole } from './desk-step.ts';

const stepOf = (staged: Staged) => offeredStep(staged.view, new Date(staged.now).toISOString());

describe('the next step on the desk', () => {
  it('is what the record suggests', () => {
    expect(stepOf(reporting())).toMatchObject({ command: 'give-floor', reason: 'presenter-to-speak', when: false });
    expect(isWhole(stepOf(reporting())!)).toBe(true);
  });

  it('is the end of a speech, once the speaker has finished', () => {
    const speaking = reporting().give('give-floor', { speechId: 's', speakerId: 'wei' });
    expect(stepOf(speaking)).toMatchObject({
      command: 'yield-floor',
      data: { speechId: 's' },
      reason: 'speech-running',
      when: true,
    });
  });

  it('is the count, while hands are up', () => {
    const voting = reporting()
      .give('put-motion', { motionId: 'm', title: 'M', text: 'Adopt it', moverId: 'wei' })
      .give('open-vote', { motionId: 'm' });
    expect(stepOf(voting)).toMatchObject({ command: 'record-hands', data: { motionId: 'm' }, when: true });
    expect(isWhole(stepOf(voting)!)).toBe(false);
    voting.give('record-hands', { motionId: 'm', for: 2, against: 0, abstain: 0 });
    expect(stepOf(voting)).toMatchObject({ command: 'close-vote', when: false });
  });

  it('asks for a reason where the quorum is short', () => {
    const short = convened().give('revise-meeting', { quorum: 30 });
    expect(stepOf(short)).toMatchObject({ command: 'open-meeting', reason: 'quorum-short', facts: { quorum: 30 } });
    expect(isWhole(stepOf(short)!)).toBe(false);
  });

  it('is nothing once everything is done', () => {
    const cancelled = convened().give('cancel-meeting', { reason: 'Moved' });
    expect(stepOf(cancelled)).toBeNull();
  });
});
