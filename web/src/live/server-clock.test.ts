import { describe, expect, it } from 'vitest';
import { createServerClock } from './server-clock.ts';

const at = (milliseconds: number) => new Date(milliseconds).toISOString();

function clockAt(start: number) {
  let elapsed = start;
  return {
    clock: createServerClock(
      () => elapsed,
      () => 0,
    ),
    pass: (milliseconds: number) => (elapsed += milliseconds),
  };
}

describe('the server’s clock', () => {
  it('runs on from a stamp, whatever the device’s own clock says', () => {
    const { clock, pass } = clockAt(123);
    clock.notice(at(1_000_000), true);
    pass(1500);
    expect(clock.now()).toBe(1_001_500);
  });

  it('believes the stamp that came with the least delay', () => {
    const { clock, pass } = clockAt(0);
    clock.notice(at(999_400), true);
    pass(1000);
    clock.notice(at(1_000_900));
    expect(clock.now()).toBe(1_000_900);
    pass(1000);
    clock.notice(at(1_001_000));
    expect(clock.now()).toBe(1_001_900);
  });

  it('is not moved by what was recorded long ago', () => {
    const { clock } = clockAt(0);
    clock.notice(at(500_000));
    expect(clock.now()).toBe(0);
    clock.notice(at(1_000_000), true);
    clock.notice(at(500_000));
    expect(clock.now()).toBe(1_000_000);
  });

  it('follows where the server’s clock was set back, and where this machine slept', () => {
    const { clock } = clockAt(0);
    clock.notice(at(1_000_000), true);
    clock.notice(at(990_000), true);
    expect(clock.now()).toBe(990_000);
    clock.notice(at(1_300_000), true);
    expect(clock.now()).toBe(1_300_000);
  });

  it('does not jump for the coarse stamp of a reconnection', () => {
    const { clock } = clockAt(0);
    clock.notice(at(1_000_700), true);
    clock.notice('Thu, 01 Jan 1970 00:16:40 GMT', true);
    expect(clock.now()).toBe(1_000_700);
  });
});
