// Appending and reading, as the client sees them.

import { randomUUID } from 'node:crypto';
import {
  MaxAppendSizeExceededError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  jsonEvent,
} from '@eventstore/db-client';
import { expect, test, vi } from 'vitest';
import { append, connect, givenServer, numbered, numbersIn } from './bare-client.ts';

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

test('a part of a stream is read from a revision, as many as are asked for', async () => {
  const { client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 0, 1, 2, 3, 4);
  const revisions = async (options: Parameters<typeof client.readStream>[1]) =>
    (await Array.fromAsync(client.readStream('meeting-1', options))).map(({ event }) => Number(event!.revision));
  expect(await revisions({ fromRevision: 2n, maxCount: 2 })).toEqual([2, 3]);
  expect(await revisions({ fromRevision: 2n, direction: 'backwards', maxCount: 2 })).toEqual([2, 1]);
  expect(await revisions({ fromRevision: 9n })).toEqual([]);
  expect(await revisions({ fromRevision: 9n, direction: 'backwards', maxCount: 1 })).toEqual([4]);
});

test('a stream that nobody wrote is not found', async () => {
  const { client } = await givenServer();
  await expect(numbersIn(client, 'meeting-1')).rejects.toBeInstanceOf(StreamNotFoundError);
});

test('all events are read from a position on, itself included, and backwards from before it', async () => {
  const { server, client } = await givenServer();
  const first = await append(client, 'meeting-1', 'no_stream', 1);
  const second = await append(client, 'meeting-2', 'no_stream', 2);
  const streams = async (options: Parameters<typeof client.readAll>[0]) =>
    (await Array.fromAsync(client.readAll(options))).map(({ event }) => event!.streamId);
  expect(await streams({ fromPosition: first.position! })).toEqual(['meeting-1', 'meeting-2']);
  expect(await streams({ fromPosition: second.position!, direction: 'backwards', maxCount: 1 })).toEqual(['meeting-1']);
  expect(await streams({ fromPosition: 'end', direction: 'backwards', maxCount: 1 })).toEqual(['meeting-2']);
  expect(await streams({})).toEqual(server.log.all.map(({ stream }) => stream));
});

test('the server’s own events stand among those of the others', async () => {
  const { server, client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1);
  server.noteStatistics(2);
  const streams = (await Array.fromAsync(client.readAll())).map(({ event }) => event!.streamId);
  expect(streams).toEqual(expect.arrayContaining(['$users', '$user-admin', '$stats-127.0.0.1:2113', 'meeting-1']));
  expect(streams.slice(-3)).toEqual(['meeting-1', '$stats-127.0.0.1:2113', '$stats-127.0.0.1:2113']);
});

test('positions beyond what a number holds come back unharmed', async () => {
  const start = 2n ** 60n + 1n;
  const { client } = await givenServer({ start });
  const { position } = await append(client, 'meeting-1', 'no_stream', 1);
  expect(position!.commit).toBeGreaterThan(start);
  const [found] = await Array.fromAsync(client.readAll({ fromPosition: position!, maxCount: 1 }));
  expect(found?.event?.position).toEqual(position);
});

test('a place in the middle of a record is no position', async () => {
  const { client } = await givenServer();
  const { position } = await append(client, 'meeting-1', 'no_stream', 1);
  const middle = { commit: position!.commit + 1n, prepare: position!.prepare + 1n };
  await append(client, 'meeting-1', 0n, 2);
  await expect(Array.fromAsync(client.readAll({ fromPosition: middle }))).rejects.toThrow('invalid position');
});

test('an append to a stream that ends elsewhere is refused with what was expected and what is', async () => {
  const { client } = await givenServer();
  await append(client, 'meeting-1', 'no_stream', 1, 2, 3);
  const refused = append(client, 'meeting-1', 0n, 4);
  await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
  await expect(refused).rejects.toMatchObject({ streamName: 'meeting-1', expectedVersion: 0n, actualVersion: 2n });
  await expect(append(client, 'meeting-1', 7n, 4)).rejects.toMatchObject({ expectedVersion: 7n, actualVersion: 2n });
  await expect(append(client, 'meeting-1', 'no_stream', 4)).rejects.toMatchObject({ actualVersion: 2n });
  await expect(append(client, 'meeting-2', 'stream_exists', 4)).rejects.toMatchObject({ actualVersion: 'no_stream' });
  await append(client, 'meeting-1', 'stream_exists', 4);
  await append(client, 'meeting-1', 'any', 5);
  expect(await numbersIn(client, 'meeting-1')).toEqual([1, 2, 3, 4, 5]);
});

