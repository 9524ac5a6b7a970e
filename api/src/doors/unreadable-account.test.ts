// An account that holds an event of a newer version: it alone is set aside, at the start and while the server runs.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestHouse } from '../house.fixture.ts';
import { accountWith, administratorOf, openHouseWithDoors, PASSWORD, Visitor } from './visitor.fixture.ts';

let house: TestHouse;
beforeEach(async () => void (house = await openHouseWithDoors()));
afterEach(() => house.remove());

/** What a newer version writes into an account. */
async function writtenByNewer(accountId: string): Promise<void> {
  const at = house.clock.now();
  const metadata = {
    actor: { kind: 'system', id: 'newer' } as const,
    commandId: crypto.randomUUID(),
    command: 'trust-device',
    fingerprint: '',
    $correlationId: 'newer',
    $causationId: 'newer',
    recordedAt: at,
  };
  const event = { id: crypto.randomUUID(), type: 'DeviceTrusted', data: { device: 'tablet', at }, metadata };
  await house.store.append(`account-${accountId}`, [event], 'any');
}

async function startAgain(): Promise<void> {
  await house.stop();
  house = await openHouseWithDoors({ directory: house.directory, clock: house.clock });
}

async function expectSetAside(administrator: Visitor): Promise<void> {
  const stranger = new Visitor(house);
  const signIn = (password: string) => stranger.refusedBy('POST', '/api/session', { signInName: 'zhou', password });
  expect(await signIn(PASSWORD)).toEqual([409, 'record.unreadable']);
  expect(await signIn('not the password')).toEqual([401, 'session.wrong-password']);
  expect(await administrator.refusedBy('POST', '/api/accounts/zhou/set-roles', { roles: [] })).toEqual([
    409,
    'record.unreadable',
  ]);
  const password = { password: 'another long password' };
  expect(await administrator.refusedBy('POST', '/api/accounts/zhou/password', password)).toEqual([
    409,
    'record.unreadable',
  ]);
  const again = { signInName: 'zhou', name: 'Another', roles: [] };
  expect(await administrator.refusedBy('POST', '/api/accounts', again)).toEqual([409, 'account.name-taken']);
}

test('nobody signs in with it or changes it, its sessions end, and everything else works', async () => {
  const administrator = await administratorOf(house);
  const zhou = await accountWith(house, administrator, ['organizer'], 'zhou');
  await writtenByNewer('zhou');
  await expect.poll(() => zhou.here()).toBe('session.ended');
  await expectSetAside(administrator);
  expect(house.lines.filter((line) => line.includes('cannot be read'))).toHaveLength(1);

  await startAgain();
  const root = new Visitor(house);
  expect((await root.signIn('root')).status).toBe(200);
  await expectSetAside(root);
  await accountWith(house, root, ['organizer'], 'li');
  expect((await house.app.request('/readyz')).status).toBe(200);
});

test('where the only administrator cannot be read, no link makes another one', async () => {
  await administratorOf(house);
  await writtenByNewer('first-administrator');
  await startAgain();
  expect(house.deps.doors.setupLink()).toBeNull();
  expect(house.deps.accounts.administrators()).toBe(0);
});
