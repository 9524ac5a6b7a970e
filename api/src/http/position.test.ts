// Reading one's own writes at another node, whose subscription lags behind: with the position that the command answered,
// whatever is asked waits for it.

import type { Actor } from '@rostrum/events';
import type { EventStore } from '@rostrum/infra';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { give, MEETING, openCouncil } from '../live/meeting.fixture.ts';
import { StreamReader } from '../live/sse.fixture.ts';

let here: TestHouse;
let there: TestHouse;
/** Keeps what is recorded from the other node while it is set. */
let held: Promise<void> | undefined;
let letGo = () => {};

function hold(): void {
  const { promise, resolve } = Promise.withResolvers<void>();
  held = promise;
  letGo = () => {
    held = undefined;
    resolve();
  };
}

const lagging = (store: EventStore): EventStore =>
  new Proxy(store, {
    get(target, name) {
      if (name === 'subscribe') return subscribed.bind(null, target);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

async function* subscribed(store: EventStore, ...options: Parameters<EventStore['subscribe']>) {
  for await (const delivery of store.subscribe(...options)) {
    await held;
    yield delivery;
  }
}

beforeEach(async () => {
  held = undefined;
  here = await openTestHouse();
  there = await openTestHouse({ beside: here, around: lagging });
  await openCouncil(here);
  await there.deps.feed.reach(await here.store.lastPosition(), 5000);
});
afterEach(async () => {
  letGo();
  await there.remove();
  await here.remove();
});

const path = `/api/meetings/${MEETING}`;
const brought = (position: string) => ({ 'rostrum-position': position });

/** What a request answers once the other node is let go on; it must not be answered before. */
async function afterwards<T>(asked: Promise<T>): Promise<T> {
  let answered = false;
  const answer = asked.finally(() => (answered = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(answered).toBe(false);
  letGo();
  return answer;
}

const speakerIn = (text: string): unknown =>
  (JSON.parse(text) as { meeting: { floor: { speech: { speakerId: string } | null } } }).meeting.floor.speech
    ?.speakerId;

describe('with the position of a command that another node took', () => {
  let position: string;
  beforeEach(async () => {
    hold();
    ({ position } = await give(here, 'give-floor', { speakerId: 'ben', speechId: 's1' }));
  });

  test('without it, a node tells what it knows', async () => {
    expect(speakerIn(await (await there.send(organizer, 'GET', path)).text())).toBeUndefined();
  });

  test('in a header, a query waits', async () => {
    const asked = there.send(organizer, 'GET', path, undefined, brought(position));
    expect(speakerIn(await (await afterwards(asked)).text())).toBe('ben');
  });

  test('in the query, a query waits', async () => {
    const asked = there.send(organizer, 'GET', `${path}?position=${position}`);
    expect(speakerIn(await (await afterwards(asked)).text())).toBe('ben');
  });

  test('a list waits', async () => {
    const asked = there.send(organizer, 'GET', '/api/people', undefined, brought(position));
    expect((await afterwards(asked)).status).toBe(200);
  });

  test('a command waits', async () => {
    const asked = there.send(organizer, 'POST', `${path}/yield-floor`, { speechId: 's1' }, brought(position));
    expect((await afterwards(asked)).status).toBe(200);
  });

  test('a live stream waits, and shows it in its first message', async () => {
    const asked = there.send(organizer, 'GET', `${path}/live?position=${position}`);
    const stream = new StreamReader(await afterwards(asked));
    const opening = await stream.next();
    expect(speakerIn(JSON.stringify((opening!.data as { view: unknown }).view))).toBe('ben');
    await stream.close();
  });

  test('the accounts that are asked for here have the one that was made there', async () => {
    const account = { accountId: 'li', signInName: 'li', name: 'Li', roles: ['organizer'] };
    const administrator: Actor = { kind: 'account', id: 'root', name: 'Root', roles: ['administrator'] };
    const made = await here.send(administrator, 'POST', '/api/accounts', account);
    const at = made.headers.get('rostrum-position')!;
    expect(BigInt(at)).toBeGreaterThan(BigInt(position));
    const asked = there.send(administrator, 'GET', '/api/accounts', undefined, brought(at));
    expect(await (await afterwards(asked)).json()).toMatchObject([{ accountId: 'li' }]);
  });
});

describe('a live stream that comes from another node', () => {
  const live = (house: TestHouse, after?: string) =>
    house.send(organizer, 'GET', `${path}/live`, undefined, after === undefined ? {} : { 'last-event-id': after });

  test('goes on right after what it received there, once this node has come as far', async () => {
    const before = new StreamReader(await live(here));
    await before.next();
    hold();
    await give(here, 'give-floor', { speakerId: 'ben', speechId: 's1' });
    const { id } = (await before.next())!;
    await before.close();
    const stream = new StreamReader(await afterwards(live(there, id)));
    await give(here, 'yield-floor', { speechId: 's1' });
    expect(await stream.next()).toMatchObject({ event: 'recorded', data: { type: 'FloorYielded' } });
    await stream.close();
  });

  test('begins anew where the record never came so far', async () => {
    const stream = new StreamReader(await live(there, '99999999.0f8fad5b'));
    expect(await stream.next()).toMatchObject({ event: 'snapshot' });
    await stream.close();
  });
});
