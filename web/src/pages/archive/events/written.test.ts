import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptAround, writtenIn } from './written.ts';

describe('what was written in an event', () => {
  it('is its texts, however deep, without ids, instants and digests', () => {
    const data = {
      directiveId: 'd1',
      addressedTo: ['CASIC / Second Academy'],
      text: 'Survey the pipes',
      at: '2021-05-26T01:00:00Z',
      dueAt: '2021-06-01T00:00:00Z',
      sha256: 'ab',
      recipients: [{ name: '刘石泉', rosterId: 'liu' }],
      count: 3,
      none: null,
    };
    expect(writtenIn(data)).toBe('CASIC / Second Academy · Survey the pipes · 刘石泉');
  });
});

describe('the piece around what was found', () => {
  const long = `${'before '.repeat(20)}the Reservoirs are full${' after'.repeat(20)}`;

  it('has the word with a few letters on either side', () => {
    const excerpt = excerptAround(long, 'reservoirs');
    expect(excerpt).toMatch(/^….*the Reservoirs are full.*…$/);
    expect(excerpt.length).toBeLessThan(100);
  });

  it('is the whole of a short text, and nothing where nothing was found', () => {
    expect(excerptAround('水库已满', '水库')).toBe('水库已满');
    expect(excerptAround(long, 'drought')).toBe('');
    expect(excerptAround(long, '  ')).toBe('');
  });

  it('breaks no sign in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.nat(190), (text, from) => {
        expect(excerptAround(text, text.slice(from, from + 2)).isWellFormed()).toBe(true);
      }),
    );
  });
});
