/** Deleting streams in EventStoreDB: hidden from everybody at once, gone from the server after its next scavenge. */

import { describe, expect, it } from 'vitest';
import type { EventStore } from '@rostrum/infra';
import type { Log } from '../../eventstoredb/log.ts';
import { all, caughtUp, follow, saying, textOf, texts } from '../event-store/given.ts';
import { givenStore, openOn } from './given.ts';

/** Whether a text stands anywhere in the log of the server. */
const stands = (log: Log, text: string): boolean => log.all.some(({ data }) => Buffer.from(data).includes(text));

async function everythingIn(store: EventStore): Promise<string[][]> {
  return [
    await texts(store.readAll()),
    (await caughtUp(store, { after: 'start' })).events.map(textOf),
    (await caughtUp(store, { after: 'start', prefixes: ['contact-', 'meeting-'] })).events.map(textOf),
    await texts(store.readStream('contact-1')),
    await texts(store.readStream('contact-1', { direction: 'backwards' })),
  ];
}

describe('a stream deleted in EventStoreDB', () => {
  it('is hidden before and after the server’s scavenge, on every node, and its text is gone after it', async () => {
    const { server, store } = await givenStore();
    const other = await openOn(server.url);
    await store.append('contact-1', saying('a@example.org'), 'none');
    await store.append('meeting-1', saying('x'), 'none');
    await store.append('contact-1', saying('+86 10'), 0);
    await store.deleteStream('contact-1');
    const rest = ['x', 'deleted contact-1'];
    for (const node of [store, other, await openOn(server.url)]) {
      expect(await everythingIn(node)).toEqual([rest, rest, rest, [], []]);
    }
    expect(stands(server.log, 'a@example.org')).toBe(true);
    server.scavenge();
    for (const text of ['a@example.org', '+86 10']) expect(stands(server.log, text)).toBe(false);
    for (const node of [store, other, await openOn(server.url)]) {
      expect(await everythingIn(node)).toEqual([rest, rest, rest, [], []]);
    }
    await other.append('contact-1', saying('b@example.org'), 'none');
    expect(await texts(store.readStream('contact-1'))).toEqual(['b@example.org']);
    server.scavenge();
    expect(await everythingIn(await openOn(server.url))).toEqual([
      [...rest, 'b@example.org'],
      [...rest, 'b@example.org'],
      [...rest, 'b@example.org'],
      ['b@example.org'],
      ['b@example.org'],
    ]);
  });

  it('takes no append that rests on what it held, on whichever node', async () => {
    const { server, store } = await givenStore();
    const other = await openOn(server.url);
    await other.append('contact-1', saying('a', 'b'), 'none');
    await store.deleteStream('contact-1');
    await expect(other.append('contact-1', saying('c'), 1)).rejects.toMatchObject({ actual: 'none' });
    await expect(store.append('contact-1', saying('c'), 1)).rejects.toMatchObject({ actual: 'none' });
    expect(await other.append('contact-1', saying('c'), 'none')).toMatchObject({ revision: 3 });
  });

  it.each(['append', 'delete'] as const)(
    'is deleted once however often the server breaks off on the way: %s',
    async (operation) => {
      const { server, store } = await givenStore({ deadlineMs: 300 });
      await store.append('contact-1', saying('a@example.org'), 'none');
      await store.append('meeting-1', saying('x'), 'none');
      for (const fault of ['lose-reply', 'silence', 'drop', 'drop-after'] as const) {
        server.faults.next(operation, fault);
        await store.deleteStream('contact-1').catch(() => undefined);
      }
      server.faults.clear();
      await store.deleteStream('contact-1');
      expect(await texts(store.readAll())).toEqual(['x', 'deleted contact-1']);
      server.scavenge();
      expect(stands(server.log, 'a@example.org')).toBe(false);
    },
    30_000,
  );

  it('is deleted to the end by whoever meets it where the one who deleted it is gone', async () => {
    const { server, store } = await givenStore({ deadlineMs: 300 });
    const other = await openOn(server.url);
    await other.append('contact-1', saying('a@example.org'), 'none');
    // The stream is ended; the deletion is not recorded.
    server.faults.next('append', {}, 'silence');
    await expect(store.deleteStream('contact-1')).rejects.toMatchObject({ code: 'store.outcome-unknown' });
    await expect(other.append('contact-1', saying('b'), 0)).rejects.toMatchObject({ actual: 'none' });
    expect(await texts(other.readAll())).toEqual(['deleted contact-1']);
    await other.append('contact-2', saying('c@example.org'), 'none');
    server.faults.next('append', {}, 'silence');
    await expect(store.deleteStream('contact-2')).rejects.toMatchObject({ code: 'store.outcome-unknown' });
    expect(await other.append('contact-2', saying('d'), 'none')).toMatchObject({ revision: 2 });
    expect(await texts(other.readAll())).toEqual(['deleted contact-1', 'deleted contact-2', 'd']);
    server.scavenge();
    for (const text of ['a@example.org', 'c@example.org']) expect(stands(server.log, text)).toBe(false);
  });

  it('keeps what another node appends while it is deleted', async () => {
    const { server, store } = await givenStore();
    const other = await openOn(server.url);
    for (let round = 0; round < 20; round++) {
      const stream = `contact-${round}`;
      await store.append(stream, saying('before'), 'none');
      const [, { revision }] = await Promise.all([
        store.deleteStream(stream),
        other.append(stream, saying('meanwhile'), 'any'),
      ]);
      const standing = await all(other.readStream(stream));
      // Either it came before the end and was deleted with the rest, or it came after it and stays.
      expect(standing.map((event) => event.revision)).toEqual(revision === 1 ? [] : [revision]);
    }
  });

  it('is told to those who follow, as it happens on another node', async () => {
    const { server, store } = await givenStore();
    const other = await openOn(server.url);
    await store.append('contact-1', saying('a'), 'none');
    const live = follow(other, { after: 'end', prefixes: ['contact-'] });
    await store.deleteStream('contact-1');
    expect((await live.upTo(store)).map(textOf)).toEqual(['deleted contact-1']);
    expect(other.foreignEvents).toBe(0);
  });
});