test('an append repeated with the same ids and the same expected revision writes nothing', async () => {
  const { server, client } = await givenServer();
  const events = numbered(1, 2);
  const first = await client.appendToStream('meeting-1', events, { expectedRevision: 'no_stream' });
  await append(client, 'meeting-1', 1n, 3);
  await server.restart();
  const later = connect(server.url);
  const again = await vi.waitFor(() => later.appendToStream('meeting-1', events, { expectedRevision: 'no_stream' }));
  expect(again).toEqual(first);
  const mixed = [events[0]!, ...numbered(9)];
  await expect(later.appendToStream('meeting-1', mixed, { expectedRevision: 'no_stream' })).rejects.toMatchObject({
    actualVersion: 2n,
  });
  expect(await numbersIn(later, 'meeting-1')).toEqual([1, 2, 3]);
});

test('an append that names no revision is known again until the server starts anew', async () => {
  const { server, client } = await givenServer();
  const events = numbered(1);
  const options = { expectedRevision: 'any' } as const;
  const first = await client.appendToStream('meeting-1', events, options);
  await append(client, 'meeting-1', 'any', 2);
  expect(await client.appendToStream('meeting-1', events, options)).toEqual(first);
  await server.restart();
  const later = connect(server.url);
  await vi.waitFor(() => later.appendToStream('meeting-1', events, options));
  expect(await numbersIn(later, 'meeting-1')).toEqual([1, 2, 1]);
});

test('ids are remembered only as long as there is room', async () => {
  const { client } = await givenServer({ memory: 200 });
  const events = numbered(1);
  const options = { expectedRevision: 'any' } as const;
  await client.appendToStream('meeting-1', events, options);
  await append(client, 'meeting-1', 'any', 2, 3, 4, 5);
  await client.appendToStream('meeting-1', events, options);
  expect(await numbersIn(client, 'meeting-1')).toEqual([1, 2, 3, 4, 5, 1]);
});

test('both ways of appending say the same', async () => {
  const { client } = await givenServer();
  const credentials = { username: 'somebody', password: 'something' };
  const events = numbered(1);
  const options = { expectedRevision: 'no_stream', credentials } as const;
  const first = await client.appendToStream('meeting-1', events, options);
  expect(first).toMatchObject({ success: true, nextExpectedRevision: 0n });
  expect(await client.appendToStream('meeting-1', events, options)).toEqual(first);
  await expect(client.appendToStream('meeting-1', numbered(2), options)).rejects.toMatchObject({
    streamName: 'meeting-1',
    expectedVersion: 'no_stream',
    actualVersion: 0n,
  });
});

test.each([{ credentials: undefined }, { credentials: { username: 'somebody', password: 'something' } }])(
  'an append may be as large as the server allows, and no larger ($credentials)',
  async ({ credentials }) => {
    const { client } = await givenServer({ maxAppendSize: 10_000 });
    const of = (length: number) => jsonEvent({ type: 'Counted', data: { text: 'x'.repeat(length) } });
    const options = { ...(credentials && { credentials }) };
    await client.appendToStream('meeting-1', [of(4000), of(4000)], options);
    const refused = client.appendToStream('meeting-1', [of(5000), of(5000)], options);
    await expect(refused).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
    await expect(refused).rejects.toMatchObject({ maxAppendSize: 10_000 });
    await append(client, 'meeting-1', 1n, 1);
  },
);

test('a large append travels in several messages and is written as one', async () => {
  const { client } = await givenServer({ maxAppendSize: 4 * 1024 * 1024 });
  const events = Array.from({ length: 200 }, (_, number) =>
    jsonEvent({ id: randomUUID(), type: 'Counted', data: { number, text: 'x'.repeat(10_000) } }),
  );
  await client.appendToStream('meeting-1', events, { expectedRevision: 'no_stream', batchAppendSize: 50_000 });
  expect(await numbersIn(client, 'meeting-1')).toEqual(events.map(({ data }) => data.number));
});

test('an append that takes too long to arrive is refused', async () => {
  const { client } = await givenServer();
  await expect(
    client.appendToStream('meeting-1', numbered(1), { expectedRevision: 'any', deadline: -1000 }),
  ).rejects.toMatchObject({ type: 'deadline-exceeded' });
});

test('data that is no JSON is kept byte for byte', async () => {
  const { client } = await givenServer();
  const data = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const event = { id: randomUUID(), type: 'Bytes', contentType: 'application/octet-stream' as const, data };
  await client.appendToStream('meeting-1', [{ ...event, metadata: data }]);
  const [read] = await Array.fromAsync(client.readStream('meeting-1'));
  expect(read?.event).toMatchObject({ isJson: false, data, metadata: data });
});
