import { describe, expect, it } from 'vitest';
import { speechClock } from './speech-clock.ts';
import { reporting } from './staged.fixture.ts';

const speaking = (limitSeconds: number | null = 300) =>
  reporting().give('give-floor', { speechId: 's', speakerId: 'wei', limitSeconds });
const clockOf = (staged: ReturnType<typeof speaking>) => speechClock(staged.view.meeting.floor.speech!, staged.now);

describe('the clock of a speech', () => {
  it('counts up against its limit', () => {
    expect(clockOf(speaking().wait(61))).toMatchObject({ spoken: 61, limit: 300, left: 239, state: 'running' });
  });

  it('tells the last minute, and by how much the time is up', () => {
    expect(clockOf(speaking().wait(240))).toMatchObject({ left: 60, state: 'ending' });
    expect(clockOf(speaking().wait(342))).toMatchObject({ left: -42, state: 'over' });
  });

  it('stands still during an interposed question', () => {
    const staged = speaking().wait(60).give('pause-floor', { speechId: 's' }).wait(25);
    expect(clockOf(staged)).toMatchObject({ spoken: 60, pausedFor: 25, state: 'paused' });
  });

  it('has nothing left and nothing over without a limit', () => {
    expect(clockOf(speaking(null).wait(9000))).toMatchObject({
      limit: null,
      left: null,
      state: 'running',
      nextLimit: null,
    });
  });

  it('offers two minutes more, from the limit or, once that is passed, from now', () => {
    expect(clockOf(speaking().wait(10)).nextLimit).toBe(420);
    expect(clockOf(speaking().wait(310)).nextLimit).toBe(360 + 120);
  });
});
