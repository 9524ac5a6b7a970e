// Several nodes on one store: each remembers what it decided on, and none decides on a memory that it could know to be
// out of date.

import { randomUUID } from 'node:crypto';
import type { Actor } from '@rostrum/events';
import type { EventStore } from '@rostrum/infra';
import { afterEach, describe, expect, test } from 'vitest';
import { item, plan, recordedIn } from '../conference.fixture.ts';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse, TestHouseOptions } from '../house.fixture.ts';

let here: TestHouse;
let there: TestHouse;
/** Streams that were read from the store since it was emptied, by the node here. */
let readings: string[] = [];
/** Keeps what is recorded from the node here while it is set, as a feed that lags. */
let held: Promise<void> | undefined;

afterEach(async () => {
  await there.remove();
  await here.remove();
});

const wei: Actor = { kind: 'attendee', id: 'wei', meetingId: 'conference', name: 'Wei Yiyin' };

async function open(options: TestHouseOptions = {}): Promise<void> {
  held = undefined;
  here = await openTestHouse({ around: observed, ...options });
  there = await openTestHouse({ beside: here });
  await give(here, 'schedule-meeting', plan);
  await give(here, 'add-attendee', { attendeeId: 'wei', name: 'Wei Yiyin', unit: 'CASIC' });
  await give(here, 'add-venue', { venueId: 'main', name: 'Main hall', main: true });
  await give(here, 'add-item', item('opening'));
  await give(here, 'appoint-officer', { office: 'chair', attendeeId: 'wei' });
  await give(here, 'convene-meeting');
  readings = [];
}

