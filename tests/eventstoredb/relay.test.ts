// A line that freezes and is cut.

import { setTimeout as delay } from 'node:timers/promises';
import { UnavailableError } from '@eventstore/db-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { append, connect, givenServer, numbersIn } from './bare-client.ts';
import { startRelay } from './relay.ts';

async function givenRelay() {
  const { server } = await givenServer();
  const relay = await startRelay(server.port);
  onTestFinished(() => relay.close());
  return { server, relay, client: connect(`esdb://127.0.0.1:${relay.port}?tls=false`) };
}

test('nothing passes a frozen line, and what was held back passes when it thaws', async () => {
  const { server, relay, client } = await givenRelay();
  await append(client, 'meeting-1', 'no_stream', 1);
  const heard: string[] = [];
  const subscription = client.subscribeToStream('meeting-1').on('data', ({ event }) => heard.push(event!.type));
  onTestFinished(() => subscription.unsubscribe());
  await expect.poll(() => heard).toEqual(['Counted']);

  relay.freeze();
  const appending = append(client, 'meeting-1', 0n, 2);
  await append(connect(server.url), 'meeting-2', 'no_stream', 7);
  await delay(50);
  expect(server.log.stream('meeting-1')).toHaveLength(1);
  relay.thaw();
  expect(await appending).toMatchObject({ success: true });
  await expect.poll(() => heard).toEqual(['Counted', 'Counted']);
});

test('a cut line breaks what is under way, and takes whoever comes again', async () => {
  const { relay, client } = await givenRelay();
  await append(client, 'meeting-1', 'no_stream', 1);
  const broken = new Promise((resolve) => client.subscribeToStream('meeting-1').on('error', resolve));
  await expect.poll(() => relay.connections()).toBe(1);
  relay.cut();
  expect(await broken).toBeInstanceOf(UnavailableError);
  expect(await vi.waitFor(() => numbersIn(client, 'meeting-1'))).toEqual([1]);
});
