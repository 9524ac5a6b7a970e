// Who is there while nodes come and go: nobody is gone because a node starts beside theirs, nobody was away who came back
// in time, and nobody stays who went with a node that died.

import { setTimeout as sleep } from 'node:timers/promises';
import { presenceOf, whereaboutsOf } from '@rostrum/events';
import type { Interval } from '@rostrum/events';
import { StoreUnavailable } from '@rostrum/infra';
import type { EventStore } from '@rostrum/infra';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HandClock, openTestHouse } from '../house.fixture.ts';
import type { TestHouse, TestHouseOptions } from '../house.fixture.ts';
import { distant } from '../processes/distant-home.fixture.ts';
import type { DistantHome } from '../processes/distant-home.fixture.ts';
import { attendee, MEETING, openCouncil } from './meeting.fixture.ts';
import { StreamReader } from './sse.fixture.ts';

class RunningClock extends HandClock {
  override now(): string {
    return new Date().toISOString();
  }
}

const patience = { ttlMs: 400, lookMs: 50, graceMs: 900 };

type Node = { readonly house: TestHouse; readonly home: DistantHome };

let nodes: Node[] = [];
beforeEach(async () => {
  nodes = [];
  await openCouncil((await start()).house);
});
afterEach(async () => {
  for (const { home } of nodes) home.away = 'no';
  for (const { house } of nodes.splice(0).toReversed()) await house.remove();
});

/** Starts a node on the store of the first one. */
async function start(options: TestHouseOptions = {}): Promise<Node> {
  let home: DistantHome;
  const beside = nodes[0]?.house;
  const house = await openTestHouse({
    patience,
    ...(beside ? { beside } : { clock: new RunningClock() }),
    aroundHome: (near) => (home = distant(near)),
    ...options,
  });
  const node = { house, home: home! };
  nodes.push(node);
  await expect.poll(async () => (await house.processHome.holders('node-')).length).toBeGreaterThanOrEqual(nodes.length);
  return node;
}

/** The node is gone from one moment to the next and says nothing to anybody. */
function kill({ house, home }: Node): void {
  home.away = 'silent';
  house.leave();
}

/** Follows the meeting as an attendee, by one node. */
async function follow({ house }: Node, id = 'ben'): Promise<StreamReader> {
  const stream = new StreamReader(await house.send(attendee(id), 'GET', `/api/meetings/${MEETING}/live`));
  await stream.next();
  return stream;
}

/** The intervals in which an attendee was there, as the record tells now. */
async function intervals(id = 'ben'): Promise<readonly Interval[]> {
  const { commands } = nodes[0]!.house.deps;
  const { state: meeting } = await commands.stateOf('meeting', MEETING);
  const { state: attendance } = await commands.stateOf('attendance', MEETING);
  return presenceOf(meeting, attendance, id, new Date(Date.now() + 1).toISOString()).intervals;
}

async function openSessions(id = 'ben'): Promise<number> {
  const { state } = await nodes[0]!.house.deps.commands.stateOf('attendance', MEETING);
  return whereaboutsOf(state, id).sessions.filter(({ joined, left }) => joined && !left).length;
}

const isHere = async (id = 'ben') => (await intervals(id)).at(-1)?.to === null;

describe('while all nodes are alive', () => {
  test('whoever is at one node is left alone by another that starts and looks', async () => {
    const stream = await follow(nodes[0]!);
    const other = await start();
    const watching = await follow(other, 'ada');
    await sleep(3 * patience.graceMs);
    expect(await intervals()).toMatchObject([{ to: null }]);
    expect(await openSessions()).toBe(1);
    await Promise.all([stream.close(), watching.close()]);
  });

  test('whoever goes from one to another was never away', async () => {
    const other = await start();
    const before = await follow(nodes[0]!);
    await expect.poll(() => isHere()).toBe(true);
    await before.close();
    await sleep(200);
    const after = await follow(other);
    await expect.poll(() => openSessions()).toBe(2);
    await expect.poll(() => openSessions()).toBe(1);
    expect(await intervals()).toMatchObject([{ to: null }]);
    await after.close();
    await expect.poll(() => isHere()).toBe(false);
    expect(await intervals()).toHaveLength(1);
  });

  test('whoever comes back too late was away for as long as that', async () => {
    const other = await start();
    const before = await follow(nodes[0]!);
    await expect.poll(() => isHere()).toBe(true);
    await before.close();
    const closed = Date.now();
    await sleep(patience.graceMs + 400);
    const after = await follow(other);
    await expect.poll(async () => (await intervals()).length).toBe(2);
    const [first, second] = await intervals();
    expect(Math.abs(Date.parse(first!.to!) - closed)).toBeLessThan(200);
    expect(Date.parse(second!.from) - Date.parse(first!.to!)).toBeGreaterThan(patience.graceMs);
    await after.close();
  });
});

