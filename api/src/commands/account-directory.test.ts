import type { EventStore } from '@rostrum/infra';
import { StoreUnavailable } from '@rostrum/infra';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { administrator, openTestHouse } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';

/** Breaks the subscription to the record off, once for each call. */
let breakOff: () => void;

const breakable = (store: EventStore): EventStore =>
  new Proxy(store, {
    get(target, name) {
      if (name === 'subscribe') return (options: Parameters<EventStore['subscribe']>[0]) => subscribed(target, options);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

async function* subscribed(store: EventStore, options: Parameters<EventStore['subscribe']>[0]) {
  if (options.prefixes) return yield* store.subscribe(options);
  const broken = new AbortController();
  breakOff = () => broken.abort();
  yield* store.subscribe({ ...options, signal: AbortSignal.any([options.signal, broken.signal]) });
  if (broken.signal.aborted) throw new StoreUnavailable('store.io', 'The disk did not answer.');
}

let house: TestHouse;
beforeEach(async () => void (house = await openTestHouse({ around: breakable })));
afterEach(() => house.remove());

const create = (signInName: string) =>
  house.send(administrator, 'POST', '/api/accounts', {
    accountId: signInName,
    signInName,
    name: 'Zhou',
    roles: ['organizer'],
  });

test('the accounts are followed again after the store broke the subscription off, and nothing of them is missed', async () => {
  expect((await create('before')).status).toBe(201);
  breakOff();
  await expect.poll(async () => (await create('after')).status).toBe(201);
  expect(house.deps.accounts.all().map(({ signInName }) => signInName)).toEqual(['before', 'after']);
  expect(
    (await house.send(administrator, 'POST', '/api/accounts/before/set-roles', { roles: ['archivist'] })).status,
  ).toBe(200);
  expect(house.deps.accounts.byId('before')?.roles).toEqual(['archivist']);
});
