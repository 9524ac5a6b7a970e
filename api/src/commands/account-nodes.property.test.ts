// Two nodes that decide on accounts at the same moment: each name belongs to one account, an administrator remains, and
// both nodes, and whoever was answered, say the same of it.

import { isAdministrator } from '@rostrum/events';
import type { AccountRole } from '@rostrum/events';
import type { EventStore } from '@rostrum/infra';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { administrator, openTestHouse } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { isRefused } from './receipt.ts';

/** Appends wait a moment for one of the other node's, so that neither has seen the other's when it decided. */
function meeting(): (store: EventStore) => EventStore {
  let waiting: (() => void) | undefined;
  const together = async (): Promise<void> => {
    if (waiting) {
      waiting();
      waiting = undefined;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting = resolve;
    setTimeout(() => {
      if (waiting === resolve) waiting = undefined;
      resolve();
    }, 15);
    await promise;
  };
  const append =
    (store: EventStore): EventStore['append'] =>
    async (...args) => {
      await together();
      return store.append(...args);
    };
  return (store) =>
    new Proxy(store, {
      get(target, name) {
        if (name === 'append') return append(target);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
}

type Deed = { readonly name: string; readonly accountId: string; readonly data: Record<string, unknown> };

const ADMINISTRATOR: readonly AccountRole[] = ['administrator'];
const known = fc.constantFrom('a', 'b', 'c0', 'c1');
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .record({ signInName: fc.constantFrom('zhou', 'liu'), number: fc.nat({ max: 3 }), admin: fc.boolean() })
    .map(({ signInName, number, admin }) => {
      const accountId = `c${number}`;
      const roles = admin ? ADMINISTRATOR : [];
      return { name: 'create-account', accountId, data: { accountId, name: 'X', signInName, roles, hash: null } };
    }),
  fc.record({ accountId: known, admin: fc.boolean() }).map(({ accountId, admin }) => ({
    name: 'set-roles',
    accountId,
    data: { roles: admin ? ADMINISTRATOR : [] },
  })),
  known.map((accountId) => ({ name: 'disable-account', accountId, data: { reason: null } })),
  known.map((accountId) => ({ name: 'enable-account', accountId, data: {} })),
);

type Outcome = { readonly deed: Deed; readonly code: string; readonly recorded: boolean };

async function give({ deps }: TestHouse, one: Deed): Promise<Outcome> {
  const { name, accountId: subject, data } = one;
  const outcome = await deps.commands.give({ family: 'account', subject, name, data, actor: administrator });
  return isRefused(outcome)
    ? { deed: one, code: outcome.code, recorded: false }
    : { deed: one, code: 'accepted', recorded: outcome.events.length > 0 };
}

test('whatever two nodes decide on accounts at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(deed, deed), { minLength: 1, maxLength: 8 }), async (rounds) => {
      const together = meeting();
      const here = await openTestHouse({ around: together });
      const there = await openTestHouse({ beside: here, around: together });
      try {
        for (const accountId of ['a', 'b']) {
          const data = { accountId, name: accountId, signInName: accountId, roles: ADMINISTRATOR, hash: null };
          await give(here, { name: 'create-account', accountId, data });
        }
        const made: Outcome[] = [];
        for (const [first, second] of rounds) {
          made.push(...(await Promise.all([give(here, first), give(there, second)])));
          const all = await Promise.all([here, there].map(accountsAt));
          expect(all[0]).toEqual(all[1]);
          expect(all[0]!.filter(isAdministrator).length).toBeGreaterThan(0);
          const names = all[0]!.map(({ signInName }) => signInName);
          expect(new Set(names).size).toBe(names.length);
        }
        const ids = new Set((await accountsAt(there)).map(({ accountId }) => accountId));
        const creations = made.filter(({ deed: { name } }) => name === 'create-account');
        // What was said to be made is there, and nothing else.
        const created = new Set([
          'a',
          'b',
          ...creations.filter(({ recorded }) => recorded).map((one) => one.deed.accountId),
        ]);
        expect(ids).toEqual(created);
      } finally {
        await there.remove();
        await here.remove();
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);

async function accountsAt({ deps }: TestHouse) {
  await deps.accounts.reached();
  return deps.accounts.all().map(({ endedSessions: _ended, ...account }) => account);
}

test('the last two administrators are taken their role at two nodes at once: one keeps it, and is told so', async () => {
  const together = meeting();
  const here = await openTestHouse({ around: together });
  const there = await openTestHouse({ beside: here, around: together });
  for (const accountId of ['a', 'b'])
    await give(here, {
      name: 'create-account',
      accountId,
      data: { accountId, name: accountId, signInName: accountId, roles: ADMINISTRATOR, hash: null },
    });
  await there.deps.accounts.reached();
  const outcomes = await Promise.all([
    give(here, { name: 'set-roles', accountId: 'a', data: { roles: [] } }),
    give(there, { name: 'disable-account', accountId: 'b', data: { reason: null } }),
  ]);
  expect(outcomes.map(({ code }) => code).toSorted()).toEqual(['accepted', 'account.last-administrator']);
  expect((await accountsAt(here)).filter(isAdministrator)).toHaveLength(1);
  await there.remove();
  await here.remove();
});
