// The server is killed at random moments while many clients give it commands. Whatever it acknowledged is in the record
// exactly once; what it never answered is there once after it is sent again. `CRASH_ROUNDS=50` runs all rounds.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, startServer } from '../server/start.ts';
import { Clients } from './clients.ts';
import { faultsOfOrder, readModelsBesideRebuild, readWhole } from './record.ts';

const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 6);
const CLIENTS = 32;
const MEETINGS = ['council', 'plenary', 'assembly'];

let directory: string;
beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), 'rostrum-crash-'))));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const plan = {
  title: 'Plenary',
  organisation: 'The City',
  timeZone: 'UTC',
  startsAt: '2030-01-01T09:00:00Z',
  endsAt: '2030-01-01T10:00:00Z',
};

async function prepare(): Promise<string> {
  const server = await startServer(directory);
  const cookie = await signIn(server.address);
  const post = async (path: string, body: object) => {
    const response = await fetch(`${server.address}/api/meetings${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
    expect(response.status).toBeLessThan(300);
  };
  for (const meetingId of MEETINGS) {
    await post('', { meetingId, ...plan });
    await post(`/${meetingId}/add-item`, { title: 'Opening' });
    await post(`/${meetingId}/add-attendee`, { name: 'The Chair', unit: 'Council' });
    await post(`/${meetingId}/convene-meeting`, {});
  }
  expect(await server.stop()).toBe(0);
  return cookie;
}

test(`${ROUNDS} kills lose nothing and double nothing`, { timeout: 60_000 + ROUNDS * 20_000 }, async () => {
  const cookie = await prepare();
  const clients = new Clients(MEETINGS);

  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await startServer(directory);
    const working = clients.work(server.address, cookie, CLIENTS);
    await pause(100 + Math.random() * 700);
    await server.kill();
    await working;

    const events = await readWhole(directory);
    expect(faultsOfOrder(events)).toEqual([]);
    expect(lostOf(clients, events)).toEqual([]);
    const { left, rebuilt } = await readModelsBesideRebuild(directory);
    expect(left).toEqual(rebuilt);
  }

  const last = await startServer(directory);
  await clients.settle(last.address, cookie);
  expect(await last.stop()).toBe(0);
  const events = await readWhole(directory);
  expect(clients.wrong).toEqual([]);
  expect(clients.unanswered.size).toBe(0);
  expect(clients.acknowledged.size).toBeGreaterThan(ROUNDS * CLIENTS);
  expect(lostOf(clients, events)).toEqual([]);
  expect(doubledOf(events)).toEqual([]);
});

/** Keys of acknowledged commands whose events are not in the record, each exactly once, at their revisions. */
function lostOf({ acknowledged }: Clients, events: Awaited<ReturnType<typeof readWhole>>): readonly string[] {
  const revisions = new Map(events.map(({ id, revision }) => [id, revision]));
  return [...acknowledged.values()].flatMap((one) => {
    const stands = one.events.length === 1 && one.events.every(({ id, revision }) => revisions.get(id) === revision);
    return stands ? [] : [`${one.name} ${one.key}`];
  });
}

/** Ids of commands that stand in the record more than once: each of these makes one event. */
function doubledOf(events: Awaited<ReturnType<typeof readWhole>>): readonly string[] {
  const seen = new Map<string, number>();
  for (const { metadata, type } of events) {
    if (['ItemAdded', 'MessagePosted', 'AttendeeAdded'].includes(type)) {
      seen.set(metadata.commandId, (seen.get(metadata.commandId) ?? 0) + 1);
    }
  }
  return [...seen].flatMap(([commandId, times]) => (times === 1 ? [] : [`${commandId}: ${times} times`]));
}
