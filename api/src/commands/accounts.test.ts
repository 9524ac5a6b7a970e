// Commands on accounts, which are decided on all accounts together.

import type { Actor } from '@rostrum/events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { isRefused } from './receipt.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.remove());

describe('accounts', () => {
  const administrator: Actor = { kind: 'account', id: 'root', name: 'Root', roles: ['administrator'] };
  const create = (accountId: string, signInName: string) =>
    house.deps.commands.give({
      family: 'account',
      subject: accountId,
      name: 'create-account',
      data: { accountId, name: 'Zhou Ping', signInName, roles: ['organizer'], hash: null },
      actor: administrator,
    });

  test('have a sign-in name that is taken once, whoever asks at the same moment', async () => {
    const outcomes = await Promise.all([
      create('one', 'zhou.ping'),
      create('two', 'zhou.ping'),
      create('three', 'zhou.ping'),
    ]);
    expect(outcomes.map((outcome) => (isRefused(outcome) ? outcome.code : 'accepted'))).toEqual([
      'accepted',
      'account.name-taken',
      'account.name-taken',
    ]);
  });

  test('change by their own commands', async () => {
    await create('one', 'zhou.ping');
    const changed = await house.send(administrator, 'POST', '/api/accounts/one/set-roles', { roles: ['archivist'] });
    expect(changed.status).toBe(200);
    expect(await changed.json()).toMatchObject({ accountId: 'one', revision: 1, events: [{ type: 'RolesSet' }] });
  });

  test('that are unknown answer 404, and what is not yours 403', async () => {
    expect((await house.send(administrator, 'POST', '/api/accounts/nobody/set-roles', { roles: [] })).status).toBe(404);
    await create('one', 'zhou.ping');
    expect(
      (await house.send(organizer, 'POST', '/api/accounts/one/set-roles', { roles: ['administrator'] })).status,
    ).toBe(403);
  });
});
