// What only one node does, on nodes that are processes of their own: whichever is killed, stalls or leaves while the event
// store breaks, every event is handled, in order, and by one at a time.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { NewEvent } from '@rostrum/events';
import type { EventStore } from '@rostrum/infra';
import { openEventStoreDb } from '@rostrum/infra/adapters';
import { expect, onTestFinished, test } from 'vitest';
import { startProcess } from '../server/start.ts';
import type { Server } from '../server/start.ts';
import { eventStore } from './given.ts';

const USHER = fileURLToPath(new URL('process.fixture.ts', import.meta.url));

/** What a node has said: which event it has begun or handled, and under which fence. */
type Said = { readonly what: string; readonly number: number; readonly fence: number };

const saidIn = (lines: readonly string[]): readonly Said[] =>
  lines.flatMap((line) => {
    const [, what, number, fence] = /^(begun|handled) (\d+) (\d+)$/.exec(line) ?? [];
    return what ? [{ what, number: Number(number), fence: Number(fence) }] : [];
  });

const handledBy = ({ lines }: Server): readonly Said[] => saidIn(lines).filter(({ what }) => what === 'handled');

async function usher(url: string): Promise<Server> {
  const server = await startProcess([USHER, url], {}, /^It runs at (\S+)$/);
  onTestFinished(() => server.kill());
  return server;
}

async function storeAt(url: string): Promise<EventStore> {
  const store = await openEventStoreDb({ connectionString: url });
  onTestFinished(() => store.close());
  return store;
}

function convened(number: number): NewEvent {
  const [id, at] = [randomUUID(), new Date().toISOString()];
  const actor = { kind: 'system', id: 'test' } as const;
  const trace = { commandId: id, command: 'convene-meeting', $correlationId: id, $causationId: id };
  return {
    id,
    type: 'MeetingConvened',
    data: { notice: String(number), at },
    metadata: { actor, ...trace, fingerprint: '0000000000000000', recordedAt: at },
  };
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, place) => place + 1);

test('a node that leaves hands on at once, and nothing is handled twice', async () => {
  const { url } = await eventStore();
  const store = await storeAt(url);
  const first = await usher(url);
  const second = await usher(url);
  await store.append('meeting-1', upTo(400).map(convened), 'any');
  await expect.poll(() => handledBy(first).length, { interval: 10 }).toBeGreaterThan(10);
  expect(await first.stop()).toBe(0);
  const left = performance.now();
  await expect.poll(() => handledBy(second).length, { interval: 10 }).toBeGreaterThan(0);
  expect(performance.now() - left).toBeLessThan(1500);
  await expect.poll(() => handledBy(second).at(-1)?.number).toBe(400);
  expect([...handledBy(first), ...handledBy(second)].map(({ number }) => number)).toEqual(upTo(400));
});

test('a node that stalls stops as soon as it goes on, since another has taken over', async () => {
  const { url } = await eventStore();
  const store = await storeAt(url);
  const first = await usher(url);
  await store.append('meeting-1', [convened(1)], 'any');
  await expect.poll(() => handledBy(first).length).toBe(1);
  const second = await usher(url);
  await pause(1500);
  process.kill(first.pid, 'SIGSTOP');
  await store.append('meeting-1', [convened(2), convened(3)], 'any');
  await expect.poll(() => handledBy(second).at(-1)?.number).toBe(3);
  process.kill(first.pid, 'SIGCONT');
  await store.append('meeting-1', [convened(4), convened(5)], 'any');
  await expect.poll(() => handledBy(second).at(-1)?.number).toBe(5);
  await pause(1000);
  expect(handledBy(first).map(({ number }) => number)).toEqual([1]);
  expect(handledBy(second).map(({ number }) => number)).toEqual([2, 3, 4, 5]);
});

test('while nodes are killed and the store breaks, every event is handled, in order, by one at a time', async () => {
  const server = await eventStore();
  const store = await storeAt(server.url);
  const count = 400;
  const all: Server[] = [];
  const here: Server[] = [];
  const arrive = async () => {
    const one = await usher(server.url);
    all.push(one);
    here.push(one);
  };
  await Promise.all([arrive(), arrive(), arrive()]);
  const writing = (async () => {
    for (const number of upTo(count)) {
      await store.append('meeting-1', [convened(number)], 'any');
      await pause(15);
    }
  })();
  for (let round = 0; round < 4; round += 1) {
    await pause(400);
    const holder = here.toSorted((a, b) => (handledBy(b).at(-1)?.fence ?? -1) - (handledBy(a).at(-1)?.fence ?? -1))[0]!;
    here.splice(here.indexOf(holder), 1);
    await holder.kill();
    server.dropConnections();
    await arrive();
    if (round % 2 === 0) await server.restart();
  }
  await writing;
  await expect.poll(() => all.some((one) => handledBy(one).at(-1)?.number === count)).toBe(true);

  const handled = all.flatMap(handledBy).toSorted((a, b) => a.fence - b.fence || a.number - b.number);
  expect([...new Set(handled.map(({ number }) => number))].toSorted((a, b) => a - b)).toEqual(upTo(count));
  // One fence is one node's, which passes nothing over; the next goes back by what was not kept at most.
  const byFence = [...Map.groupBy(handled, ({ fence }) => fence).values()];
  for (const [place, under] of byFence.entries()) {
    const first = under[0]!.number;
    expect(under.map(({ number }) => number)).toEqual(under.map((_, index) => first + index));
    const before = byFence[place - 1]?.at(-1)?.number ?? 0;
    expect(first).toBeLessThanOrEqual(before + 1);
  }
});
