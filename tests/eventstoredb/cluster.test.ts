// A cluster: discovery by gossip, a leader that moves, nodes that stop.

import { NotLeaderError } from '@eventstore/db-client';
import { expect, test } from 'vitest';
import { append, connect, givenCluster, numbered, numbersIn } from './bare-client.ts';
import { certify } from './certificates.ts';

test.each(['url', 'discoverUrl'] as const)('a client finds the leader by gossip (%s)', async (form) => {
  const cluster = await givenCluster();
  cluster.elect(2);
  cluster.nodes[0]!.faults.always('append', 'access-denied');
  cluster.nodes[1]!.faults.always('append', 'access-denied');
  const client = connect(cluster[form]);
  await append(client, 'meeting-1', 'no_stream', 1);
  for (const node of cluster.nodes) expect(await numbersIn(connect(node.url), 'meeting-1')).toEqual([1]);
});

test('a follower sends whoever asks for the leader to it, and serves the others', async () => {
  const cluster = await givenCluster();
  const client = connect(cluster.nodes[1]!.url);
  const leader = { address: '127.0.0.1', port: cluster.nodes[0]!.port };
  const asking = client.appendToStream('meeting-1', numbered(1), { requiresLeader: true });
  await expect(asking).rejects.toBeInstanceOf(NotLeaderError);
  await expect(asking).rejects.toMatchObject({ leader });
  await append(connect(cluster.nodes[2]!.url), 'meeting-1', 'no_stream', 2);
  expect(cluster.log.stream('meeting-1')).toHaveLength(1);
});

test('when the leader stops, the others elect another, and the client goes there', async () => {
  const cluster = await givenCluster({ election: 20 });
  const client = connect(`${cluster.url}&discoveryInterval=20`);
  await append(client, 'meeting-1', 'no_stream', 1);
  await cluster.nodes[0]!.stop();
  expect(cluster.leader()).toBe(-1);
  const events = numbered(2);
  const retry = () =>
    client.appendToStream('meeting-1', events, { expectedRevision: 0n }).then(
      ({ nextExpectedRevision }) => nextExpectedRevision,
      () => undefined,
    );
  await expect.poll(retry).toBe(1n);
  expect(cluster.leader()).toBe(1);
  await cluster.nodes[0]!.start();
  expect(cluster.nodes[0]!.leads()).toBe(false);
  expect(await numbersIn(connect(cluster.nodes[0]!.url), 'meeting-1')).toEqual([1, 2]);
});

test('without a majority nobody leads', async () => {
  const cluster = await givenCluster({ election: 5 });
  await cluster.nodes[0]!.stop();
  await cluster.nodes[2]!.stop();
  const client = connect(cluster.nodes[1]!.url);
  await expect(append(client, 'meeting-1', 'no_stream', 1)).rejects.toMatchObject({ type: 'unknown' });
  await cluster.nodes[2]!.start();
  await expect.poll(() => cluster.leader()).toBe(1);
  await expect.poll(() => append(connect(cluster.url), 'meeting-1', 'any', 1)).toMatchObject({ success: true });
});

test('a cluster speaks TLS and knows users as a single server does', async () => {
  const users = [{ username: 'admin', password: 'changeit' }];
  const cluster = await givenCluster({ tls: certify(), users });
  const client = connect(cluster.url);
  await append(client, 'meeting-1', 'no_stream', 1);
  expect(await numbersIn(client, 'meeting-1')).toEqual([1]);
});
