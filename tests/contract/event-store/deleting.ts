/** What deleting a stream promises: its events are gone, everything else stays, and whoever derived from it is told. */

import { DELETIONS, STREAM_DELETED, WrongExpectedRevision } from '@rostrum/infra';
import type { EventStore } from '@rostrum/infra';
import { expect, it } from 'vitest';
import { all, caughtUp, follow, positionsOf, said, saying, texts } from './given.ts';
import type { GivenStore } from './given.ts';

export function deleting(given: GivenStore): void {
  it('reads a deleted stream as empty and leaves the others as they were', async () => {
    const { store, reopen } = given();
    await store.append('contact-1', saying('a@example.org'), 'none');
    await store.append('meeting-1', saying('x', 'y'), 'none');
    await store.append('contact-1', saying('+86 10'), 0);
    await store.append('meeting-1', saying('z'), 1);
    const others = await all(store.readStream('meeting-1'));
    await store.deleteStream('contact-1');
    const isAsItShould = async (current: EventStore): Promise<void> => {
      expect(await all(current.readStream('contact-1'))).toEqual([]);
      expect(await all(current.readStream('contact-1', { direction: 'backwards' }))).toEqual([]);
      expect(await all(current.readStream('meeting-1'))).toEqual(others);
      expect(await texts(current.readAll())).toEqual(['x', 'y', 'z', 'deleted contact-1']);
    };
    await isAsItShould(store);
    if (reopen !== undefined) await isAsItShould(await reopen());
  });

  it('records the deletion for those who derived something from the stream', async () => {
    const { store } = given();
    await store.append('contact-1', saying('a'), 'none');
    const before = await store.lastPosition();
    await store.deleteStream('contact-1');
    const [deletion, ...more] = await all(store.readAll({ after: before }));
    expect(more).toEqual([]);
    expect(deletion).toMatchObject({
      stream: DELETIONS,
      type: STREAM_DELETED,
      data: { stream: 'contact-1', at: expect.any(String) as string },
      metadata: { actor: { kind: 'system', id: 'event-store' }, command: 'delete-stream' },
    });
    expect(await store.lastPosition()).toBe(deletion!.position);
  });

  it('tells subscribers of the deleted stream and those of everything, but not those of other streams', async () => {
    const { store } = given();
    await store.append('contact-1', saying('a'), 'none');
    await store.append('meeting-1', saying('b'), 'none');
    const choices = [{}, { prefixes: ['contact-'] }, { prefixes: ['meeting-'] }];
    const live = choices.map((choice) => follow(store, { after: 'start', ...choice }));
    await store.deleteStream('contact-1');
    const seen = await Promise.all(live.map((follower) => follower.upTo(store)));
    expect(seen.map((events) => events.map((event) => `${event.stream} ${event.type}`))).toEqual([
      ['contact-1 Said', 'meeting-1 Said', '$deleted $streamDeleted'],
      ['contact-1 Said', '$deleted $streamDeleted'],
      ['meeting-1 Said'],
    ]);
    const past = await Promise.all(choices.map((choice) => caughtUp(store, { after: 'start', ...choice })));
    expect(past.map(({ events }) => events.map((event) => `${event.stream} ${event.type}`))).toEqual([
      ['meeting-1 Said', '$deleted $streamDeleted'],
      ['$deleted $streamDeleted'],
      ['meeting-1 Said'],
    ]);
  });

  it('does not deliver what was deleted to a subscriber who had not come to it yet', async () => {
    const { store } = given();
    const end = new AbortController();
    const subscription = store.subscribe({ after: 'end', signal: end.signal })[Symbol.asyncIterator]();
    await subscription.next();
    await store.append('contact-1', saying('secret'), 'none');
    const live = subscription.next();
    await store.deleteStream('contact-1');
    await live;
    const late = await caughtUp(store, { after: 'start' });
    expect(late.events.map((event) => event.type)).toEqual([STREAM_DELETED]);
    end.abort();
  });

  it('may be written again, and its revisions go on after those deleted', async () => {
    const { store, reopen } = given();
    await store.append('contact-1', saying('a', 'b'), 'none');
    await store.deleteStream('contact-1');
    await expect(store.append('contact-1', saying('c'), 1)).rejects.toMatchObject({ actual: 'none' });
    const { revision } = await store.append('contact-1', saying('c'), 'none');
    expect(revision).toBeGreaterThan(1);
    await expect(store.append('contact-1', saying('d'), 'none')).rejects.toBeInstanceOf(WrongExpectedRevision);
    const later = reopen === undefined ? store : await reopen();
    expect(await later.append('contact-1', saying('d'), revision)).toMatchObject({ revision: revision + 1 });
    expect(await texts(later.readStream('contact-1'))).toEqual(['c', 'd']);
    expect(await texts(later.readStream('contact-1', { from: 0, limit: 1 }))).toEqual(['c']);
    expect(await texts(later.readStream('contact-1', { direction: 'backwards' }))).toEqual(['d', 'c']);
  });

  it('can be deleted again after it was written again', async () => {
    const { store } = given();
    let before = -1;
    for (const text of ['a', 'b', 'c']) {
      const { revision } = await store.append('contact-1', saying(text), 'none');
      expect(revision).toBeGreaterThan(before);
      before = revision;
      await store.deleteStream('contact-1');
    }
    expect(await texts(store.readAll())).toEqual(Array(3).fill('deleted contact-1'));
    expect((await store.append('contact-1', saying('d'), 'any')).revision).toBeGreaterThan(before);
  });

  it('does nothing where there is nothing to delete', async () => {
    const { store } = given();
    await store.deleteStream('contact-1');
    await store.append('contact-1', saying('a'), 'none');
    await store.deleteStream('contact-1');
    const before = await store.lastPosition();
    await store.deleteStream('contact-1');
    expect(await store.lastPosition()).toBe(before);
  });

  it('never gives a position a second time', async () => {
    const { store, reopen } = given();
    const deleted = await store.append('contact-1', saying('a', 'b', 'c'), 'none');
    await store.deleteStream('contact-1');
    const later = reopen === undefined ? store : await reopen();
    await later.append('contact-2', saying('d'), 'none');
    const positions = positionsOf(await all(later.readAll()));
    expect(positions.every((position) => position > deleted.position)).toBe(true);
    expect(new Set(positions).size).toBe(positions.length);
  });

  it('keeps its place after the appends that came before it and before those that came after', async () => {
    const { store } = given();
    const before = store.append('contact-1', saying('a'), 'none');
    const deletion = store.deleteStream('contact-1');
    const after = store.append('contact-1', [said('b')], 'none');
    expect(await before).toMatchObject({ revision: 0 });
    await deletion;
    expect((await after).revision).toBeGreaterThan(0);
    expect(await texts(store.readAll())).toEqual(['deleted contact-1', 'b']);
  });
}
