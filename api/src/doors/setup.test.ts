import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestHouse } from '../house.fixture.ts';
import { MistakenSettings } from '../settings.ts';
import { administratorOf, openHouseWithDoors, PASSWORD, Visitor } from './visitor.fixture.ts';
import type { ProblemAnswer } from './visitor.fixture.ts';

let house: TestHouse;
beforeEach(async () => void (house = await openHouseWithDoors()));
afterEach(() => house.remove());

/** The same folder, opened by the next start. */
async function startAgain(env: Readonly<Record<string, string>> = {}): Promise<void> {
  await house.stop();
  house = await openHouseWithDoors({ directory: house.directory, clock: house.clock, env });
}

const tokenOf = (opened: TestHouse): string => opened.deps.doors.setupLink()?.split('#')[1] ?? 'no token';

const claim = (token: string, signInName = 'root') => ({ token, signInName, name: 'Root', password: PASSWORD });

describe('the one-time link of the first start', () => {
  test('carries 192 random bits after the # of an address under the public one', () => {
    expect(house.deps.doors.setupLink()).toMatch(/^http:\/\/localhost\/setup#[A-Za-z0-9_-]{32}$/);
  });

  test('makes the administrator, who may do everything, and signs them in', async () => {
    const visitor = new Visitor(house);
    expect(await visitor.does('GET', '/api/setup')).toEqual({ needed: true });
    const response = await visitor.ask('POST', '/api/setup', claim(tokenOf(house)));
    expect(response.status).toBe(201);
    expect(await visitor.here()).toEqual({
      kind: 'account',
      accountId: 'first-administrator',
      name: 'Root',
      roles: ['administrator', 'organizer', 'archivist'],
    });
    expect(await visitor.does('GET', '/api/accounts')).toHaveLength(1);
  });

  test('works once', async () => {
    const token = tokenOf(house);
    await administratorOf(house);
    const second = new Visitor(house);
    expect(await second.refusedBy('POST', '/api/setup', claim(token, 'other'))).toEqual([409, 'setup.done']);
    expect(second.cookie).toBeNull();
    expect(await second.does('GET', '/api/setup')).toEqual({ needed: false });
    expect(house.deps.doors.setupLink()).toBeNull();
  });

  test('makes one administrator where ten ask at once', async () => {
    const token = tokenOf(house);
    const ten = Array.from({ length: 10 }, async (_, number) => {
      const response = await new Visitor(house).ask('POST', '/api/setup', claim(token, `root.${number}`));
      return response.ok ? 'made' : ((await response.json()) as ProblemAnswer).code;
    });
    const outcomes = await Promise.all(ten);
    expect(outcomes.filter((outcome) => outcome === 'made')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'setup.done')).toHaveLength(9);
    expect(house.deps.accounts.all()).toHaveLength(1);
    expect(house.deps.accounts.administrators()).toBe(1);
  });

  test('does nothing with another token, and can then still be used', async () => {
    const visitor = new Visitor(house);
    for (const token of ['x', 'A'.repeat(32), tokenOf(house).slice(0, -1), `${tokenOf(house)}x`]) {
      expect(await visitor.refusedBy('POST', '/api/setup', claim(token))).toEqual([403, 'setup.wrong-token']);
    }
    expect(house.deps.accounts.all()).toHaveLength(0);
    await visitor.does('POST', '/api/setup', claim(tokenOf(house)));
  });

  test('is not spent by a password that cannot be used', async () => {
    const visitor = new Visitor(house);
    const response = await visitor.ask('POST', '/api/setup', { ...claim(tokenOf(house)), password: 'too short' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'password.unfit', errors: [{ path: 'password' }] });
    await visitor.does('POST', '/api/setup', claim(tokenOf(house)));
  });

  test('follows from the secret of the deployment: the same after a restart, another one elsewhere', async () => {
    const before = tokenOf(house);
    await startAgain();
    expect(tokenOf(house)).toBe(before);
    const elsewhere = await openHouseWithDoors();
    expect(tokenOf(elsewhere)).not.toBe(before);
    const refusal = new Visitor(elsewhere).refusedBy('POST', '/api/setup', claim(before));
    expect(await refusal).toEqual([403, 'setup.wrong-token']);
    await elsewhere.remove();
    await new Visitor(house).does('POST', '/api/setup', claim(before));
  });

  test('is not printed any more once there is an administrator', async () => {
    await administratorOf(house);
    await startAgain();
    expect(house.deps.doors.setupLink()).toBeNull();
    expect((await new Visitor(house).signIn('root')).status).toBe(200);
  });
});

describe('ADMIN_PASSWORD', () => {
  const env = { ADMIN_PASSWORD: 'first password of all' };

  test('makes the account admin at the start, without a link, and once', async () => {
    await startAgain(env);
    expect(house.deps.doors.setupLink()).toBeNull();
    await startAgain(env);
    const visitor = new Visitor(house);
    expect((await visitor.signIn('Admin', env.ADMIN_PASSWORD)).status).toBe(200);
    expect(await visitor.here()).toMatchObject({ roles: ['administrator', 'organizer', 'archivist'] });
    expect(house.deps.accounts.all()).toHaveLength(1);
  });

  test('that has changed gives admin the new password and ends what was open under the old one', async () => {
    await startAgain(env);
    const visitor = new Visitor(house);
    await visitor.signIn('admin', env.ADMIN_PASSWORD);
    house.clock.move(60);
    await startAgain({ ADMIN_PASSWORD: 'second password of all' });
    expect(await new Visitor(house, visitor.cookie).here()).toBe('session.ended');
    expect((await new Visitor(house).signIn('admin', env.ADMIN_PASSWORD)).status).toBe(401);
    expect((await new Visitor(house).signIn('admin', 'second password of all')).status).toBe(200);
  });

  test('that has not changed leaves the sessions as they are', async () => {
    await startAgain(env);
    const visitor = new Visitor(house);
    await visitor.signIn('admin', env.ADMIN_PASSWORD);
    house.clock.move(60);
    await startAgain(env);
    expect(await new Visitor(house, visitor.cookie).here()).toMatchObject({ accountId: 'admin' });
  });

  test('that only repeats the sign-in name is refused in a sentence that does not repeat it', async () => {
    const opening = startAgain({ ADMIN_PASSWORD: 'admin-2021-05' });
    await expect(opening).rejects.toThrow(MistakenSettings);
    await expect(opening).rejects.toThrow(/^ADMIN_PASSWORD cannot be used\. (?!.*2021)/);
    rmSync(house.directory, { recursive: true, force: true });
    house = await openHouseWithDoors();
  });
});
