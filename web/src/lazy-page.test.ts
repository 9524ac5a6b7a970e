import { describe, expect, it } from 'vitest';
import { persist } from './lazy-page.ts';

describe('fetching a page', () => {
  it('asks again until it arrives', async () => {
    let asked = 0;
    const page = await persist(
      () => (++asked < 3 ? Promise.reject(new Error('no network')) : Promise.resolve('the page')),
      [1, 1, 1],
    );
    expect(page).toBe('the page');
    expect(asked).toBe(3);
  });

  it('gives up after the last attempt, and says why', async () => {
    let asked = 0;
    await expect(persist(() => Promise.reject(new Error(`attempt ${++asked}`)), [1, 1])).rejects.toThrow('attempt 3');
  });
});
