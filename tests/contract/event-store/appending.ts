/** What an append promises: an expected revision that holds, all or nothing, exactly what was given. */

import { EventTooLarge, WrongExpectedRevision } from '@rostrum/infra';
import { expect, it } from 'vitest';
import { all, said, saying, texts } from './given.ts';
import type { GivenStore } from './given.ts';

export function appending(given: GivenStore): void {
  it('answers with the revision and the position of the last event', async () => {
    const { store } = given();
    const first = await store.append('meeting-1', saying('a', 'b'), 'none');
    const second = await store.append('meeting-1', saying('c'), 1);
    expect(first.revision).toBe(1);
    expect(second.revision).toBe(2);
    expect(second.position).toBeGreaterThan(first.position);
    const recorded = await all(store.readStream('meeting-1'));
    expect(recorded.map((event) => event.revision)).toEqual([0, 1, 2]);
    expect([recorded[1]!.position, recorded[2]!.position]).toEqual([first.position, second.position]);
  });

  it('gives back exactly what it was given', async () => {
    const { store, reopen } = given();
    const event = {
      ...said('x'),
      data: {
        text: '数字空间 “quoted” \\ \n\t 𠮷 👩‍👩‍👧 \u0000 \ud800',
        number: -0.1e-7,
        large: Number.MAX_SAFE_INTEGER,
        nothing: null,
        list: [[], {}, false],
        键: { deep: [{ er: 1 }] },
      },
    };
    await store.append('meeting-1', [event], 'none');
    const expected = { ...event, stream: 'meeting-1', revision: 0 };
    const [recorded] = await all(store.readStream('meeting-1'));
    expect(recorded).toStrictEqual({ ...expected, position: recorded!.position });
    if (reopen === undefined) return;
    const [again] = await all((await reopen()).readAll());
    expect(again).toStrictEqual(recorded);
  });

  it('keeps what it was given when the caller changes it afterwards', async () => {
    const { store } = given();
    const data = { text: 'before' };
    const append = store.append('meeting-1', [{ ...said(''), data }], 'none');
    data.text = 'after';
    await append;
    expect(await texts(store.readStream('meeting-1'))).toEqual(['before']);
  });

  it.each([
    { already: 0, expected: 0, actual: 'none' },
    { already: 0, expected: 7, actual: 'none' },
    { already: 2, expected: 'none', actual: 1 },
    { already: 2, expected: 0, actual: 1 },
    { already: 2, expected: 2, actual: 1 },
  ] as const)(
    'refuses to append after $expected where the stream has $already events',
    async ({ already, expected, actual }) => {
      const { store } = given();
      if (already > 0) await store.append('meeting-1', saying('a', 'b').slice(0, already), 'none');
      const before = await store.lastPosition();
      const refusal = await store.append('meeting-1', saying('c', 'd'), expected).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(WrongExpectedRevision);
      expect(refusal).toMatchObject({ code: 'store.wrong-expected-revision', stream: 'meeting-1', expected, actual });
      expect(await store.lastPosition()).toBe(before);
      expect(await all(store.readStream('meeting-1'))).toHaveLength(already);
    },
  );

  it('takes "any" for a new stream and for one that has events', async () => {
    const { store } = given();
    expect(await store.append('attendance-1', saying('a'), 'any')).toMatchObject({ revision: 0 });
    expect(await store.append('attendance-1', saying('b', 'c'), 'any')).toMatchObject({ revision: 2 });
    expect(await texts(store.readStream('attendance-1'))).toEqual(['a', 'b', 'c']);
  });

  it('counts revisions in each stream and positions over all of them', async () => {
    const { store } = given();
    const a = await store.append('meeting-a', saying('1'), 'none');
    const b = await store.append('meeting-b', saying('2', '3'), 'none');
    const c = await store.append('meeting-a', saying('4'), 0);
    expect([a.revision, b.revision, c.revision]).toEqual([0, 1, 1]);
    expect(b.position).toBeGreaterThan(a.position);
    expect(c.position).toBeGreaterThan(b.position);
    expect(await store.lastPosition()).toBe(c.position);
    expect(await texts(store.readAll())).toEqual(['1', '2', '3', '4']);
  });

  it('refuses an event that is too large, and the whole append with it, before anything is written', async () => {
    const { store } = given();
    const large = said('x'.repeat(1024 * 1024));
    const refusal = await store.append('meeting-1', [said('small'), large], 'none').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EventTooLarge);
    expect(refusal).toMatchObject({ code: 'store.event-too-large', type: 'Said', maxBytes: 1024 * 1024 });
    expect(await all(store.readAll())).toEqual([]);
  });

  it('counts the size in bytes, not in characters', async () => {
    const { store } = given();
    await store.append('meeting-1', [said('x'.repeat(1024 * 1024 - 1024))], 'none');
    await expect(store.append('meeting-1', [said('空'.repeat(400_000))], 0)).rejects.toBeInstanceOf(EventTooLarge);
  });

  it.each(['', '$deleted', '$all', 'with space', 'line\nbreak', 'ümlaut', 'x'.repeat(201)])(
    'refuses the stream name %j',
    async (name) => {
      const { store } = given();
      await expect(store.append(name, saying('a'), 'any')).rejects.toBeInstanceOf(RangeError);
      await expect(store.deleteStream(name)).rejects.toBeInstanceOf(RangeError);
    },
  );

  it('refuses an append of nothing and an expected revision that is none', async () => {
    const { store } = given();
    await expect(store.append('meeting-1', [], 'any')).rejects.toBeInstanceOf(RangeError);
    for (const expected of [-1, 0.5, Number.NaN]) {
      await expect(store.append('meeting-1', saying('a'), expected)).rejects.toBeInstanceOf(RangeError);
    }
  });

  it('keeps everything acknowledged when it is closed and opened again', async () => {
    const { store, reopen } = given();
    if (reopen === undefined) return;
    const pending = [
      store.append('meeting-1', saying('a', 'b'), 'none'),
      store.append('meeting-2', saying('c'), 'none'),
    ];
    const again = await reopen();
    await Promise.all(pending);
    expect(await texts(again.readAll())).toEqual(['a', 'b', 'c']);
    expect(await again.append('meeting-1', saying('d'), 1)).toMatchObject({ revision: 2 });
    await expect(again.append('meeting-2', saying('e'), 'none')).rejects.toBeInstanceOf(WrongExpectedRevision);
  });

  it('does nothing more once it is closed, and may be closed twice', async () => {
    const { store } = given();
    await store.close();
    await store.close();
    const closed = { code: 'store.closed' };
    await expect(store.append('meeting-1', saying('a'), 'any')).rejects.toMatchObject(closed);
    await expect(store.deleteStream('meeting-1')).rejects.toMatchObject(closed);
    await expect(store.lastPosition()).rejects.toMatchObject(closed);
    await expect(all(store.readAll())).rejects.toMatchObject(closed);
    await expect(all(store.readStream('meeting-1'))).rejects.toMatchObject(closed);
  });
}
