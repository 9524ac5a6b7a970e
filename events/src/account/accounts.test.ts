import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import type { Command } from '../kernel/command.ts';
import { isRejection } from '../kernel/decision.ts';
import { foldBy } from '../kernel/fold.ts';
import { EARLIER } from '../testing/given.ts';
import { accountCommands, evolveAccount, initialAccount, isAdministrator } from './account.ts';
import type { AccountEvent, AccountState } from './account.ts';
import { evolveAccounts, initialAccounts } from './accounts.ts';
import type { AccountsState } from './accounts.ts';
import { decideOnAccount } from './standing.ts';

type Written = AccountEvent & { readonly id: string; readonly of: string };

const at = EARLIER;
const fold = (events: readonly Written[]): AccountsState =>
  events.reduce((accounts, event) => evolveAccounts(accounts, event.of, event), initialAccounts);

const created = (of: string, signInName: string, roles: AccountState['roles'] = []): Written => ({
  id: `${of}-created`,
  of,
  type: 'AccountCreated',
  data: { accountId: of, name: of, signInName, roles: [...roles], at },
});
const demoted = (of: string): Written => ({ id: `${of}-demoted`, of, type: 'RolesSet', data: { roles: [], at } });

describe('two accounts with one sign-in name', () => {
  const accounts = fold([
    created('first', 'zhou'),
    created('second', 'zhou', ['administrator']),
    { id: 'p', of: 'second', type: 'PasswordSet', data: { hash: 'whatever', at } },
    { id: 'e', of: 'second', type: 'AccountEnabled', data: { at } },
  ]);

  it('are one: the earlier has it, and of the later there is nothing', () => {
    expect(accounts.all.values().map(({ accountId }) => accountId)).toEqual(['first']);
    expect(accounts.holders.get('zhou')).toBe('first');
    expect(accounts.administrators).toBe(0);
  });

  it('each tell their command how it went', () => {
    expect(accounts.without.get('first-created')).toBeUndefined();
    expect(accounts.without.get('second-created')).toMatchObject({ code: 'account.name-taken' });
    expect(accounts.without.get('p')).toMatchObject({ code: 'account.unknown' });
    expect(accounts.without.get('e')).toMatchObject({ code: 'account.unknown' });
  });
});

it('two administrators who lose the role at the same moment are still one', () => {
  const accounts = fold([
    created('a', 'a', ['administrator']),
    created('b', 'b', ['administrator']),
    demoted('a'),
    demoted('b'),
  ]);
  expect(accounts.all.values().map(({ roles }) => roles)).toEqual([[], ['administrator']]);
  expect(accounts.administrators).toBe(1);
  expect(accounts.without.get('a-demoted')).toBeUndefined();
  expect(accounts.without.get('b-demoted')).toMatchObject({ code: 'account.last-administrator' });
});

// ── whatever several nodes decide, each on what it has seen of the others ───────────────────────────────────────────

const root: Actor = { kind: 'system', id: 'setup' };
const evolve = foldBy(evolveAccount);
const ids = ['a', 'b', 'c', 'd'] as const;
const deed = fc.record({
  of: fc.constantFrom(...ids),
  /** How many of the latest events the deciding node has not seen yet, those of the account itself aside. */
  behind: fc.nat({ max: 4 }),
  does: fc.oneof(
    fc.record({
      name: fc.constant('create-account' as const),
      signInName: fc.constantFrom('x', 'y'),
      roles: fc.constantFrom<AccountState['roles'][]>(['administrator'], []),
    }),
    fc.record({
      name: fc.constant('set-roles' as const),
      roles: fc.constantFrom(['administrator'] as const, [] as const),
    }),
    fc.record({ name: fc.constantFrom('disable-account' as const, 'enable-account' as const) }),
  ),
});
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;
const administrator: Actor = { kind: 'account', id: 'z', name: 'Z', roles: ['administrator'] };

/** The events that a node writes which has not seen the latest of the others. */
function decided({ of, behind, does }: Deed, log: readonly Written[], turn: number): readonly Written[] {
  const seen = fold(log.filter((event, place) => event.of === of || place < log.length - behind));
  const { name, ...data } = does;
  const input = name === 'create-account' ? { ...data, name: of, accountId: of } : data;
  const command = {
    id: `${turn}`,
    name,
    data: accountCommands[name].input.parse(input),
    actor: name === 'create-account' ? root : administrator,
    at,
  } as Command<keyof typeof accountCommands>;
  const holder = 'signInName' in data ? seen.holders.get(data.signInName) : undefined;
  const decision = decideOnAccount(command, log.filter((event) => event.of === of).reduce(evolve, initialAccount), {
    administrators: seen.administrators,
    signInNameTaken: holder !== undefined && holder !== of,
    standing: seen.all.get(of) ?? initialAccount,
  });
  return isRejection(decision) ? [] : decision.map((event, index) => ({ ...event, of, id: `${turn}.${index}` }));
}

it('keeps an administrator once there was one, and gives each name to one account, in whatever order it happens', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const log: Written[] = [];
      let accounts = initialAccounts;
      for (const [turn, one] of deeds.entries()) {
        for (const event of decided(one, log, turn)) {
          log.push(event);
          const before = accounts.administrators;
          accounts = evolveAccounts(accounts, event.of, event);
          expect(accounts.administrators).toBe(accounts.all.values().filter(isAdministrator).length);
          expect(accounts.administrators >= 1 || before === 0).toBe(true);
        }
      }
      const names = accounts.all.values().map(({ signInName }) => signInName);
      expect(new Set(names).size).toBe(names.length);
      expect(fold(log).all.values()).toEqual(accounts.all.values());
    }),
    { numRuns: 500 },
  );
});
