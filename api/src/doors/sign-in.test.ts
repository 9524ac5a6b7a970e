import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestHouse } from '../house.fixture.ts';
import { accountWith, administratorOf, openHouseWithDoors, PASSWORD, Visitor } from './visitor.fixture.ts';
import type { ProblemAnswer } from './visitor.fixture.ts';

let house: TestHouse;
let root: Visitor;
async function open(env: Readonly<Record<string, string>> = {}): Promise<void> {
  house = await openHouseWithDoors({ env });
  root = await administratorOf(house);
}
beforeEach(() => open());
afterEach(() => house.remove());

const SESSION = '/api/session';

describe('signing in with a password', () => {
  test('opens a session of the account, whatever the case of the name', async () => {
    await accountWith(house, root, ['organizer']);
    const visitor = new Visitor(house);
    const response = await visitor.signIn('  ZHOU.Ping ');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      kind: 'account',
      accountId: 'zhou.ping',
      name: 'Zhou Ping',
      roles: ['organizer'],
    });
    expect(await visitor.here()).toMatchObject({ accountId: 'zhou.ping' });
  });

  test('a wrong password, an unknown name, an account without a password and a disabled one answer the same', async () => {
    await accountWith(house, root, ['organizer']);
    await root.does('POST', '/api/accounts', {
      accountId: 'empty',
      signInName: 'empty',
      name: 'Empty',
      roles: ['archivist'],
    });
    await accountWith(house, root, ['organizer'], 'gone');
    await root.does('POST', '/api/accounts/gone/disable-account', {});
    const tries = [
      ['zhou.ping', 'another long password'],
      ['nobody', PASSWORD],
      ['empty', PASSWORD],
      ['gone', PASSWORD],
    ] as const;
    const answers = await Promise.all(
      tries.map(async ([name, password]) => {
        const response = await new Visitor(house).signIn(name, password);
        const { code, detail } = (await response.json()) as ProblemAnswer;
        return [response.status, code, detail, response.headers.get('set-cookie')];
      }),
    );
    expect(answers[0]).toEqual([401, 'session.wrong-password', expect.stringContaining('is wrong'), null]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test.each([
    [{}, 400],
    [{ signInName: 'zhou.ping' }, 400],
    [{ signInName: 'zhou.ping', password: 12 }, 400],
    [{ signInName: 'zhou.ping', password: PASSWORD, link: 'x' }, 400],
    [{ signInName: 'zhou.ping', password: 'x'.repeat(2000) }, 422],
    ['{"signInName":', 400],
    [{ signInName: 'zhou.ping', password: 'x'.repeat(20_000) }, 413],
  ])('a body that cannot be a sign-in is refused without repeating it: %#', async (body, status) => {
    const response = await new Visitor(house).ask('POST', SESSION, body);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('zhou.ping');
  });

  test('is counted by way and outcome, without names', async () => {
    await new Visitor(house).signIn('root');
    await new Visitor(house).signIn('root', 'a wrong password');
    await new Visitor(house).comeBy('nothing');
    const metrics = await (await new Visitor(house).ask('GET', '/metrics')).text();
    expect(metrics).toContain('rostrum_sign_ins_total{by="password",outcome="accepted"} 1');
    expect(metrics).toContain('rostrum_sign_ins_total{by="password",outcome="session.wrong-password"} 1');
    expect(metrics).toContain('rostrum_sign_ins_total{by="link",outcome="link.unknown"} 1');
    expect(metrics).not.toMatch(/root/i);
  });

  test('no password, name or cookie gets into the log', async () => {
    const visitor = await accountWith(house, root, ['organizer']);
    await visitor.signIn('zhou.ping', 'a mistyped evening');
    const log = house.lines.join('\n');
    for (const secret of [PASSWORD, 'a mistyped evening', visitor.cookie!.split('=')[1]!])
      expect(log).not.toContain(secret);
    expect(log).toContain('401');
  });
});

describe('rates', () => {
  const ON = { RATE_LIMITS: 'on', TRUST_PROXY: '1' };
  const from = (address: string) => new Visitor(house, null, { 'x-forwarded-for': address });
  const statuses = async (asking: readonly Promise<Response>[]) =>
    (await Promise.all(asking)).map(({ status }) => status);

  beforeEach(async () => {
    await house.remove();
    await open(ON);
  });

  test('ten passwords may be tried from one address, then one in six seconds, with or without the right one', async () => {
    const visitor = from('203.0.113.7');
    const names = Array.from({ length: 10 }, (_, number) => `name.${number}`);
    expect(new Set(await statuses(names.map((name) => visitor.signIn(name, 'a wrong password'))))).toEqual(
      new Set([401]),
    );
    const eleventh = await visitor.signIn('root');
    expect(eleventh.status).toBe(429);
    expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(0);
    house.clock.move(7);
    expect((await visitor.signIn('root')).status).toBe(200);
  });

  test('one name may be tried ten times from all addresses together', async () => {
    const tries = Array.from({ length: 12 }, (_, number) =>
      from(`203.0.113.${number}`).signIn('Root', 'a wrong password'),
    );
    expect((await statuses(tries)).filter((status) => status === 429)).toHaveLength(2);
    expect((await from('203.0.113.99').signIn('zhou.ping')).status).toBe(401);
  });

  test('a hall of three hundred opens its links from one address at once', async () => {
    const hall = from('203.0.113.8');
    const links = Array.from({ length: 300 }, () => hall.comeBy(`council.${'A'.repeat(32)}`));
    expect(new Set(await statuses(links))).toEqual(new Set([401]));
  });

  test('the one-time link is not tried more than ten times', async () => {
    const guess = { token: 'x', signInName: 'other', name: 'Other', password: PASSWORD };
    const tries = Array.from({ length: 11 }, () => from('203.0.113.9').ask('POST', '/api/setup', guess));
    expect((await statuses(tries)).filter((status) => status === 429)).toHaveLength(1);
  });
});

describe('accounts', () => {
  test('are listed for administrators alone, without hashes and sessions', async () => {
    const organizer = await accountWith(house, root, ['organizer']);
    const accounts = await root.does('GET', '/api/accounts');
    expect(accounts).toEqual([
      expect.objectContaining({ signInName: 'root', hasPassword: true }),
      {
        accountId: 'zhou.ping',
        signInName: 'zhou.ping',
        name: 'Zhou Ping',
        roles: ['organizer'],
        status: 'enabled',
        hasPassword: true,
      },
    ]);
    expect(JSON.stringify(accounts)).not.toContain('argon2');
    expect(await organizer.refusedBy('GET', '/api/accounts')).toEqual([403, 'account.not-permitted']);
  });

  test('are created by administrators alone, with a name of their own and a password that holds', async () => {
    const organizer = await accountWith(house, root, ['organizer']);
    const account = { signInName: 'liu', name: 'Liu Shiquan', roles: ['archivist'], password: PASSWORD };
    expect(await organizer.refusedBy('POST', '/api/accounts', account)).toEqual([403, 'account.not-permitted']);
    expect(await root.refusedBy('POST', '/api/accounts', { ...account, signInName: 'Zhou.Ping' })).toEqual([
      409,
      'account.name-taken',
    ]);
    expect(await root.refusedBy('POST', '/api/accounts', { ...account, password: 'short' })).toEqual([
      422,
      'password.unfit',
    ]);
    expect(await root.refusedBy('POST', '/api/accounts', { ...account, roles: ['emperor'] })).toEqual([
      422,
      'request.invalid',
    ]);
    await root.does('POST', '/api/accounts', account);
    expect((await new Visitor(house).signIn('liu')).status).toBe(200);
  });

  test('are created once where the same request comes twice', async () => {
    const account = { signInName: 'liu', name: 'Liu Shiquan', roles: ['archivist'], password: PASSWORD };
    const key = { 'idempotency-key': crypto.randomUUID() };
    const [one, two] = [
      await root.ask('POST', '/api/accounts', account, key),
      await root.ask('POST', '/api/accounts', account, key),
    ];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(await one.json()).toEqual(await two.json());
    expect(house.deps.accounts.all()).toHaveLength(2);
  });
});

describe('changing a password', () => {
  const NEW = 'another long evening';
  const path = '/api/accounts/zhou.ping/password';

  test('takes the old one, ends every other session, and lets the one who did it go on', async () => {
    const here = await accountWith(house, root, ['organizer']);
    const elsewhere = new Visitor(house);
    await elsewhere.signIn('zhou.ping');
    const before = here.cookie;
    house.clock.move(60);
    expect(await here.refusedBy('POST', path, { password: NEW })).toEqual([403, 'password.old-wrong']);
    expect(await here.refusedBy('POST', path, { password: NEW, oldPassword: 'not the old one' })).toEqual([
      403,
      'password.old-wrong',
    ]);
    expect(await here.refusedBy('POST', path, { password: 'zhou.ping-2021', oldPassword: PASSWORD })).toEqual([
      422,
      'password.unfit',
    ]);
    await here.does('POST', path, { password: NEW, oldPassword: PASSWORD });
    expect(await here.here()).toMatchObject({ accountId: 'zhou.ping' });
    expect(await elsewhere.here()).toBe('session.ended');
    expect(await new Visitor(house, before).here()).toBe('session.ended');
    expect((await new Visitor(house).signIn('zhou.ping')).status).toBe(401);
    expect((await new Visitor(house).signIn('zhou.ping', NEW)).status).toBe(200);
  });

  test('is done by an administrator without the old one, and by nobody else for another', async () => {
    const organizer = await accountWith(house, root, ['organizer']);
    await accountWith(house, root, ['archivist'], 'liu');
    expect(await organizer.refusedBy('POST', '/api/accounts/liu/password', { password: NEW })).toEqual([
      403,
      'account.not-permitted',
    ]);
    expect(await organizer.refusedBy('POST', '/api/accounts/nobody/password', { password: NEW })).toEqual([
      403,
      'account.not-permitted',
    ]);
    expect(await root.refusedBy('POST', '/api/accounts/nobody/password', { password: NEW })).toEqual([
      404,
      'account.unknown',
    ]);
    house.clock.move(60);
    await root.does('POST', path, { password: NEW });
    expect(await organizer.here()).toBe('session.ended');
    expect(await root.here()).toMatchObject({ name: 'Root' });
    expect((await new Visitor(house).signIn('zhou.ping', NEW)).status).toBe(200);
  });

  test('does not let even an administrator change their own without the old one', async () => {
    expect(await root.refusedBy('POST', '/api/accounts/first-administrator/password', { password: NEW })).toEqual([
      403,
      'password.old-wrong',
    ]);
  });
});
