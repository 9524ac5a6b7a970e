// Faults to order, restarts, and what a client is told of them.

import { setTimeout as delay } from 'node:timers/promises';
import { AccessDeniedError, NotLeaderError, UnavailableError, streamNameFilter } from '@eventstore/db-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { append, givenServer, numbered, numbersIn } from './bare-client.ts';

const WAITING = Symbol('still waiting');

/** Whether a promise is settled soon. */
const soon = (promise: Promise<unknown>) => {
  promise.catch(() => {});
  return Promise.race([promise, delay(50, WAITING)]);
};

test('a lost reply leaves the client waiting, and what it sends again is known already', async () => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-0', 'no_stream', 0);
  server.faults.next('append', 'lose-reply');
  const events = numbered(1);
  const lost = client.appendToStream('meeting-1', events, { expectedRevision: 'no_stream' });
  expect(await soon(lost)).toBe(WAITING);
  expect(server.log.stream('meeting-1')).toHaveLength(1);
  const again = await client.appendToStream('meeting-1', events, { expectedRevision: 'no_stream' });
  expect(again.nextExpectedRevision).toBe(0n);
  expect(server.log.stream('meeting-1')).toHaveLength(1);
});

test('silence leaves the client waiting, and writes nothing', async () => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-0', 'no_stream', 0);
  server.faults.next('append', 'silence');
  expect(await soon(append(client, 'meeting-1', 'no_stream', 1))).toBe(WAITING);
  expect(server.log.stream('meeting-1')).toHaveLength(0);
});

test.each([
  ['drop', 0],
  ['drop-after', 1],
] as const)('a connection that breaks fails the append (%s)', async (fault, written) => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-0', 'no_stream', 0);
  server.faults.next('append', fault);
  await expect(append(client, 'meeting-1', 'no_stream', 1)).rejects.toBeInstanceOf(UnavailableError);
  expect(server.log.stream('meeting-1')).toHaveLength(written);
  await append(client, 'meeting-2', 'no_stream', 1);
});

test('a fault meets one append of a batch, and not its neighbours', async () => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-0', 'no_stream', 0);
  server.faults.next('append', {}, 'access-denied', 'timeout');
  const outcomes = await Promise.allSettled(
    ['meeting-1', 'meeting-2', 'meeting-3', 'meeting-4'].map((stream) => append(client, stream, 'no_stream', 1)),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.type : 'written'))).toEqual([
    'written',
    'access-denied',
    'deadline-exceeded',
    'written',
  ]);
});

test('access that is denied from now on is denied to all, until it is not', async () => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1);
  for (const operation of ['append', 'read', 'subscribe', 'delete'] as const)
    server.faults.always(operation, 'access-denied');
  await expect(append(client, 'meeting-1', 'any', 2)).rejects.toBeInstanceOf(AccessDeniedError);
  await expect(numbersIn(client, 'meeting-1')).rejects.toBeInstanceOf(AccessDeniedError);
  await expect(client.deleteStream('meeting-1')).rejects.toBeInstanceOf(AccessDeniedError);
  const failure = new Promise((resolve) => client.subscribeToAll().on('error', resolve));
  expect(await failure).toBeInstanceOf(AccessDeniedError);
  server.faults.clear();
  expect(await numbersIn(client, 'meeting-1')).toEqual([1]);
});

test('a server that is not ready says so, and the client comes back', async () => {
  const { server, client } = await givenServer();
  server.faults.always('read', 'unavailable');
  await expect(numbersIn(client, 'meeting-1')).rejects.toBeInstanceOf(UnavailableError);
  server.faults.clear('read');
  await append(client, 'meeting-1', 'no_stream', 1);
  expect(await numbersIn(client, 'meeting-1')).toEqual([1]);
});

test('a server that is not ready for a while is ready afterwards by itself', async () => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-0', 'no_stream', 0);
  server.faults.always('append', 'timeout', 100);
  await expect(append(client, 'meeting-1', 'no_stream', 1)).rejects.toMatchObject({ type: 'deadline-exceeded' });
  expect(await vi.waitFor(() => append(client, 'meeting-1', 'no_stream', 1))).toMatchObject({ success: true });
});

test('a client that is sent to the leader goes there', async () => {
  const { server, client } = await givenServer();
  const leader = await givenServer({ log: server.log });
  server.faults.always('append', {
    failure: 'not-leader',
    leader: { host: '127.0.0.1', port: leader.server.port },
  });
  await expect(append(client, 'meeting-1', 'no_stream', 1)).rejects.toBeInstanceOf(NotLeaderError);
  await append(client, 'meeting-1', 'no_stream', 1);
  expect(server.log.stream('meeting-1')).toHaveLength(1);
});

test('a subscription breaks behind as many events as are ordered', async () => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1, 2, 3, 4);
  server.faults.next('subscribe', { breakAfter: 3 });
  const heard: unknown[] = [];
  const error = await new Promise((resolve) => {
    client
      .subscribeToAll({ filter: streamNameFilter({ prefixes: ['meeting-'] }) })
      .on('data', ({ event }) => heard.push(event!.revision))
      .on('error', resolve);
  });
  expect(error).toBeInstanceOf(UnavailableError);
  expect(heard).toEqual([0n, 1n, 2n]);
});

test('a read falls silent behind as many events as are ordered', async () => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1, 2, 3, 4);
  server.faults.next('read', { silentAfter: 2 });
  const heard: unknown[] = [];
  const reading = client.readStream('meeting-1').on('data', ({ event }) => heard.push(event!.revision));
  onTestFinished(() => void reading.destroy());
  await expect.poll(() => heard).toEqual([0n, 1n]);
  expect(await soon(new Promise((resolve) => reading.once('end', resolve)))).toBe(WAITING);
});

test('a slow read and a delayed append take their time', async () => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1, 2, 3);
  server.faults.next('read', { pace: 30 });
  server.faults.next('append', { delay: 60 });
  const began = performance.now();
  expect(await numbersIn(client, 'meeting-1')).toEqual([1, 2, 3]);
  expect(performance.now() - began).toBeGreaterThan(85);
  const appending = performance.now();
  await append(client, 'meeting-1', 'any', 4);
  expect(performance.now() - appending).toBeGreaterThan(55);
  expect(server.faults.pending('append')).toBe(false);
});

test('a restart keeps what was written and breaks what was under way', async () => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1);
  const broken = new Promise((resolve) => client.subscribeToAll().on('error', resolve));
  await server.restart();
  expect(await broken).toBeInstanceOf(UnavailableError);
  expect(await vi.waitFor(() => numbersIn(client, 'meeting-1'))).toEqual([1]);
});

test('nobody answers while the server is stopped', async () => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1);
  await server.stop();
  await expect(numbersIn(client, 'meeting-1')).rejects.toBeInstanceOf(UnavailableError);
  await server.start();
  expect(await vi.waitFor(() => numbersIn(client, 'meeting-1'))).toEqual([1]);
});
