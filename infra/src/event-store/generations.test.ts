import { expect, it } from 'vitest';
import { Generations } from './generations.ts';

it('holds the latest entries, at most twice its limit, and keeps what is asked for', () => {
  const cache = new Generations<number, string>(10);
  for (let key = 0; key < 1000; key++) {
    cache.set(key, `value ${key}`);
    expect(cache.get(0)).toBe('value 0');
  }
  const held = Array.from({ length: 1000 }, (_, key) => key).filter((key) => cache.get(key) !== undefined);
  expect(held.length).toBeGreaterThanOrEqual(10);
  expect(held.length).toBeLessThanOrEqual(20);
  expect(held).toContain(999);
  cache.clear();
  expect(cache.get(999)).toBeUndefined();
  expect(cache.get(0)).toBeUndefined();
});

it('gives the newest value of a key', () => {
  const cache = new Generations<string, number>(2);
  cache.set('a', 1);
  cache.set('b', 2);
  cache.set('c', 3);
  cache.set('a', 4);
  expect(cache.get('a')).toBe(4);
});
