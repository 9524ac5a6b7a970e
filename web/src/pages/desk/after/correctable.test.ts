import { describe, expect, it } from 'vitest';
import { correctableIn } from './correctable.ts';

const summarized = {
  speechId: 's',
  points: ['Forty units', 'The second begins in June'],
  at: '2021-05-26T01:00:00.000Z',
};

describe('what can be corrected', () => {
  it('are the values of an event by their paths', () => {
    expect(correctableIn(summarized)).toEqual([
      { path: 'points[0]', value: 'Forty units' },
      { path: 'points[1]', value: 'The second begins in June' },
    ]);
    expect(correctableIn({ recipients: [{ name: 'Wei', unit: null }], for: 41 })).toEqual([
      { path: 'recipients[0].name', value: 'Wei' },
      { path: 'for', value: '41' },
    ]);
  });

  it('is nothing where an event only names others', () => {
    expect(correctableIn({ speechId: 's', at: '2021-05-26T01:00:00.000Z' })).toEqual([]);
  });
});