/** A store that tells which streams are read, and whose subscriptions can be held up. */
function observed(store: EventStore): EventStore {
  const readStream: EventStore['readStream'] = (stream, options) => {
    readings.push(stream);
    return store.readStream(stream, options);
  };
  async function* subscribe(...options: Parameters<EventStore['subscribe']>) {
    for await (const delivery of store.subscribe(...options)) {
      await held;
      yield delivery;
    }
  }
  return new Proxy(store, {
    get(target, name) {
      if (name === 'readStream') return readStream;
      if (name === 'subscribe') return subscribe;
      const value = target[name as keyof EventStore];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

type Answer = { readonly revision: number; readonly position: string; readonly events: readonly { id: string }[] };

async function give(house: TestHouse, name: string, data: object = {}, key = randomUUID(), actor: Actor = organizer) {
  const path = name === 'schedule-meeting' ? '/api/meetings' : `/api/meetings/conference/${name}`;
  const response = await house.send(actor, 'POST', path, data, { 'idempotency-key': key });
  const body = (await response.json()) as Answer;
  if (!response.ok) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body;
}

/** Waits until a house has heard of everything that is recorded. */
async function level(house: TestHouse): Promise<void> {
  expect(await house.deps.feed.reach(await house.store.lastPosition(), 5000)).toBe(true);
}

describe('what a node remembers', () => {
  test('of its own writing is never read again', async () => {
    await open();
    for (const name of ['one', 'two', 'three']) {
      await give(here, 'add-item', item(name));
      await give(here, name === 'two' ? 'check-out' : 'check-in', { attendeeId: 'wei' });
      await give(here, 'post-message', { text: name });
      await level(here);
      await here.deps.commands.stateOf('meeting', 'conference');
    }
    // The conversation was not known before; the attendance is read once by who looks for those whose node is gone.
    const [attendance, others] = [readings.filter((stream) => stream.startsWith('attendance-')), new Set(readings)];
    expect(attendance.length).toBeLessThanOrEqual(1);
    expect([...others.difference(new Set(attendance))]).toEqual(['conversation-conference']);
    expect(readings.length).toBe(others.size);
  });

  test('is brought up to what another node wrote before it is looked at', async () => {
    await open();
    await give(here, 'add-item', item('one'));
    await give(there, 'add-item', item('two'));
    await level(here);
    const { state, revision } = await here.deps.commands.stateOf('meeting', 'conference');
    expect(state.agenda.order).toEqual(['opening', 'one', 'two']);
    expect(revision).toBe(7);
    readings = [];
    await here.deps.commands.stateOf('meeting', 'conference');
    expect(readings).toEqual([]);
  });

  test('of the streams beside a meeting is fresh when a decision looks at it', async () => {
    await open();
    await here.deps.commands.stateOf('attendance', 'conference');
    await give(there, 'check-in', { attendeeId: 'wei' });
    await level(here);
    const { events } = await give(here, 'open-meeting');
    const opened = (await recordedIn(here)).find(({ id }) => id === events[0]!.id)!;
    expect(opened.data).toMatchObject({ present: 1 });
  });

  test('is given up where another node has deleted the stream', async () => {
    await open();
    await give(here, 'set-contact', { attendeeId: 'wei', email: 'wei@example.org' });
    await there.deps.commands.erase('contact', 'conference', 'wei');
    await level(here);
    expect((await here.deps.commands.stateOf('contact', 'conference', 'wei')).state.email).toBeNull();
  });

  test('is not called true where another node has deleted the stream and this one has not heard of it yet', async () => {
    await open();
    await give(here, 'set-contact', { attendeeId: 'wei', email: 'wei@example.org' });
    const { promise, resolve } = Promise.withResolvers<void>();
    held = promise;
    await there.deps.commands.erase('contact', 'conference', 'wei');
    const again = await give(here, 'set-contact', { attendeeId: 'wei', email: 'wei@example.org' });
    expect(again.events).toHaveLength(1);
    resolve();
  });
});

describe('a command that is sent again to another node with the same key', () => {
  const commands = [
    { of: 'the meeting', name: 'add-item', data: item('one'), actor: organizer },
    { of: 'its attendance', name: 'check-in', data: { attendeeId: 'wei' }, actor: organizer },
    { of: 'its conversation', name: 'post-message', data: { text: 'Good morning' }, actor: wei },
    { of: 'a contact', name: 'set-contact', data: { attendeeId: 'wei', email: 'a@example.org' }, actor: organizer },
  ];

  test.each(commands)('is answered as the first time: on $of', async ({ name, data, actor }) => {
    await open();
    const key = randomUUID();
    const first = await give(here, name, data, key, actor);
    await level(there);
    expect(await give(there, name, data, key, actor)).toEqual(first);
    expect(await give(here, name, data, key, actor)).toEqual(first);
  });

  test.each(commands)(
    'is recorded once although that node has not heard of it, among other commands: on $of',
    async ({ name, data, actor }) => {
      await open();
      const others = () => give(here, 'post-message', { text: randomUUID() }, undefined, wei);
      // Both nodes remember all of the streams before.
      await give(here, 'check-out', { attendeeId: 'wei' });
      await others();
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      const key = randomUUID();
      const first = await give(there, name, data, key, actor);
      const [, again] = await Promise.all([others(), give(here, name, data, key, actor), others()]);
      expect(again).toMatchObject({ revision: first.revision, events: first.events });
      resolve();
      await level(here);
      const all: string[] = [];
      for await (const page of here.store.readAll()) all.push(...page.map(({ id }) => id));
      expect(all.filter((id) => id === first.events[0]!.id)).toHaveLength(1);
      expect(new Set(all).size).toBe(all.length);
    },
  );
});

test('a command sent again is recorded once although the store has forgotten its id, and the node has not heard of it', async () => {
  const forgetful = (store: EventStore): EventStore =>
    new Proxy(observed(store), {
      get(target, name) {
        if (name !== 'append') return target[name as keyof EventStore];
        return async (...[stream, events, expected]: Parameters<EventStore['append']>) => {
          if (expected !== 'any') return target.append(stream, events, expected);
          const [last] = (await Array.fromAsync(store.readStream(stream, { direction: 'backwards', limit: 1 }))).flat();
          return target.append(stream, events, last?.revision ?? 'none');
        };
      },
    });
  await open({ around: forgetful, env: { EVENT_STORE: 'esdb://localhost:2113?tls=false' } });
  await give(here, 'post-message', { text: 'Before' }, undefined, wei);
  const { promise, resolve } = Promise.withResolvers<void>();
  held = promise;
  const key = randomUUID();
  const first = await give(there, 'post-message', { text: 'Good morning' }, key, wei);
  expect(await give(here, 'post-message', { text: 'Good morning' }, key, wei)).toEqual(first);
  expect(await recordedIn(here, 'conversation-conference')).toHaveLength(2);
  resolve();
});

test('two nodes that give commands to one meeting at once lose none, double none and refuse none', async () => {
  await open();
  const nodes = [here, there];
  const names = ['add-item', 'post-message', 'check-in', 'check-out'] as const;
  const data = (name: (typeof names)[number], turn: number) =>
    ({
      'add-item': item(`item-${turn}`),
      'post-message': { text: `Message ${turn}` },
      'check-in': { attendeeId: 'wei' },
      'check-out': { attendeeId: 'wei' },
    })[name];
  const acknowledged = await Promise.all(
    Array.from({ length: 64 }, async (_, client) => {
      const events: string[] = [];
      for (let turn = 0; turn < 8; turn += 1) {
        const name = names[(client + turn) % names.length]!;
        const answer = await give(nodes[(client + turn) % 2]!, name, data(name, client * 8 + turn));
        events.push(...answer.events.map(({ id }) => id));
      }
      return events;
    }),
  );
  const recorded: string[] = [];
  for await (const page of here.store.readAll()) recorded.push(...page.map(({ id }) => id));
  expect(new Set(recorded).size).toBe(recorded.length);
  expect(acknowledged.flat().filter((id) => !recorded.includes(id))).toEqual([]);
  await Promise.all(nodes.map(level));
  const states = await Promise.all(
    nodes.map(async ({ deps }) => JSON.stringify(await deps.commands.stateOf('meeting', 'conference'))),
  );
  expect(states[0]).toBe(states[1]);
});
