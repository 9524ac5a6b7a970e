/** Retry safety: an append sent again because its answer was lost is answered as the first time and not doubled. */

import { WrongExpectedRevision } from '@rostrum/infra';
import { expect, it } from 'vitest';
import { all, said, saying, texts } from './given.ts';
import type { GivenStore } from './given.ts';

export function retrying(given: GivenStore): void {
  it('answers the same append again as the first time, with nothing written', async () => {
    const { store } = given();
    const [opening, next] = [saying('a', 'b'), saying('c', 'd')];
    const first = await store.append('meeting-1', opening, 'none');
    const second = await store.append('meeting-1', next, 1);
    expect(await store.append('meeting-1', opening, 'none')).toEqual(first);
    expect(await store.append('meeting-1', next, 1)).toEqual(second);
    expect(await texts(store.readAll())).toEqual(['a', 'b', 'c', 'd']);
  });

  it('recognises a retry long after others have appended, and after the store was opened again', async () => {
    const { store, reopen } = given();
    const events = saying('a', 'b');
    const first = await store.append('meeting-1', events, 'none');
    for (let revision = 1; revision < 50; revision++) await store.append('meeting-1', saying('x'), revision);
    const later = reopen === undefined ? store : await reopen();
    expect(await later.append('meeting-1', events, 'none')).toEqual(first);
    expect(await all(later.readStream('meeting-1'))).toHaveLength(51);
  });

  it('recognises a retry that arrives while the first attempt is still under way', async () => {
    const { store } = given();
    const events = saying('a', 'b');
    const [first, second] = await Promise.all([
      store.append('meeting-1', events, 'none'),
      store.append('meeting-1', events, 'none'),
    ]);
    expect(second).toEqual(first);
    expect(await texts(store.readAll())).toEqual(['a', 'b']);
  });

  it('takes it for a conflict where only some of the ids stand there', async () => {
    const { store } = given();
    const [a, b] = saying('a', 'b');
    await store.append('meeting-1', [a!, b!], 'none');
    const conflicts = [[a!, said('other')], [b!, a!], [b!], [a!, b!, said('more')]];
    for (const events of conflicts) {
      await expect(store.append('meeting-1', events, 'none')).rejects.toBeInstanceOf(WrongExpectedRevision);
    }
    expect(await texts(store.readAll())).toEqual(['a', 'b']);
  });

  it('takes the same ids in another stream for another append', async () => {
    const { store } = given();
    const events = saying('a');
    await store.append('meeting-1', events, 'none');
    await store.append('meeting-2', events, 'none');
    expect(await texts(store.readAll())).toEqual(['a', 'a']);
  });

  it('recognises a retry with "any" among the appends of others', async () => {
    const { store, reopen } = given();
    const events = saying('joined', 'waved');
    await store.append('attendance-1', saying('before'), 'any');
    const first = await store.append('attendance-1', events, 'any');
    await store.append('attendance-1', saying('after'), 'any');
    expect(await store.append('attendance-1', events, 'any')).toEqual(first);
    const later = reopen === undefined ? store : await reopen();
    expect(await later.append('attendance-1', events, 'any')).toEqual(first);
    expect(await texts(later.readStream('attendance-1'))).toEqual(['before', 'joined', 'waved', 'after']);
  });
}
