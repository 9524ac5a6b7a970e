import { describe, expect, it } from 'vitest';
import { timeline } from '@rostrum/projections';
import { convened, reporting } from '../../../meeting/staged.fixture.ts';
import type { Staged } from '../../../meeting/staged.fixture.ts';
import { sittingOf } from './sitting.ts';

const clock = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16);
const drawn = ({ view, now }: Staged) => {
  const { from, to } = sittingOf(view, timeline(view, new Date(now).toISOString()), now);
  return `${clock(from)}–${clock(to)}`;
};

describe('the time that a meeting sat', () => {
  it('is as planned until it is opened', () => {
    expect(drawn(convened())).toBe('09:00–11:50');
  });

  it('reaches to the planned end while it runs, and beyond once it is late', () => {
    expect(drawn(reporting().wait(3600))).toBe('09:00–11:50');
    expect(drawn(reporting().wait(4 * 3600))).toBe('09:00–13:00');
  });

  it('leaves the plan out where the meeting was held at another time altogether', () => {
    const late = convened().wait(26 * 3600);
    late.give('open-meeting', {}).wait(1800);
    expect(drawn(late)).toBe('11:00–11:30');
  });
});
