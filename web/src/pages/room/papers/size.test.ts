import { describe, expect, it } from 'vitest';
import { sizeInWords } from './size.ts';

describe('the size of a paper', () => {
  it('is told in the unit that gives a short figure', () => {
    expect([0, 1, 999, 1000, 51_000, 1_234_567, 104_857_600].map((bytes) => sizeInWords('en', bytes))).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '51 kB',
      '1.2 MB',
      '105 MB',
    ]);
  });

  it('never needs a unit beyond the last', () => {
    expect(sizeInWords('en', 5e15)).toBe('5,000,000 GB');
  });
});
