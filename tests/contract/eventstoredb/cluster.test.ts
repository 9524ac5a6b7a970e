/** EventStoreDB as a cluster: the store follows the leader, and nobody who uses it has to know. */

import { setTimeout as sleep } from 'node:timers/promises';
import { WrongExpectedRevision } from '@rostrum/infra';
import { openEventStoreDb } from '@rostrum/infra/adapters';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startCluster } from '../../eventstoredb/cluster.ts';
import type { Cluster } from '../../eventstoredb/cluster.ts';
import { all, follow, said, saying, textOf, texts } from '../event-store/given.ts';
import { openOn } from './given.ts';

async function givenCluster(options: Parameters<typeof startCluster>[0] = {}): Promise<Cluster> {
  const cluster = await startCluster(options);
  onTestFinished(() => cluster.close());
  return cluster;
}

describe('EventStoreDB as a cluster', () => {
  it('is found by any of its nodes, and by one name for all of them', async () => {
    const cluster = await givenCluster();
    cluster.elect(2);
    for (const url of [cluster.url, cluster.discoverUrl, ...cluster.nodes.map((node) => node.url)]) {
      const store = await openOn(url);
      await store.append('meeting-1', saying('a'), 'any');
    }
    const store = await openOn(cluster.url);
    expect(await all(store.readStream('meeting-1'))).toHaveLength(5);
  });

  it('is followed to its new leader', async () => {
    const cluster = await givenCluster();
    const store = await openOn(cluster.url, { deadlineMs: 10_000 });
    const live = follow(store, { after: 'start' });
    const seen: string[] = [];
    for (let round = 0; round < 6; round++) {
      cluster.elect(round % 3);
      for (const expected of ['any', 'none'] as const) {
        const stream = expected === 'any' ? 'attendance-1' : `meeting-${round}`;
        const text = `${round} ${expected}`;
        await store.append(stream, saying(text), expected);
        seen.push(text);
      }
      expect(await store.lastPosition()).toBe((await all(store.readAll())).at(-1)!.position);
    }
    expect((await live.upTo(store)).map(textOf)).toEqual(seen);
  });

  it('loses nothing and doubles nothing when its leader is lost in the middle of many appends', async () => {
    const cluster = await givenCluster({ election: 200 });
    const stores = await Promise.all([
      openOn(cluster.url, { deadlineMs: 15_000 }),
      openOn(cluster.url, { deadlineMs: 15_000 }),
    ]);
    const live = stores.map((store) => follow(store, { after: 'start' }));
    const acknowledged: string[] = [];
    let writing = true;
    const write = async (writer: number): Promise<void> => {
      const store = stores[writer % 2]!;
      const loose = writer % 3 === 0;
      for (let round = 0; writing; round++) {
        const event = said(`${writer} ${round}`);
        const [last] = await all(store.readStream(`meeting-${writer}`, { direction: 'backwards', limit: 1 })).catch(
          () => [],
        );
        const expected = loose ? 'any' : (last?.revision ?? 'none');
        try {
          await store.append(`meeting-${writer}`, [event], expected);
          acknowledged.push(event.id);
        } catch (error) {
          if (!(error instanceof WrongExpectedRevision)) throw error;
        }
      }
    };
    const writers = Array.from({ length: 12 }, (_, writer) => write(writer));
    for (let round = 0; round < 3; round++) {
      await sleep(200);
      const leader = cluster.leader();
      await cluster.nodes[leader]!.stop();
      await sleep(500);
      await cluster.nodes[leader]!.start();
    }
    await sleep(200);
    writing = false;
    await Promise.all(writers);
    const standing = (await all(stores[0]!.readAll())).map(({ id }) => id);
    expect(new Set(standing).size).toBe(standing.length);
    expect(acknowledged.length).toBeGreaterThan(50);
    expect(acknowledged.filter((id) => !standing.includes(id))).toEqual([]);
    for (const follower of live) expect((await follower.upTo(stores[0]!)).map(({ id }) => id)).toEqual(standing);
  }, 60_000);

  it('is waited for while it has no majority', async () => {
    const cluster = await givenCluster({ election: 50 });
    await cluster.nodes[0]!.stop();
    await cluster.nodes[1]!.stop();
    const waiting: string[] = [];
    const opening = openEventStoreDb({
      connectionString: `${cluster.url}&maxDiscoverAttempts=2&gossipTimeout=1`,
      onWaiting: (sentence) => waiting.push(sentence),
    });
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    await cluster.nodes[1]!.start();
    const store = await opening;
    onTestFinished(() => store.close());
    await store.append('meeting-1', saying('a'), 'none');
    expect(await texts(store.readAll())).toEqual(['a']);
    const ports = cluster.nodes.map((node) => `127.0.0.1:${node.port}`).join(', ');
    expect(waiting[0]).toContain(`Waiting for the event store at ${ports}: `);
  });

  it('does not answer a read from a node that may not have yet what was just recorded', async () => {
    const cluster = await givenCluster();
    const store = await openOn(cluster.nodes[1]!.url);
    await store.append('meeting-1', saying('a'), 'none');
    cluster.nodes[1]!.faults.always('read', { delay: 60_000 });
    expect(await texts(store.readStream('meeting-1'))).toEqual(['a']);
    expect(await store.lastPosition()).toBeGreaterThan(0n);
  });
});
