// A node whose store is exchanged while its folder stays: from the file to a server and back. Its lists are those of the
// store that it runs on, and are made anew only where they must be.

import { openEventStoreDb, openLocalProcessHome, openSqliteEventStore } from '@rostrum/infra/adapters';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startEventStoreDb } from '../eventstoredb/server.ts';
import { nodeFolder, nodeOn } from './house.ts';
import type { NodeInside } from './house.ts';

const plan = (meetingId: string) => ({
  meetingId,
  title: 'Council',
  organisation: 'The City',
  timeZone: 'Asia/Shanghai',
  startsAt: '2021-05-26T09:00:00+08:00',
  endsAt: '2021-05-26T11:00:00+08:00',
});

async function given() {
  const directory = nodeFolder();
  const server = await startEventStoreDb();
  onTestFinished(() => server.close());
  const onFile = async () =>
    nodeOn(
      {
        store: await openSqliteEventStore({ directory }),
        processHome: openLocalProcessHome({ directory: join(directory, 'processes') }),
      },
      directory,
    );
  const onServer = async (folder = directory) => {
    const store = await openEventStoreDb({ connectionString: server.url });
    return nodeOn({ store, processHome: store.processHome }, folder);
  };
  return { onFile, onServer };
}

const schedule = async (node: NodeInside, meetingId: string): Promise<void> => {
  expect(await node.status('POST', '/api/meetings', plan(meetingId))).toEqual([201, undefined]);
  await node.current();
};

async function listed(node: NodeInside): Promise<readonly string[]> {
  await expect.poll(async () => (await node.ask('GET', '/readyz')).status).toBe(200);
  const { rows } = (await (await node.ask('GET', '/api/meetings')).json()) as { rows: { meetingId: string }[] };
  return rows.map(({ meetingId }) => meetingId).toSorted();
}

const wereMadeAnew = ({ lines }: NodeInside) => lines.some((line) => line.includes('built anew'));

/** Stops a node, and opens the next. */
async function then(before: NodeInside, next: () => Promise<NodeInside>): Promise<NodeInside> {
  await before.stop();
  return next();
}

test('the lists follow the store that the node runs on', async () => {
  const { onFile, onServer } = await given();
  let node = await onFile();
  for (const meetingId of ['one', 'two']) await schedule(node, meetingId);
  node = await then(node, onServer);
  expect([await listed(node), wereMadeAnew(node)]).toEqual([[], true]);
  await schedule(node, 'three');
  node = await then(node, onServer);
  expect([await listed(node), wereMadeAnew(node)]).toEqual([['three'], false]);
  node = await then(node, onFile);
  expect([await listed(node), wereMadeAnew(node)]).toEqual([['one', 'two'], true]);
});

test('what other nodes recorded and deleted meanwhile is taken in, and nothing made anew for it', async () => {
  const { onServer } = await given();
  let node = await onServer();
  for (const meetingId of ['one', 'two', 'three']) await schedule(node, meetingId);
  expect(await listed(node)).toEqual(['one', 'three', 'two']);
  await node.stop();
  const other = await onServer(nodeFolder());
  await schedule(other, 'four');
  for (const meetingId of ['two', 'three']) await other.store.deleteStream(`meeting-${meetingId}`);
  node = await onServer();
  expect([await listed(node), wereMadeAnew(node)]).toEqual([['four', 'one'], false]);
});
