import { describe, expect, it } from 'vitest';
import { windowAround } from './agenda-window.ts';

describe('the items shown of an agenda', () => {
  it('are all of a short one', () => {
    expect(windowAround(9, 5)).toEqual({ from: 0, to: 9 });
    expect(windowAround(0, -1)).toEqual({ from: 0, to: 0 });
  });

  it('are those around the one that is on, of a long one', () => {
    expect(windowAround(80, 40)).toEqual({ from: 37, to: 49 });
    expect(windowAround(80, -1)).toEqual({ from: 0, to: 12 });
    expect(windowAround(80, 79)).toEqual({ from: 68, to: 80 });
  });
});
