// Subscriptions, as the client sees them.

import { StreamDeletedError, eventTypeFilter, streamNameFilter } from '@eventstore/db-client';
import { expect, onTestFinished, test } from 'vitest';
import { append, givenServer, numbered } from './bare-client.ts';

/** What a subscription says, in its order. */
function listen(subscription: ReturnType<Awaited<ReturnType<typeof givenServer>>['client']['subscribeToAll']>) {
  const heard: unknown[] = [];
  subscription
    .on('data', ({ event }) => heard.push((event!.data as { number: number }).number))
    .on('confirmation', () => heard.push('confirmed'))
    .on('caughtUp', () => heard.push('caught up'))
    .on('error', (error: Error) => heard.push(error));
  onTestFinished(() => subscription.unsubscribe());
  return heard;
}

test('a subscription gives what is there, says that it caught up, and then gives each event as it comes', async () => {
  const { client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1);
  await append(client, 'other-1', 'no_stream', 7);
  const heard = listen(client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['meeting-'] }) }));
  await expect.poll(() => heard).toEqual(['confirmed', 1, 'caught up']);
  await append(client, 'meeting-2', 'no_stream', 2);
  await append(client, 'other-1', 0n, 8);
  await append(client, 'meeting-1', 0n, 3);
  await expect.poll(() => heard).toEqual(['confirmed', 1, 'caught up', 2, 3]);
});

test('a subscription begins behind the position that it names', async () => {
  const { client } = await givenServer();
  const first = await append(client, 'meeting-1', 'no_stream', 1);
  await append(client, 'meeting-1', 0n, 2);
  const heard = listen(client.subscribeToAll({ fromPosition: first.position! }));
  await expect.poll(() => heard).toEqual(['confirmed', 2, 'caught up']);
});

test('a subscription to the end gives only what comes', async () => {
  const { client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1);
  const heard = listen(client.subscribeToAll({ fromPosition: 'end' }));
  await expect.poll(() => heard).toEqual(['confirmed', 'caught up']);
  await append(client, 'meeting-1', 0n, 2);
  await expect.poll(() => heard).toEqual(['confirmed', 'caught up', 2]);
});

test('a subscription to a stream goes through its revisions, and begins before there is a stream', async () => {
  const { client } = await givenServer();
  const early = listen(client.subscribeToStream('meeting-1') as never);
  await expect.poll(() => early).toEqual(['confirmed', 'caught up']);
  await append(client, 'meeting-1', 'no_stream', 0, 1, 2);
  await append(client, 'meeting-2', 'no_stream', 9);
  await expect.poll(() => early).toEqual(['confirmed', 'caught up', 0, 1, 2]);
  const later = listen(client.subscribeToStream('meeting-1', { fromRevision: 1n }) as never);
  await expect.poll(() => later).toEqual(['confirmed', 2, 'caught up']);
});

test('a subscription to a stream ends when the stream is ended', async () => {
  const { client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1);
  const heard = listen(client.subscribeToStream('meeting-1') as never);
  await expect.poll(() => heard).toContain('caught up');
  await client.tombstoneStream('meeting-1');
  await expect.poll(() => heard.at(-1)).toBeInstanceOf(StreamDeletedError);
});

test('a filtered subscription says how far it came, and at the latest when it caught up', async () => {
  const { client } = await givenServer();
  const checkpoints: bigint[] = [];
  const filter = eventTypeFilter({
    regex: '^Wanted',
    maxSearchWindow: 10,
    checkpointInterval: 2,
    checkpointReached: (_, { commit }) => {
      checkpoints.push(commit);
    },
  });
  const { position } = await append(client, 'meeting-1', 'no_stream', ...Array.from({ length: 55 }, (_, n) => n));
  const heard = listen(client.subscribeToAll({ filter }));
  await expect.poll(() => heard).toEqual(['confirmed', 'caught up']);
  expect(checkpoints).toHaveLength(4); // after 20, 40 and 60 events, and at the end
  expect(checkpoints.at(-1)).toBe(position!.commit);
});

test('many appends reach a subscriber each once and in their order', async () => {
  const { client } = await givenServer();
  const heard: number[] = [];
  const subscription = client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['meeting-'] }) });
  subscription.on('data', ({ event }) => heard.push((event!.data as { number: number }).number));
  onTestFinished(() => subscription.unsubscribe());
  // Before its call is open, the client sends in no particular order.
  await append(client, 'other-1', 'any', 0);
  const numbers = Array.from({ length: 1000 }, (_, number) => number);
  await Promise.all(numbers.map((number) => client.appendToStream(`meeting-${number % 7}`, numbered(number))));
  await expect.poll(() => heard.length).toBe(1000);
  expect(heard).toEqual(numbers);
});
