import { describe, expect, it } from 'vitest';
import { cleared, filtersSet, isNarrowed, parametersOf, readChoice } from './choice.ts';

describe('what is chosen', () => {
  it('is every meeting in a list where the address says nothing', () => {
    const choice = readChoice({});
    expect(choice).toMatchObject({ view: 'list', day: null, status: [], q: '' });
    expect(isNarrowed(choice)).toBe(false);
    expect(Object.values(parametersOf(choice)).every((value) => value === null)).toBe(true);
  });

  it('comes back from the address as it was written there', () => {
    const choice = readChoice({
      view: 'month',
      day: '2028-02-29',
      status: 'recess,open',
      form: 'hybrid',
      organisation: '航天 & «فضاء» 🛰️',
      from: '2028-01-01',
      to: '2028-12-31',
      q: '年度 <b>',
    });
    expect(choice.status).toEqual(['open', 'recess']);
    expect(filtersSet(choice)).toBe(5);
    const written = Object.fromEntries(Object.entries(parametersOf(choice)).filter(([, value]) => value !== null));
    expect(readChoice(written as Record<string, string>)).toEqual(choice);
    expect(isNarrowed({ ...choice, ...cleared })).toBe(false);
  });

  it('takes what makes no sense as not said', () => {
    const choice = readChoice({
      view: 'year',
      day: '2026-02-30',
      status: 'lost,',
      form: '',
      from: 'today',
      q: ['a', 'b'],
    });
    expect(choice).toMatchObject({ view: 'list', day: null, status: [], form: [], from: '', q: 'a' });
  });
});
