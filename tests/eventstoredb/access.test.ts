// Users, certificates and versions.

import { AccessDeniedError, type EventStoreDBClient } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { append, connect, givenServer, numbersIn } from './bare-client.ts';
import { certify } from './certificates.ts';

/** What fails before the client knows the server comes as gRPC has it. */
const UNREACHABLE = { code: status.UNAVAILABLE };

const versionOf = async (client: EventStoreDBClient) => {
  const { capabilities } = client as unknown as { capabilities: Promise<{ serverVersion: string }> };
  return (await capabilities).serverVersion;
};

const admin = { username: 'admin', password: 'p@ss:w/rd' };

test('a server with users lets in who names one of them, over TLS', async () => {
  const { server, client } = await givenServer({ users: [admin], tls: certify() });
  await append(client, 'meeting-1', 'no_stream', 1);
  expect(await numbersIn(client, 'meeting-1')).toEqual([1]);
  expect(server.url).not.toContain('p@ss');
});

test.each([
  ['a wrong password', 'admin:wrong@'],
  ['no user', ''],
])('%s is refused everything', async (_, user) => {
  const { server } = await givenServer({ users: [admin], tls: certify() });
  const stranger = connect(server.url.replace(/\/\/.*@/, `//${user}`));
  await expect(append(stranger, 'meeting-1', 'no_stream', 1)).rejects.toBeInstanceOf(AccessDeniedError);
  await expect(numbersIn(stranger, 'meeting-1')).rejects.toBeInstanceOf(AccessDeniedError);
  await expect(Array.fromAsync(stranger.readAll())).rejects.toBeInstanceOf(AccessDeniedError);
  expect(server.log.stream('meeting-1')).toHaveLength(0);
});

test('who is no administrator reads and writes streams, but not all of them at once', async () => {
  const user = { username: 'rostrum', password: 'secret', admin: false };
  const { client } = await givenServer({ users: [user, admin], tls: certify() });
  await append(client, 'meeting-1', 'no_stream', 1);
  await client.setStreamMetadata('meeting-1', { maxCount: 5 });
  expect(await numbersIn(client, 'meeting-1')).toEqual([1]);
  await expect(Array.fromAsync(client.readAll())).rejects.toBeInstanceOf(AccessDeniedError);
  const failure = new Promise((resolve) => client.subscribeToAll().on('error', resolve));
  expect(await failure).toBeInstanceOf(AccessDeniedError);
});

test('a client that does not know the authority does not talk to the server', async () => {
  const { server } = await givenServer({ tls: certify() });
  const other = await givenServer({ tls: certify() });
  const file = new URL(other.server.url).searchParams.get('tlsCAFile')!;
  const mistaken = connect(`esdb://localhost:${server.port}?tls=true&tlsCAFile=${file}`);
  await expect(append(mistaken, 'meeting-1', 'no_stream', 1)).rejects.toMatchObject(UNREACHABLE);
});

test('a certificate for another name is not accepted', async () => {
  const { client } = await givenServer({ tls: certify(['store.example.org']) });
  await expect(append(client, 'meeting-1', 'no_stream', 1)).rejects.toMatchObject(UNREACHABLE);
});

test('a client that speaks plainly to a server with TLS is not understood, nor the other way round', async () => {
  const secure = await givenServer({ tls: certify() });
  const plain = await givenServer();
  await expect(
    append(connect(`esdb://localhost:${secure.server.port}?tls=false`), 'meeting-1', 'any', 1),
  ).rejects.toMatchObject(UNREACHABLE);
  await expect(
    append(connect(`esdb://localhost:${plain.server.port}?tls=true`), 'meeting-1', 'any', 1),
  ).rejects.toMatchObject(UNREACHABLE);
});

test('the server says which version it is', async () => {
  const { client } = await givenServer({ version: '26.1.0' });
  expect(await versionOf(client)).toBe('26.1.0');
});

test('an old server says nothing of itself, and takes appends the old way', async () => {
  const { client } = await givenServer({ version: '20.10.5' });
  expect(await versionOf(client)).toBe('unknown');
  await append(client, 'meeting-1', 'no_stream', 1);
  expect(await numbersIn(client, 'meeting-1')).toEqual([1]);
});

test('a server before 23.10 does not say that a subscription caught up', async () => {
  const { client } = await givenServer({ version: '23.6.0' });
  await append(client, 'meeting-1', 'no_stream', 1);
  const heard: string[] = [];
  const subscription = client
    .subscribeToStream('meeting-1')
    .on('caughtUp', () => heard.push('caught up'))
    .on('data', ({ event }) => heard.push(event!.type));
  await expect.poll(() => heard).toEqual(['Counted']);
  await append(client, 'meeting-1', 0n, 2);
  await expect.poll(() => heard).toEqual(['Counted', 'Counted']);
  await subscription.unsubscribe();
});
