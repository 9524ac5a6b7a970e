import { describe, expect, it } from 'vitest';
import { percentTyped } from './percent.ts';

describe('how far a directive has come, as typed', () => {
  it('is a whole number from 0 to 100, with or without its sign', () => {
    expect(['0', ' 40 ', '40 %', '100％'].map(percentTyped)).toEqual([0, 40, 40, 100]);
  });

  it('may be left out', () => {
    expect(['', '  ', '%'].map(percentTyped)).toEqual([null, null, null]);
  });

  it('is nothing else', () => {
    expect(['101', '-1', '4.5', 'half', '1e2'].map(percentTyped)).toEqual(Array(5).fill(undefined));
  });
});
