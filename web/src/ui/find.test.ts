import { describe, expect, it } from 'vitest';
import { find } from './find.ts';

const names = [
  { label: 'Wei Yiyin', note: 'CASIC' },
  { label: 'Second Academy', note: 'CASIC / Second-level units' },
  { label: 'Müller Second', note: 'Headquarters' },
  { label: '刘石泉', note: '中国航天科工集团', words: 'Liu Shiquan' },
];
const labels = (typed: string, limit = 9) => find(names, typed, limit).map(({ label }) => label);

describe('finding by typing', () => {
  it('gives everything in its order for nothing', () => {
    expect(labels('  ')).toEqual(names.map(({ label }) => label));
  });

  it('puts what begins with it before what has it somewhere', () => {
    expect(labels('second')).toEqual(['Second Academy', 'Müller Second']);
  });

  it('looks into notes and other words, whatever the marks and the size of letters', () => {
    expect(labels('MULL')).toEqual(['Müller Second']);
    expect(labels('casic')).toEqual(['Wei Yiyin', 'Second Academy']);
    expect(labels('liu')).toEqual(['刘石泉']);
    expect(labels('石泉')).toEqual(['刘石泉']);
  });

  it('wants every word, in any order', () => {
    expect(labels('academy units')).toEqual(['Second Academy']);
    expect(labels('academy headquarters')).toEqual([]);
  });

  it('stops at the limit', () => {
    expect(labels('', 2)).toHaveLength(2);
  });
});