describe('when a node dies', () => {
  test('those who were at it are gone from when it was last heard of, though nobody looks', async () => {
    const other = await start();
    await follow(other);
    await expect.poll(() => isHere()).toBe(true);
    await sleep(300);
    kill(other);
    const died = Date.now();
    await expect.poll(() => isHere()).toBe(false);
    expect(Date.now() - died).toBeGreaterThan(patience.graceMs - patience.ttlMs);
    const [interval, ...more] = await intervals();
    expect(more).toEqual([]);
    expect(Math.abs(Date.parse(interval!.to!) - died)).toBeLessThan(patience.ttlMs);
  });

  test('whoever is back at another in time was never away', async () => {
    const other = await start();
    await follow(other);
    await expect.poll(() => isHere()).toBe(true);
    kill(other);
    await sleep(200);
    const again = await follow(nodes[0]!);
    await expect.poll(() => openSessions()).toBe(2);
    await expect.poll(() => openSessions()).toBe(1);
    expect(await intervals()).toMatchObject([{ to: null }]);
    await again.close();
  });

  test('it takes another to die as well before nobody is left to see to it', async () => {
    const [second, third] = [await start(), await start()];
    await follow(second);
    await follow(third, 'cao');
    await expect.poll(async () => (await isHere()) && (await isHere('cao'))).toBe(true);
    kill(second);
    await sleep(200);
    kill(third);
    await expect.poll(async () => (await isHere()) || (await isHere('cao'))).toBe(false);
  });

  test('and only its line to the others was cut, those who are still at it are there again', async () => {
    const other = await start();
    const stream = await follow(other);
    await expect.poll(() => isHere()).toBe(true);
    other.home.away = 'refused';
    await expect.poll(() => isHere()).toBe(false);
    other.home.away = 'no';
    await expect.poll(() => isHere()).toBe(true);
    expect(await openSessions()).toBe(1);
    await stream.close();
    await expect.poll(() => isHere()).toBe(false);
  });
});

describe('when the only node starts anew', () => {
  async function restart(): Promise<void> {
    const [{ house }] = nodes.splice(0) as [Node];
    await house.stop();
    await start({ directory: house.directory, clock: new RunningClock() });
  }

  test('whoever comes back was never away', async () => {
    await follow(nodes[0]!);
    await expect.poll(() => isHere()).toBe(true);
    await restart();
    await sleep(300);
    await follow(nodes[0]!);
    await expect.poll(() => openSessions()).toBe(2);
    await expect.poll(() => openSessions()).toBe(1);
    expect(await intervals()).toMatchObject([{ to: null }]);
  });

  test('whoever does not come back is gone, though nobody looks', async () => {
    await follow(nodes[0]!);
    await expect.poll(() => isHere()).toBe(true);
    await restart();
    await expect.poll(() => isHere()).toBe(false);
  });

  test('a session of an earlier version is ended like any other', async () => {
    const data = { sessionId: `live.${crypto.randomUUID()}`, attendeeId: 'ben', via: 'live' };
    const actor = { kind: 'system', id: 'live-presence' } as const;
    await nodes[0]!.house.deps.commands.give({
      family: 'attendance',
      subject: MEETING,
      name: 'record-joined',
      data,
      actor,
    });
    await restart();
    await expect.poll(() => isHere()).toBe(false);
  });
});

test('who came while the record could not be written is recorded as soon as it can be', async () => {
  let full = true;
  const around = (store: EventStore): EventStore =>
    new Proxy(store, {
      get(target, name) {
        if (name === 'append' && full) {
          return () => Promise.reject(new StoreUnavailable('store.disk-full', 'The disk is full.'));
        }
        const value = target[name as keyof EventStore];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const other = await start({ around });
  const stream = await follow(other);
  const came = Date.now();
  await sleep(300);
  expect(await isHere()).toBe(false);
  full = false;
  await expect.poll(() => isHere()).toBe(true);
  expect(Math.abs(Date.parse((await intervals())[0]!.from) - came)).toBeLessThan(200);
  await stream.close();
});

test(
  'whatever nodes and connections do, in the end exactly those are there who are',
  { timeout: 120_000 },
  async () => {
    const people = ['ada', 'ben', 'cao'] as const;
    const deed = fc.record({
      what: fc.constantFrom('come', 'come', 'go', 'kill', 'cut', 'mend'),
      who: fc.constantFrom(...people),
      node: fc.nat(2),
      wait: fc.integer({ min: 0, max: 300 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
        const alive = [nodes[0]!, await start(), await start()];
        const at: { readonly who: string; readonly node: Node; readonly stream: StreamReader }[] = [];
        for (const { what, who, node: place, wait } of deeds) {
          const node = alive[place % alive.length]!;
          if (what === 'come') at.push({ who, node, stream: await follow(node, who) });
          else if (what === 'go')
            await at
              .splice(
                at.findIndex((one) => one.who === who),
                1,
              )[0]
              ?.stream.close();
          else if (what === 'cut') node.home.away = 'refused';
          else if (what === 'mend') node.home.away = 'no';
          else if (node !== nodes[0] && alive.length > 1) {
            alive.splice(alive.indexOf(node), 1);
            kill(node);
            for (let index = at.length - 1; index >= 0; index -= 1) if (at[index]!.node === node) at.splice(index, 1);
          }
          await sleep(wait);
        }
        for (const { home } of alive) home.away = 'no';
        const there = () => Promise.all(people.map((who) => isHere(who)));
        const expected = people.map((who) => at.some((one) => one.who === who));
        await expect.poll(there, { timeout: 15_000 }).toEqual(expected);
        // And so it stays.
        await sleep(2 * patience.graceMs);
        expect(await there()).toEqual(expected);

        for (const { stream } of at) await stream.close();
        for (const node of nodes.splice(1).toReversed()) {
          node.home.away = 'no';
          await node.house.remove();
        }
        await expect.poll(there, { timeout: 15_000 }).toEqual([false, false, false]);
      }),
      { numRuns: 6 },
    );
  },
);
