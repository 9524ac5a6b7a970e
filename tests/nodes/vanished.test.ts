// What somebody does to a meeting's stream past the node that serves it: deletes it on another node, deletes, cuts off or
// ends it on the server by hand, writes into it. That meeting goes on, is not there any more or says that it cannot be
// read; all others go on.

import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { openEventStoreDb } from '@rostrum/infra/adapters';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startEventStoreDb } from '../eventstoredb/server.ts';
import { nodeOn } from './house.ts';
import type { NodeInside } from './house.ts';

const plan = (meetingId: string) => ({
  meetingId,
  title: 'Council',
  organisation: 'The City',
  timeZone: 'Asia/Shanghai',
  startsAt: '2021-05-26T09:00:00+08:00',
  endsAt: '2021-05-26T11:00:00+08:00',
});
const item = (itemId: string) => ({ itemId, kind: 'speech', title: `Item ${itemId}` });

const STREAM = 'meeting-council';
const at = (path: string, meetingId = 'council') => `/api/meetings/${meetingId}${path}`;

type Given = {
  readonly node: NodeInside;
  /** Another node on the same store. */
  readonly other: NodeInside;
  readonly client: EventStoreDBClient;
};

/** Two nodes on a server of their own, with two meetings of two items each, and a client for what is done by hand. */
async function given(): Promise<Given> {
  const server = await startEventStoreDb();
  onTestFinished(() => server.close());
  const client = EventStoreDBClient.connectionString(server.url);
  onTestFinished(() => client.dispose());
  const open = async () => {
    const store = await openEventStoreDb({ connectionString: server.url });
    return nodeOn({ store, processHome: store.processHome });
  };
  const [node, other] = [await open(), await open()];
  for (const meetingId of ['council', 'senate']) {
    await node.ask('POST', '/api/meetings', plan(meetingId));
    for (const itemId of ['one', 'two']) await node.ask('POST', at('/add-item', meetingId), item(itemId));
  }
  for (const each of [node, other]) {
    await each.current();
    expect(await each.status('GET', at(''))).toEqual([200, undefined]);
  }
  return { node, other, client };
}

const listed = async (node: NodeInside): Promise<readonly string[]> => {
  const { rows } = (await (await node.ask('GET', '/api/meetings')).json()) as { rows: { meetingId: string }[] };
  return rows.map(({ meetingId }) => meetingId).toSorted();
};

async function isServed(node: NodeInside, itemId: string, meetingId = 'senate'): Promise<void> {
  expect(await node.status('POST', at('/add-item', meetingId), item(itemId))).toEqual([200, undefined]);
  await node.current();
  expect(await node.status('GET', at('', meetingId))).toEqual([200, undefined]);
  expect((await node.ask('GET', '/readyz')).status).toBe(200);
}

const errorsOf = ({ lines }: NodeInside) => lines.filter((line) => line.includes('"level":"error"'));

describe.each<[string, (of: Given) => Promise<unknown>]>([
  ['deleted on another node', ({ other }) => other.house.deps.store.deleteStream(STREAM)],
  ['deleted on the server by hand', ({ client }) => client.deleteStream(STREAM)],
  ['ended on the server for ever', ({ client }) => client.tombstoneStream(STREAM)],
  ['cut off on the server by hand', ({ client }) => client.setStreamMetadata(STREAM, { truncateBefore: 2 })],
])('a meeting whose stream is %s', (what, doing) => {
  test('is not there any more, on any node; the others are', async () => {
    const all = await given();
    const { node, other } = all;
    const stream = await node.ask('GET', at('/live'));
    await doing(all);
    for (const each of [node, other]) {
      await expect.poll(() => each.status('GET', at(''))).toEqual([404, 'meeting.unknown']);
      for (const path of ['/events', '/live', '/minutes.md', '/attendance.csv'])
        expect([path, ...(await each.status('GET', at(path)))]).toEqual([path, 404, 'meeting.unknown']);
      expect(await each.status('POST', at('/add-item'), item('more'))).toEqual([404, 'meeting.unknown']);
      await expect.poll(() => listed(each)).toEqual(['senate']);
    }
    expect(await stream.text()).toContain('event: ended\ndata: {"reason":"deleted"}');
    await isServed(node, 'three');
    await isServed(other, 'four');
    expect([...errorsOf(node), ...errorsOf(other)]).toEqual([]);
  });

  test('can be scheduled again, or says why not', async () => {
    const all = await given();
    const { node, other } = all;
    await doing(all);
    await expect.poll(() => node.status('GET', at(''))).toEqual([404, 'meeting.unknown']);
    const answer = await node.ask('POST', '/api/meetings', plan('council'));
    const { code, detail = '' } = (await answer.json()) as { code?: string; detail?: string };
    const endedForEver = what.startsWith('ended');
    expect([answer.status, code]).toEqual(endedForEver ? [503, 'store.damaged'] : [201, undefined]);
    expect(detail).toMatch(endedForEver ? /ended for ever.*Restore the event store from a backup\.$/ : /^$/);
    expect(answer.headers.has('retry-after')).toBe(false);
    if (!endedForEver) {
      await isServed(node, 'again', 'council');
      await isServed(other, 'once-more', 'council');
    }
    await isServed(node, 'three');
  });
});

describe.each([
  ['an event of its own', jsonEvent({ type: 'NoteTaken', data: { text: 'Hm' } })],
  ['what is no JSON', binaryEvent({ type: 'PictureTaken', data: Buffer.from([1, 2, 3]) })],
])('a meeting into whose stream another program writes %s', (_what, event) => {
  test('goes on past it, and it is counted', async () => {
    const { node, other, client } = await given();
    await client.appendToStream(STREAM, [event]);
    await isServed(node, 'three', 'council');
    await isServed(other, 'four', 'council');
    await isServed(node, 'three');
    const measures = await (await node.ask('GET', '/metrics')).text();
    expect(measures.split('\n')).toContain('rostrum_foreign_events_total 1');
    expect([...errorsOf(node), ...errorsOf(other)]).toEqual([]);
  });
});

test('a meeting into which a node of a newer version writes is left to that one', async () => {
  const { node, other, client } = await given();
  const [{ event: last } = { event: undefined }] = await Array.fromAsync(
    client.readStream(STREAM, { direction: 'backwards', fromRevision: 'end', maxCount: 1 }),
  );
  const metadata = { ...(last!.metadata as object), shape: 2 };
  await client.appendToStream(STREAM, [jsonEvent({ type: 'ItemAdded', data: { item: {} }, metadata })]);
  for (const each of [node, other]) {
    await each.current();
    expect(await each.status('GET', at(''))).toEqual([409, 'record.unreadable']);
    expect(await each.status('POST', at('/add-item'), item('more'))).toEqual([409, 'record.unreadable']);
    expect(await listed(each)).toEqual(['council', 'senate']);
    await isServed(each, each === node ? 'three' : 'four');
  }
});

test('what is deleted through a node is recorded once, however many nodes see it', async () => {
  const { node, other, client } = await given();
  await node.house.deps.store.deleteStream(STREAM);
  await node.ask('POST', '/api/meetings', plan('council'));
  await other.house.deps.store.deleteStream(STREAM);
  await isServed(node, 'three');
  await isServed(other, 'four');
  const recorded = await Array.fromAsync(client.readStream('rostrum-deletions'));
  expect(recorded.map(({ event }) => (event!.data as { through: number }).through)).toEqual([3, 5]);
});
