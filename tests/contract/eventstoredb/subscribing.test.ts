/** Subscriptions on EventStoreDB when the connection breaks, goes silent or is refused: no gap, no double, in order. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '@rostrum/events';
import { StoreUnavailable } from '@rostrum/infra';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../eventstoredb/faults.ts';
import { all, caughtUp, follow, said, saying, textOf, texts } from '../event-store/given.ts';
import { givenServer, givenStore, openOn } from './given.ts';

const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => String(from + index));

describe('a subscription on EventStoreDB', () => {
  it('goes on after the last event where it breaks off in the middle', async () => {
    const server = await givenServer();
    server.faults.next('subscribe', { breakAfter: 3 }, { breakAfter: 2 }, 'drop', 'unavailable', 'not-leader');
    const store = await openOn(server.url);
    const live = follow(store, { after: 'start' });
    for (const text of numbered(0, 12)) await store.append('meeting-1', saying(text), 'any');
    expect((await live.upTo(store)).map(textOf)).toEqual(numbered(0, 12));
  });

  it('goes on where the past breaks off in the middle', async () => {
    const { server, store } = await givenStore();
    await store.append('meeting-1', saying(...numbered(0, 700)), 'none');
    const later = await openOn(server.url);
    server.faults.next('subscribe', { breakAfter: 100 }, { breakAfter: 300 }, 'drop', { breakAfter: 0 });
    const { events } = await caughtUp(later, { after: 'start' });
    expect(events.map(textOf)).toEqual(numbered(0, 700));
    server.faults.next('subscribe', { breakAfter: 100 });
    const some = await caughtUp(later, { after: 'start', prefixes: ['meeting-'] });
    expect(some.events).toEqual(events);
  });

  it('goes on after a restart of the server, and serves those who come meanwhile', async () => {
    const { server, store } = await givenStore({ deadlineMs: 10_000 });
    const live = follow(store, { after: 'end' });
    await store.append('meeting-1', saying('a'), 'none');
    await server.stop();
    const append = store.append('meeting-1', saying('b'), 0);
    const meanwhile = follow(store, { after: 'start' });
    await sleep(200);
    await server.start();
    await append;
    await store.append('meeting-1', saying('c'), 1);
    expect((await live.upTo(store)).map(textOf)).toEqual(['a', 'b', 'c']);
    expect((await meanwhile.upTo(store)).map(textOf)).toEqual(['a', 'b', 'c']);
  });

  it('is begun anew where the server says nothing more though there is more to say', async () => {
    const server = await givenServer();
    server.faults.next('subscribe', { silentAfter: 1 });
    const store = await openOn(server.url, { patience: { lagMs: 300, quietMs: 300 } });
    const other = await openOn(server.url);
    const live = follow(store, { after: 'start' });
    await store.append('meeting-1', saying('a'), 'none');
    await other.append('meeting-1', saying('b'), 0);
    await expect.poll(() => live.seen().map(textOf)).toEqual(['a', 'b']);
    await live.upTo(store);
  });

  it('says that it has caught up only once it has, also where the live subscription is slow', async () => {
    const { server, store: writer } = await givenStore();
    await writer.append('meeting-1', saying(...numbered(0, 40)), 'none');
    server.faults.always('subscribe', { pace: 5 });
    const store = await openOn(server.url);
    const last = (await writer.append('meeting-1', saying('40'), 39)).position;
    const { deliveries, events } = await caughtUp(store, { after: 'start' });
    expect(events.map(textOf)).toEqual(numbered(0, 41));
    expect(deliveries.at(-1)!.position).toBe(last);
  });

  it('ends with the reason where the server refuses the user from now on, and begins again once it does not', async () => {
    const { server, store } = await givenStore();
    await store.append('meeting-1', saying('a'), 'none');
    const subscription = store.subscribe({ after: 'start', signal: new AbortController().signal });
    const seen: string[] = [];
    const ending = (async () => {
      for await (const { events } of subscription) seen.push(...events.map(textOf));
    })();
    await expect.poll(() => seen).toEqual(['a']);
    server.faults.always('subscribe', 'access-denied');
    server.dropConnections();
    const reason = await ending.catch((error: unknown) => error);
    expect(reason).toBeInstanceOf(StoreUnavailable);
    expect(reason).toMatchObject({ code: 'store.access-denied' });
    server.faults.clear();
    await expect.poll(async () => (await caughtUp(store, { after: 'start' })).events.map(textOf)).toEqual(['a']);
  });

  it('keeps a slow server to one live subscription, however many subscribe', async () => {
    const { server, store } = await givenStore();
    server.faults.always('subscribe', 'silence');
    const followers = Array.from({ length: 50 }, () => follow(store, { after: 'end' }));
    await store.append('meeting-1', saying('a', 'b'), 'none');
    for (const follower of followers) expect((await follower.upTo(store)).map(textOf)).toEqual(['a', 'b']);
  });

  it('tells what other nodes append', async () => {
    const { server, store } = await givenStore();
    const other = await openOn(server.url);
    const live = follow(store, { after: 'end', prefixes: ['meeting-'] });
    await Promise.all([
      other.append('meeting-1', saying('a'), 'none'),
      other.append('account-1', saying('b'), 'none'),
      store.append('meeting-2', saying('c'), 'none'),
    ]);
    const last = await store.lastPosition();
    expect(last).toBe(await other.lastPosition());
    expect((await live.upTo(store)).map(textOf).toSorted()).toEqual(['a', 'c']);
  });

  it('gives every event once and in order, wherever connections break', async () => {
    const fault = fc.record<Fault>({ breakAfter: fc.integer({ min: 0, max: 30 }) });
    const breaks = fc.asyncProperty(
      fc.array(fault, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 300 }),
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
      async (faults, past, batches) => {
        const server = await givenServer();
        const writer = await openOn(server.url, { deadlineMs: 10_000 });
        if (past > 0) await writer.append('meeting-0', saying(...numbered(0, past)), 'none');
        const store = await openOn(server.url);
        server.faults.next('subscribe', ...faults);
        const live = follow(store, { after: 'start' });
        const prefixed = follow(store, { after: 'start', prefixes: ['meeting-1'] });
        server.dropConnections();
        let sent = past;
        for (const size of batches) {
          await writer.append(`meeting-${size % 2}`, saying(...numbered(sent, sent + size)), 'any');
          sent += size;
        }
        const everything = await all(writer.readAll());
        expect(everything.map(textOf)).toEqual(numbered(0, sent));
        expect(await live.upTo(writer)).toEqual(everything);
        expect(await prefixed.upTo(writer)).toEqual(everything.filter(({ stream }) => stream === 'meeting-1'));
        await Promise.all([store.close(), writer.close()]);
        await server.close();
      },
    );
    await expect(fc.assert(breaks, { numRuns: 15 })).resolves.toBeUndefined();
  }, 60_000);
});

describe('reading from EventStoreDB', () => {
  it('waits for a slow server as long as it goes on', async () => {
    const { server, store } = await givenStore({ silenceMs: 200 });
    await store.append('meeting-1', saying(...numbered(0, 30)), 'none');
    server.faults.always('read', { pace: 20 });
    expect(await texts(store.readStream('meeting-1'))).toEqual(numbered(0, 30));
    server.faults.always('subscribe', { pace: 20 });
    expect(await texts(store.readAll())).toEqual(numbered(0, 30));
  });

  it('gives up on a server that says nothing', async () => {
    const { server, store } = await givenStore({ silenceMs: 200 });
    await store.append('meeting-1', saying(...numbered(0, 30)), 'none');
    const unreachable = { code: 'store.unreachable' };
    server.faults.always('read', { silentAfter: 0 });
    await expect(all(store.readStream('meeting-1'))).rejects.toMatchObject(unreachable);
    server.faults.always('read', 'silence');
    await expect(store.lastPosition()).rejects.toMatchObject(unreachable);
    await expect(all(store.readAll())).rejects.toMatchObject(unreachable);
    server.faults.clear();
    server.faults.always('subscribe', { silentAfter: 10 });
    await expect(all(store.readAll())).rejects.toMatchObject(unreachable);
  });

  it('goes on where the connection broke or another node leads', async () => {
    const { server, store } = await givenStore();
    await store.append('meeting-1', saying(...numbered(0, 600)), 'none');
    const spoil = (operation: 'read' | 'subscribe'): void =>
      server.faults.next(operation, { breakAfter: 1 }, 'drop', 'unavailable', 'not-leader', { breakAfter: 300 });
    spoil('read');
    expect(await texts(store.readStream('meeting-1'))).toEqual(numbered(0, 600));
    spoil('read');
    expect(await texts(store.readStream('meeting-1', { limit: 350, from: 10 }))).toEqual(numbered(10, 360));
    spoil('read');
    const backwards = await texts(store.readStream('meeting-1', { direction: 'backwards', from: 599 }));
    expect(backwards).toEqual(numbered(0, 600).toReversed());
    spoil('read');
    expect(await store.lastPosition()).toBeGreaterThan(0n);
    server.faults.clear();
    spoil('subscribe');
    expect(await texts(store.readAll())).toEqual(numbered(0, 600));
  });

  it('says why where the user may not read, and where the server stays away', async () => {
    const { server, store } = await givenStore({ deadlineMs: 300 });
    await store.append('meeting-1', saying('a', 'b', 'c'), 'none');
    server.faults.next('read', 'access-denied', 'not-authenticated');
    for (let time = 0; time < 2; time++) {
      await expect(all(store.readStream('meeting-1'))).rejects.toMatchObject({ code: 'store.access-denied' });
    }
    server.faults.always('read', 'drop');
    await expect(all(store.readStream('meeting-1'))).rejects.toMatchObject({ code: 'store.unreachable' });
    await expect(all(store.readAll())).rejects.toMatchObject({ code: 'store.unreachable' });
    server.faults.clear();
    expect(await texts(store.readStream('meeting-1'))).toEqual(['a', 'b', 'c']);
  });

  it('reads events of the largest size without holding them all', async () => {
    const { store } = await givenStore();
    const text = 'x'.repeat(1000 * 1000);
    for (let revision = -1; revision < 19; revision++) {
      await store.append('meeting-1', [said(text)], revision < 0 ? 'none' : revision);
    }
    const pages: (readonly RecordedEvent[])[] = [];
    for await (const page of store.readAll()) pages.push(page);
    expect(pages.flat()).toHaveLength(20);
    expect(Math.max(...pages.map((page) => page.length))).toBeLessThan(8);
    expect((await caughtUp(store, { after: 'start' })).events).toHaveLength(20);
  });

  it('knows the last event of ours behind any number of the server’s own', async () => {
    const { server, store } = await givenStore();
    expect(await store.lastPosition()).toBe(0n);
    server.noteStatistics(3000);
    expect(await store.lastPosition()).toBe(0n);
    const { position } = await store.append('meeting-1', saying('a'), 'none');
    server.noteStatistics(3000);
    expect(await store.lastPosition()).toBe(position);
    expect(await store.lastPosition()).toBe(position);
    const other = await openOn(server.url);
    expect(await other.lastPosition()).toBe(position);
    const next = await other.append('meeting-1', saying('b'), 0);
    server.noteStatistics(10);
    expect(await store.lastPosition()).toBe(next.position);
    expect((await caughtUp(store, { after: 'start' })).deliveries.at(-1)!.position).toBe(next.position);
  });

  it('knows at once what was acknowledged to another node', async () => {
    const { server, store } = await givenStore();
    const other = await openOn(server.url);
    for (let revision = -1; revision < 30; revision++) {
      const asked = store.lastPosition();
      const { position } = await other.append('meeting-1', saying('x'), revision < 0 ? 'none' : revision);
      expect(await store.lastPosition()).toBe(position);
      await asked;
    }
  });
});
