// Deletion, metadata of streams and scavenging.

import { StreamDeletedError, StreamNotFoundError } from '@eventstore/db-client';
import { expect, test } from 'vitest';
import { append, givenServer, numbered, numbersIn } from './bare-client.ts';

test('a deleted stream is not found; its events stay in the log until it is scavenged, all but the last', async () => {
  const { server, client } = await givenServer();
  await append(client, 'contact-1', 'no_stream', 1, 2, 3);
  await append(client, 'meeting-1', 'no_stream', 4);
  await client.deleteStream('contact-1', { expectedRevision: 2n });
  await expect(numbersIn(client, 'contact-1')).rejects.toBeInstanceOf(StreamNotFoundError);

  const contacts = async () =>
    (await Array.fromAsync(client.readAll()))
      .filter(({ event }) => event!.streamId === 'contact-1')
      .map(({ event }) => Number(event!.revision));
  expect(await contacts()).toEqual([0, 1, 2]);
  server.scavenge();
  expect(await contacts()).toEqual([2]);
  expect(await numbersIn(client, 'meeting-1')).toEqual([4]);
});

test.each(['no_stream', 'any', 2n] as const)(
  'a deleted stream goes on counting when it is written (%s)',
  async (expected) => {
    const { server, client } = await givenServer();
    await append(client, 'contact-1', 'no_stream', 1, 2, 3);
    await client.deleteStream('contact-1');
    server.scavenge();
    const { nextExpectedRevision } = await append(client, 'contact-1', expected, 4);
    expect(nextExpectedRevision).toBe(3n);
    expect(await numbersIn(client, 'contact-1')).toEqual([4]);
    expect((await client.getStreamMetadata('contact-1')).metadata).toEqual({ truncateBefore: 3 });
  },
);

test('a deleted stream counts as one that is not, and not as one that ended elsewhere', async () => {
  const { client } = await givenServer();
  await append(client, 'contact-1', 'no_stream', 1, 2, 3);
  await client.deleteStream('contact-1');
  await expect(append(client, 'contact-1', 0n, 4)).rejects.toMatchObject({ actualVersion: 2n });
  await expect(append(client, 'contact-1', 'stream_exists', 4)).rejects.toBeInstanceOf(StreamDeletedError);
});

test('an append from before the deletion, repeated, is known but has no position any more', async () => {
  const { client } = await givenServer();
  const events = numbered(1);
  const options = { expectedRevision: 'no_stream' } as const;
  await client.appendToStream('contact-1', events, options);
  await client.deleteStream('contact-1');
  const again = await client.appendToStream('contact-1', events, options);
  expect(again).toMatchObject({ success: true, nextExpectedRevision: 0n, position: undefined });
  await expect(numbersIn(client, 'contact-1')).rejects.toBeInstanceOf(StreamNotFoundError);
});

test('an append that took up a deleted stream, as one that is not, is not known when it is repeated', async () => {
  const { server, client } = await givenServer();
  await append(client, 'contact-1', 'no_stream', 1);
  await client.deleteStream('contact-1');
  const events = numbered(2);
  await client.appendToStream('contact-1', events, { expectedRevision: 'no_stream' });
  const again = client.appendToStream('contact-1', events, { expectedRevision: 'no_stream' });
  await expect(again).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
  expect(await client.appendToStream('contact-1', events, { expectedRevision: 0n })).toMatchObject({ success: true });
  expect(server.log.last('contact-1')).toBe(1);
});

test('what is not there cannot be deleted, and what ends elsewhere is not', async () => {
  const { client } = await givenServer();
  await expect(client.deleteStream('contact-1')).rejects.toMatchObject({ type: 'wrong-expected-version' });
  await append(client, 'contact-1', 'no_stream', 1);
  await expect(client.deleteStream('contact-1', { expectedRevision: 4n })).rejects.toMatchObject({
    streamName: 'contact-1',
    expectedVersion: 4n,
    actualVersion: 0n,
  });
});

test('a stream that was ended can neither be read nor written nor ended again', async () => {
  const { client } = await givenServer();
  await append(client, 'contact-1', 'no_stream', 1);
  await client.tombstoneStream('contact-1', { expectedRevision: 0n });
  await expect(numbersIn(client, 'contact-1')).rejects.toBeInstanceOf(StreamDeletedError);
  await expect(append(client, 'contact-1', 'any', 2)).rejects.toBeInstanceOf(StreamDeletedError);
  await expect(client.tombstoneStream('contact-1')).rejects.toBeInstanceOf(StreamDeletedError);
  const last = await Array.fromAsync(client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }));
  expect(last[0]?.event).toMatchObject({ type: '$streamDeleted', revision: 2n ** 63n - 1n });
});

test('metadata say how many events of a stream are seen, from which on, and for how long', async () => {
  let now = Date.now();
  const { client } = await givenServer({ now: () => now });
  await append(client, 'process-1', 'no_stream', 1, 2, 3, 4);
  await client.setStreamMetadata('process-1', { maxCount: 3 });
  expect(await numbersIn(client, 'process-1')).toEqual([2, 3, 4]);
  await client.setStreamMetadata('process-1', { truncateBefore: 2 });
  expect(await numbersIn(client, 'process-1')).toEqual([3, 4]);
  now += 10_000;
  await append(client, 'process-1', 3n, 5);
  await client.setStreamMetadata('process-1', { maxAge: 5 });
  expect(await numbersIn(client, 'process-1')).toEqual([5]);
  now += 10_000;
  expect(await numbersIn(client, 'process-1')).toEqual([]);
  expect((await client.getStreamMetadata('process-1')).metadata).toEqual({ maxAge: 5 });
});

test('scavenging takes what a stream no longer shows, and leaves the positions as they are', async () => {
  const { server, client } = await givenServer();
  const first = await append(client, 'process-1', 'no_stream', 1, 2, 3, 4);
  await client.setStreamMetadata('process-1', { maxCount: 2 });
  server.scavenge();
  expect(await numbersIn(client, 'process-1')).toEqual([3, 4]);
  await append(client, 'process-1', 3n, 5);
  const from = await Array.fromAsync(client.readAll({ fromPosition: first.position! }));
  expect(from.map(({ event }) => event!.streamId)).toEqual(['process-1', '$$process-1', 'process-1']);
});
