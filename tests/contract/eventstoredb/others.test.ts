/** What stands in EventStoreDB beside the record: skipped and counted, whoever wrote it and whatever it is. */

import { binaryEvent, jsonEvent } from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import { all, caughtUp, follow, said, saying, textOf, texts } from '../event-store/given.ts';
import { foreign, givenServer, givenStore, openOn, somebodyElse } from './given.ts';

describe('what is not ours in EventStoreDB', () => {
  it('is skipped by every reader, and counted once', async () => {
    const server = await givenServer();
    const client = somebodyElse(server);
    const { metadata } = said('forged');
    const data = { text: 'forged' };
    const strange = [
      foreign('Foreign'),
      binaryEvent({ type: 'Binary', data: Buffer.from([1, 2, 3]) }),
      jsonEvent({ type: '$odd', data: {} }),
      jsonEvent({ type: 'Said', data }),
      jsonEvent({ type: 'Said', data, metadata: { ...metadata, actor: 'somebody' } as never }),
      jsonEvent({ type: 'Said', data: 'text' as never, metadata: metadata as never }),
    ];
    await client.appendToStream('meeting-1', strange);
    await client.appendToStream('räume', strange.slice(0, 1));
    await client.appendToStream('rostrum-deletions', [jsonEvent({ type: 'StreamDeleted', data: { stream: 7 } })]);
    const met: string[] = [];
    const store = await openOn(server.url, { onForeign: (stream, type) => met.push(`${stream} ${type}`) });
    await store.append('meeting-1', saying('a'), 'none');
    const live = follow(store, { after: 'start' });
    await client.appendToStream('meeting-1', strange.slice(0, 2));
    await store.append('meeting-1', saying('b'), 'any');
    expect((await live.upTo(store)).map(textOf)).toEqual(['a', 'b']);
    for (let time = 0; time < 2; time++) {
      expect(await texts(store.readAll())).toEqual(['a', 'b']);
      expect(await texts(store.readStream('meeting-1'))).toEqual(['a', 'b']);
      expect(await texts(store.readStream('meeting-1', { limit: 1 }))).toEqual(['a']);
      expect(await texts(store.readStream('meeting-1', { limit: 2, direction: 'backwards' }))).toEqual(['b', 'a']);
      expect((await caughtUp(store, { after: 'start', prefixes: ['meeting-'] })).events).toHaveLength(2);
    }
    expect(met.toSorted()).toEqual(
      [
        ...['Foreign', 'Binary', '$odd', 'Said', 'Said', 'Said', 'Foreign', 'Binary'].map(
          (type) => `meeting-1 ${type}`,
        ),
        'räume Foreign',
        'rostrum-deletions StreamDeleted',
      ].toSorted(),
    );
    expect(store.foreignEvents).toBe(10);
  });

  it('moves the position of a subscription on, so that nobody waits for it', async () => {
    const { server, store } = await givenStore();
    await store.append('meeting-1', saying('a'), 'none');
    const live = follow(store, { after: 'start' });
    await somebodyElse(server).appendToStream('orders-1', [foreign('OrderPlaced')]);
    expect((await live.upTo(store)).map(textOf)).toEqual(['a']);
    expect((await caughtUp(store, { after: 'start' })).deliveries.at(-1)!.position).toBe(await store.lastPosition());
  });

  it('includes what processes agree on, which nobody reads and nobody counts', async () => {
    const { store } = await givenStore();
    await store.append('meeting-1', saying('a'), 'none');
    const { position } = (await all(store.readAll()))[0]!;
    const tenure = await store.processHome.take('mail', { holder: 'here', ttlMs: 1000 });
    await tenure!.renew({ position, stream: 'meeting-1', revision: 0, eventId: 'id' });
    expect(await store.lastPosition()).toBe(position);
    expect(await texts(store.readAll())).toEqual(['a']);
    expect(await all(store.readStream('process-mail'))).toEqual([]);
    expect((await caughtUp(store, { after: 'start', prefixes: ['process-'] })).events).toEqual([]);
    await expect(store.append('process-mail', saying('b'), 'any')).rejects.toBeInstanceOf(RangeError);
    await expect(store.deleteStream('process-mail')).rejects.toBeInstanceOf(RangeError);
    await expect(store.append('rostrum-deletions', saying('b'), 'any')).rejects.toBeInstanceOf(RangeError);
    expect(store.foreignEvents).toBe(0);
  });

  it('includes what another deployment keeps there, where each has its namespace', async () => {
    const server = await givenServer();
    const [one, two] = [
      await openOn(server.url, { namespace: 'one.' }),
      await openOn(server.url, { namespace: 'two.' }),
    ];
    await one.append('meeting-1', saying('a'), 'none');
    await two.append('meeting-1', saying('b'), 'none');
    await two.append('contact-1', saying('c'), 'none');
    await two.deleteStream('contact-1');
    expect(await two.processHome.take('mail', { holder: 'two', ttlMs: 1000 })).toBeDefined();
    expect(await one.processHome.take('mail', { holder: 'one', ttlMs: 1000 })).toBeDefined();
    expect(await texts(one.readAll())).toEqual(['a']);
    expect(await texts(two.readAll())).toEqual(['b', 'deleted contact-1']);
    expect(await texts(one.readStream('meeting-1'))).toEqual(['a']);
    expect((await caughtUp(one, { after: 'start', prefixes: ['meeting-'] })).events.map(textOf)).toEqual(['a']);
    const again = await openOn(server.url, { namespace: 'two.' });
    expect((await caughtUp(again, { after: 'start', prefixes: ['meeting-'] })).events.map(textOf)).toEqual(['b']);
    expect([one.foreignEvents, two.foreignEvents]).toEqual([0, 0]);
  });
});
