/** What reading promises: whole streams and the whole store in order, in pages, in either direction. */

import { expect, it } from 'vitest';
import { all, saying, textOf, texts } from './given.ts';
import type { GivenStore } from './given.ts';

const counting = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));

export function reading(given: GivenStore): void {
  it('gives no page for an unknown stream and for an empty store', async () => {
    const { store } = given();
    expect(await all(store.readStream('meeting-1'))).toEqual([]);
    expect(await all(store.readStream('meeting-1', { direction: 'backwards' }))).toEqual([]);
    expect(await all(store.readAll())).toEqual([]);
    expect(await store.lastPosition()).toBe(0n);
  });

  it('reads a stream forwards and backwards, from a revision and up to a limit', async () => {
    const { store } = given();
    await store.append('meeting-1', saying(...counting(10)), 'none');
    const read = (options: Parameters<typeof store.readStream>[1]) => texts(store.readStream('meeting-1', options));
    expect(await read({})).toEqual(counting(10));
    expect(await read({ from: 7 })).toEqual(['7', '8', '9']);
    expect(await read({ from: 3, limit: 2 })).toEqual(['3', '4']);
    expect(await read({ from: 10 })).toEqual([]);
    expect(await read({ direction: 'backwards' })).toEqual(counting(10).toReversed());
    expect(await read({ direction: 'backwards', limit: 1 })).toEqual(['9']);
    expect(await read({ direction: 'backwards', from: 2 })).toEqual(['2', '1', '0']);
    expect(await read({ direction: 'backwards', from: 99, limit: 2 })).toEqual(['9', '8']);
  });

  it('reads long streams and the whole store in pages that join without a gap', async () => {
    const { store } = given();
    const words = counting(1500);
    await Promise.all([
      store.append('meeting-1', saying(...words), 'none'),
      store.append('meeting-2', saying(...words), 'none'),
    ]);
    expect(await texts(store.readStream('meeting-1'))).toEqual(words);
    expect(await texts(store.readStream('meeting-2', { direction: 'backwards' }))).toEqual(words.toReversed());
    expect(await texts(store.readStream('meeting-1', { limit: 700 }))).toEqual(words.slice(0, 700));
    expect(await texts(store.readStream('meeting-1', { direction: 'backwards', limit: 700 }))).toEqual(
      words.slice(800).toReversed(),
    );
    const pages: number[] = [];
    for await (const page of store.readAll()) pages.push(page.length);
    expect(pages.length).toBeGreaterThan(1);
    expect(Math.min(...pages)).toBeGreaterThan(0);
    expect(await texts(store.readAll())).toEqual([...words, ...words]);
  });

  it('reads everything after a position and up to a limit', async () => {
    const { store } = given();
    for (const text of counting(5)) await store.append(`meeting-${text}`, saying(text), 'none');
    const [, second] = await all(store.readAll());
    expect(await texts(store.readAll({ after: second!.position }))).toEqual(['2', '3', '4']);
    expect(await texts(store.readAll({ after: second!.position, limit: 1 }))).toEqual(['2']);
    expect(await texts(store.readAll({ after: await store.lastPosition() }))).toEqual([]);
    expect(await texts(store.readAll({ after: 2n ** 62n }))).toEqual([]);
  });

  it('ends where the store ended when reading began, however much is appended meanwhile', async () => {
    const { store } = given();
    await store.append('meeting-1', saying(...counting(600)), 'none');
    let revision = 599;
    const seen: string[] = [];
    for await (const page of store.readStream('meeting-1')) {
      seen.push(...page.map(textOf));
      ({ revision } = await store.append('meeting-1', saying('late'), revision));
    }
    expect(seen).toEqual(counting(600));
    const before = revision + 1;
    const everything: string[] = [];
    for await (const page of store.readAll()) {
      everything.push(...page.map(textOf));
      ({ revision } = await store.append('meeting-1', saying('late'), revision));
    }
    expect(everything).toHaveLength(before);
  });

  it('can be left in the middle', async () => {
    const { store } = given();
    await store.append('meeting-1', saying(...counting(600)), 'none');
    for await (const page of store.readAll()) {
      expect(page[0]!.revision).toBe(0);
      break;
    }
    expect(await all(store.readAll())).toHaveLength(600);
  });

  it('refuses limits and revisions that are none', async () => {
    const { store } = given();
    for (const limit of [0, -1, 1.5]) {
      await expect(all(store.readAll({ limit }))).rejects.toBeInstanceOf(RangeError);
      await expect(all(store.readStream('meeting-1', { limit }))).rejects.toBeInstanceOf(RangeError);
    }
    await expect(all(store.readStream('meeting-1', { from: -1 }))).rejects.toBeInstanceOf(RangeError);
  });
}
