import { describe, expect, it } from 'vitest';
import { persist } from './lazy-page.ts';

const quick = { firstWait: 1, longestWait: 2 };

describe('fetching a page', () => {
  it('asks again while the server is out of reach, until it arrives', async () => {
    let asked = 0;
    const load = () => (++asked < 6 ? Promise.reject(new Error('no network')) : Promise.resolve('the page'));
    await expect(persist(load, { reachable: () => Promise.resolve(false), ...quick })).resolves.toBe('the page');
    expect(asked).toBe(6);
  });

  it('gives up where the server answers and the page is not there, and says why', async () => {
    let asked = 0;
    const load = () => Promise.reject(new Error(`attempt ${++asked}`));
    await expect(persist(load, { reachable: () => Promise.resolve(true), ...quick })).rejects.toThrow(/attempt 2/);
  });
});
