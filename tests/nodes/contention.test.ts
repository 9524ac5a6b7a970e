// Many at several nodes want something of one meeting at the same moment: its commands are decided one after another
// all the same, and nobody is put off. `CONTENTION_COMMANDS=20000` plays it longer.

import { expect, test } from 'vitest';
import { Secretariat } from '../server/secretariat.ts';
import { Crowd, gather, writing } from './crowd.ts';
import { Deployment } from './deployment.ts';
import { faultsOfAnswers, readWhole } from './faults.ts';
import { eventStore } from './given.ts';

const LONG = process.env['CONTENTION_COMMANDS'];
const COMMANDS = Number(LONG ?? 1500);
const NODES = 3;
const CLIENTS = 64 * NODES;

test(`${CLIENTS} clients at ${NODES} nodes and in one meeting are all answered`, async () => {
  const store = await eventStore();
  const deployment = await Deployment.of(store, NODES);
  const admin = await Secretariat.at(deployment.addresses[0]!);
  const company = await gather(admin, 'sitting');
  await admin.gives('sitting', 'give-floor', { speakerId: 'ada', speechId: 'speech' });
  const crowd = new Crowd([company], writing, () => deployment.addresses);
  const began = performance.now();
  await crowd.give(COMMANDS, CLIENTS);
  const seconds = (performance.now() - began) / 1000;

  const metrics = await Promise.all(
    deployment.addresses.map(async (address) => (await fetch(`${address}/metrics`)).text()),
  );
  const conflicts = metrics.map((page) => Number(/^rostrum_append_conflicts_total (\d+)$/m.exec(page)?.[1] ?? 0));
  const course = `${COMMANDS} commands in ${seconds.toFixed(1)} s, the slowest in ${crowd.slowest.toFixed(0)} ms; conflicts at each node: ${conflicts.join(' ')}\n`;
  if (LONG !== undefined) process.stdout.write(course);
  expect(crowd.wrong).toEqual([]);
  expect(crowd.unanswered).toBe(0);
  expect([...crowd.putOff]).toEqual([]);
  expect(conflicts.every((count) => count > 0)).toBe(true);
  const events = await readWhole(store.url);
  expect(faultsOfAnswers(crowd, events)).toEqual([]);
  expect(events.length).toBeGreaterThan(COMMANDS);
});
