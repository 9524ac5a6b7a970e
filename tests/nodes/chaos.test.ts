// Nodes are killed, the event store goes away, lines break, answers are lost, while a crowd gives commands to many meetings
// at whichever node answers. Then every acknowledged command is in the record exactly once and nothing that was refused,
// all nodes show the same, whoever followed has seen it all, and no meeting ever had two who held its floor.
// `CHAOS_COMMANDS=10000` plays it in full length.

import type { RecordedEvent } from '@rostrum/events';
import { expect, test } from 'vitest';
import { faultsOfOrder } from '../crash/record.ts';
import type { EventStoreDbServer } from '../eventstoredb/server.ts';
import type { Failure } from '../eventstoredb/faults.ts';
import { Secretariat } from '../server/secretariat.ts';
import { Crowd, debating, gather } from './crowd.ts';
import { Deployment } from './deployment.ts';
import { faultsOfAnswers, faultsOfFloor, readWhole } from './faults.ts';
import { Follower, viewAt } from './follower.ts';
import { eventStore } from './given.ts';

const FULL = process.env['CHAOS_COMMANDS'];
const COMMANDS = Number(FULL ?? 2000);
const CLIENTS = 64;
const MEETINGS = 20;
const FOLLOWERS = 6;

const between = (low: number, high: number): number => low + Math.random() * (high - low);
const pick = <T>(among: readonly T[]): T => among[Math.floor(Math.random() * among.length)]!;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Lets one thing after another go wrong, until it is told to stop; then everything is mended. */
async function wreak(deployment: Deployment, store: EventStoreDbServer, stop: AbortSignal): Promise<readonly string[]> {
  const done: string[] = [];
  const starting: Promise<void>[] = [];
  const failures: readonly Failure[] = ['lose-reply', 'drop', 'drop-after', 'unavailable', 'timeout', 'not-leader'];
  const mishaps: Readonly<Record<string, () => unknown>> = {
    // The next one dies when the one before is back: a deployment of which nothing is left shows little.
    kill: () => deployment.isWhole && starting.push(deployment.kill(Math.floor(Math.random() * 6), between(100, 1500))),
    lines: () => store.dropConnections(),
    store: async () => {
      await store.stop();
      await pause(between(100, 1000));
      await store.start();
    },
    appends: () => store.faults.next('append', ...Array.from({ length: 5 }, () => pick(failures))),
    silence: () => store.faults.next('append', 'silence'),
    subscription: () => store.faults.next('subscribe', { breakAfter: Math.floor(between(0, 20)) }),
    reads: () => store.faults.next('read', { delay: between(10, 300) }, { breakAfter: 1 }, 'unavailable'),
  };
  const names = ['kill', 'kill', ...Object.keys(mishaps)];
  while (!stop.aborted) {
    await pause(between(200, 1500));
    if (stop.aborted) break;
    const name = pick(names);
    done.push(name);
    await mishaps[name]!();
  }
  store.faults.clear();
  await Promise.all(starting);
  return done;
}

const floorsGiven = (events: readonly RecordedEvent[]): number =>
  events.filter(({ type }) => type === 'FloorGiven').length;

type Course = {
  readonly count: number;
  readonly seconds: number;
  readonly events: readonly RecordedEvent[];
  readonly mishaps: readonly string[];
};

/** How it went, for whoever plays it by hand. */
const accountOf = (crowd: Crowd, { count, seconds, events, mishaps }: Course): string =>
  [
    `${count} nodes: ${COMMANDS} commands in ${seconds.toFixed(0)} s, of which ${crowd.acknowledged.size} were acknowledged (${crowd.written} changed something)`,
    `and ${crowd.refused.size} refused; ${crowd.unanswered} times no answer came, and put off were`,
    `${JSON.stringify(Object.fromEntries(crowd.putOff))}. ${events.length} events, the floor given ${floorsGiven(events)} times. What befell them: ${mishaps.join(' ')}.`,
  ].join(' ');

test.each([2, 3])(
  `${COMMANDS} commands at %i nodes, while everything breaks`,
  { timeout: 240_000 + COMMANDS * 40 },
  async (count) => {
    const store = await eventStore();
    const deployment = await Deployment.of(store, count);
    const addresses = () => deployment.addresses;
    const admin = await Secretariat.at(addresses()[0]!);
    const companies = await Promise.all(
      Array.from({ length: MEETINGS }, (_, number) => gather(admin, `sitting-${number}`)),
    );

    const followers = companies
      .slice(0, FOLLOWERS)
      .map(({ meetingId, members }) => new Follower(meetingId, pick([admin.cookie, ...members.values()]), addresses));
    const following = followers.map((follower) => follower.follow());
    const crowd = new Crowd(companies, debating, addresses);
    const stop = new AbortController();
    const wreaking = wreak(deployment, store, stop.signal);
    const began = performance.now();
    await crowd.give(COMMANDS, CLIENTS);
    stop.abort();
    const mishaps = await wreaking;
    const seconds = (performance.now() - began) / 1000;
    await expect.poll(() => deployment.isReady()).toBe(true);

    const events = await readWhole(store.url);
    const course = accountOf(crowd, { count, seconds, events, mishaps });
    if (FULL !== undefined) process.stdout.write(`${course}\n`);
    expect(crowd.wrong).toEqual([]);
    expect(crowd.acknowledged.size + crowd.refused.size).toBe(COMMANDS);
    // A record in which little was written would prove little.
    expect(crowd.written).toBeGreaterThan(COMMANDS / 4);
    expect(floorsGiven(events)).toBeGreaterThan(COMMANDS / 50);
    expect(faultsOfOrder(events)).toEqual([]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(faultsOfAnswers(crowd, events)).toEqual([]);
    expect(faultsOfFloor(events)).toEqual([]);

    const last = events.at(-1)!.position;
    for (const { meetingId } of companies) {
      const shown = await Promise.all(
        addresses().map(async (address) => {
          const there = admin.elsewhere(address);
          await there.does('GET', `/api/meetings/${meetingId}?position=${last}`);
          return JSON.stringify(await viewAt(address, meetingId, admin.cookie));
        }),
      );
      expect(new Set(shown).size).toBe(1);
    }
    const lists = addresses().map((address) =>
      admin.elsewhere(address).does('GET', `/api/meetings?position=${last}&limit=100`),
    );
    const [first, ...others] = (await Promise.all(lists)).map((list) => JSON.stringify(list));
    expect(others).toEqual(others.map(() => first));

    for (const follower of followers) {
      const { meetingId, cookie } = follower;
      const whole = JSON.stringify(await viewAt(addresses()[0]!, meetingId, cookie));
      await expect.poll(() => JSON.stringify(follower.view)).toBe(whole);
      follower.leave();
    }
    await Promise.all(following);
  },
);
