import { describe, expect, it } from 'vitest';
import { Ledger, reviveLedgers } from './ledger.ts';

const numbers = (count: number): Ledger<number> =>
  Ledger.from(Array.from({ length: count }, (_unused, number) => [`key-${number}`, number] as const));

describe('A ledger', () => {
  it('keeps its entries in the order in which their keys were first set', () => {
    const ledger = numbers(3).set('key-0', 10).set('key-3', 3);
    expect(ledger.keys()).toEqual(['key-0', 'key-1', 'key-2', 'key-3']);
    expect(ledger.values()).toEqual([10, 1, 2, 3]);
    expect([...ledger]).toEqual([10, 1, 2, 3]);
    expect(ledger.indexOf('key-2')).toBe(2);
    expect(ledger.indexOf('key-4')).toBe(-1);
  });

  it.each([0, 1, 31, 32, 33, 1023, 1024, 1025, 33_000])('holds %i entries', (count) => {
    const ledger = numbers(count);
    expect(ledger.size).toBe(count);
    expect(ledger.values()).toEqual(Array.from({ length: count }, (_unused, number) => number));
    expect(ledger.at(count)).toBeUndefined();
    expect(ledger.get(`key-${count - 1}`)).toBe(count === 0 ? undefined : count - 1);
  });

  it('leaves every earlier version as it was', () => {
    const earlier = numbers(40);
    const later = earlier.set('key-5', -5).set('key-40', 40);
    expect(earlier.get('key-5')).toBe(5);
    expect(earlier.has('key-40')).toBe(false);
    expect(later.get('key-5')).toBe(-5);
  });

  it('branches: two futures of one version know nothing of each other', () => {
    const trunk = numbers(33);
    const one = trunk.set('one', 1).set('both', 1);
    const two = trunk.set('two', 2).set('both', 2);
    expect(one.keys().slice(33)).toEqual(['one', 'both']);
    expect(two.keys().slice(33)).toEqual(['two', 'both']);
    expect([one.get('both'), two.get('both')]).toEqual([1, 2]);
    expect([one.has('two'), two.has('one'), trunk.has('both')]).toEqual([false, false, false]);
  });

  it('may be folded again from an earlier version, with the same keys or with others', () => {
    const trunk = numbers(33);
    const first = trunk.set('a', 1).set('b', 2);
    const again = trunk.set('a', 10).set('c', 3);
    expect([first.get('a'), first.get('b'), first.has('c')]).toEqual([1, 2, false]);
    expect([again.get('a'), again.get('c'), again.has('b')]).toEqual([10, 3, false]);
    expect(first.set('d', 4).keys().slice(33)).toEqual(['a', 'b', 'd']);
    expect(again.set('d', 5).keys().slice(33)).toEqual(['a', 'c', 'd']);
  });

  it('changes what is there and nothing else', () => {
    const ledger = numbers(2);
    expect(ledger.change('key-1', (number) => number + 1).values()).toEqual([0, 2]);
    expect(ledger.change('unknown', () => 9)).toBe(ledger);
  });

  it('goes through JSON and comes back', () => {
    const ledger = Ledger.from([['a', { inner: numbers(2) }]]);
    const revived = JSON.parse(JSON.stringify({ ledger }), reviveLedgers) as { ledger: typeof ledger };
    expect(revived.ledger.get('a')?.inner.values()).toEqual([0, 1]);
    expect(revived.ledger.keys()).toEqual(['a']);
  });
});
