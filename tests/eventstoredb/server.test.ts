import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { jsonEvent, streamNameFilter, WrongExpectedVersionError } from '@eventstore/db-client';
import { expect, test } from 'vitest';
import { append, givenServer, numbered } from './bare-client.ts';

test('events are appended and read in both directions, with positions that grow by more than one', async () => {
  const { client } = await givenServer();
  const first = await append(client, 'meeting-1', 'no_stream', 1, 2);
  const second = await append(client, 'meeting-1', 1n, 3);
  expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([1n, 2n]);

  const forwards = await Array.fromAsync(client.readStream('meeting-1'));
  const backwards = await Array.fromAsync(
    client.readStream('meeting-1', { direction: 'backwards', fromRevision: 'end' }),
  );
  expect(forwards.map(({ event }) => event?.data)).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  expect(backwards.map(({ event }) => event?.id)).toEqual(forwards.map(({ event }) => event?.id).toReversed());

  const positions = forwards.map(({ event }) => event!.position!.commit);
  expect(positions.at(1)).toBe(first.position?.commit);
  expect(positions.at(2)).toBe(second.position?.commit);
  expect(positions[1]! - positions[0]!).toBeGreaterThan(1n);
});

test('an append to a stream that ends elsewhere is refused with what was expected and what is', async () => {
  const { client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1, 2, 3);
  const refused = append(client, 'meeting-1', 0n, 4);
  await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
  await expect(refused).rejects.toMatchObject({ streamName: 'meeting-1', expectedVersion: 0n, actualVersion: 2n });
});

test('an append repeated with the same ids and the same expected revision writes nothing', async () => {
  const { client } = await givenServer();
  const events = [jsonEvent({ id: randomUUID(), type: 'Counted', data: { number: 1 } })];
  const first = await client.appendToStream('meeting-1', events, { expectedRevision: 'no_stream' });
  await append(client, 'meeting-1', 0n, 2);
  const again = await client.appendToStream('meeting-1', events, { expectedRevision: 'no_stream' });
  expect(again).toEqual(first);
  expect(await Array.fromAsync(client.readStream('meeting-1'))).toHaveLength(2);
});

test('a subscription gives what is there, says that it caught up, and then gives each event as it comes', async () => {
  const { client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1);
  await append(client, 'other-1', 'no_stream', 7);
  const seen: unknown[] = [];
  const subscription = client
    .subscribeToAll({ filter: streamNameFilter({ prefixes: ['meeting-'] }) })
    .on('data', ({ event }) => seen.push(event?.data))
    .on('caughtUp', () => seen.push('caught up'));
  await expect.poll(() => seen).toEqual([{ number: 1 }, 'caught up']);
  await append(client, 'meeting-2', 'no_stream', 2);
  await expect.poll(() => seen).toEqual([{ number: 1 }, 'caught up', { number: 2 }]);
  await subscription.unsubscribe();
});

test('a lost reply leaves the client waiting, and what it sends again is known already', async () => {
  const { server, client } = await givenServer();
  server.faults.next('append', 'lose-reply');
  const events = numbered(1);
  const lost = client.appendToStream('meeting-1', events, { expectedRevision: 'no_stream' });
  await expect.poll(() => server.log.stream('meeting-1')).toHaveLength(1);
  const again = await client.appendToStream('meeting-1', events, { expectedRevision: 'no_stream' });
  expect(again.nextExpectedRevision).toBe(0n);
  expect(server.log.stream('meeting-1')).toHaveLength(1);
  const waiting = Symbol('waiting');
  expect(await Promise.race([lost, delay(50, waiting)])).toBe(waiting);
  lost.catch(() => {});
});

test('a restart keeps what was written and breaks what was under way', async () => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1);
  const broken = new Promise((resolve) => client.subscribeToAll().on('error', resolve));
  await server.restart();
  expect(await broken).toBeInstanceOf(Error);
  await expect.poll(() => Array.fromAsync(client.readStream('meeting-1')).catch(() => [])).toHaveLength(1);
});
