import { describe, expect, it } from 'vitest';
import { convened, reporting } from '../../../meeting/staged.fixture.ts';
import { limitFor, speakingTimeOf } from './speaking-time.ts';

describe('the speaking time of the next speaker', () => {
  const { meeting } = reporting().view;

  it('is what is chosen, in seconds', () => {
    expect(limitFor(5, 'chen', meeting)).toBe(300);
    expect(limitFor('none', 'wei', meeting)).toBeNull();
  });

  it('is, as planned, that of the item for those who present it, and no limit for others', () => {
    expect(limitFor('planned', 'wei', meeting)).toBe(35 * 60);
    expect(limitFor('planned', 'chen', meeting)).toBeNull();
    expect(limitFor('planned', 'wei', convened().view.meeting)).toBeNull();
  });

  it('is read from the list', () => {
    expect(['planned', 'none', '10'].map(speakingTimeOf)).toEqual(['planned', 'none', 10]);
  });
});
