// How a node starts on an event store that it shares with others, and how it lives through the store's absences.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { certify } from '../eventstoredb/certificates.ts';
import { Secretariat } from '../server/secretariat.ts';
import { ADMIN_PASSWORD } from '../server/start.ts';
import { eventStore, folder, newSecret, node, readiness, refusal, WAITING } from './given.ts';

describe('a node whose event store is not there yet', () => {
  test('listens at once, says what it waits for, opens on the same port when it is there, and lives through its absence', async () => {
    const store = await eventStore();
    await store.stop();
    const env = { EVENT_STORE: store.url, SECRET: newSecret(), ADMIN_PASSWORD };
    const waiting = await node(env, WAITING);
    const { address } = waiting;

    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect(await readiness(address)).toEqual([503, expect.stringContaining(`127.0.0.1:${store.port}`)]);
    const answer = await fetch(`${address}/api/session`, { method: 'POST', body: '{}' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await answer.json()).toMatchObject({ code: 'store.unreachable' });
    const page = await fetch(address, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('正在等待会议记录');

    await store.start();
    await expect.poll(() => readiness(address)).toEqual([200, '']);
    const secretariat = await Secretariat.at(address);

    await store.stop();
    await expect.poll(() => readiness(address).then(([status]) => status)).toBe(503);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    await store.start();
    await expect.poll(() => readiness(address)).toEqual([200, '']);
    await secretariat.account('zhou', 'Zhou Ping', ['organizer'], 'a long and quiet evening');
    const said = waiting.lines.join('\n');
    expect(said).toContain('The record is away.');
    expect(said).not.toContain(ADMIN_PASSWORD);
    expect(await waiting.stop()).toBe(0);
  });

  test('ends at once when it is told to', async () => {
    const store = await eventStore();
    await store.stop();
    const waiting = await node({ EVENT_STORE: store.url, SECRET: newSecret() }, WAITING);
    const began = performance.now();
    expect(await waiting.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('a node that cannot use its event store says why in one line, without the password, and ends', () => {
  const PASSWORD = 'hunter2hunter2';

  test('where the password is wrong', async () => {
    const users = [{ username: 'admin', password: 'another password' }];
    const certified = certify();
    const store = await eventStore({ users, tls: certified });
    const authority = join(folder(), 'authority.pem');
    writeFileSync(authority, certified.authority);
    const url = `esdb://admin:${PASSWORD}@localhost:${store.port}?tlsCAFile=${authority}`;
    const lines = await refusal({ EVENT_STORE: url, SECRET: newSecret() });
    expect(lines).toEqual([expect.stringMatching(/user|password/)]);
    expect(lines.join()).not.toContain(PASSWORD);
  });

  test('where the certificate is not trusted', async () => {
    const store = await eventStore({ tls: certify() });
    const lines = await refusal({
      EVENT_STORE: `esdb://admin:${PASSWORD}@localhost:${store.port}`,
      SECRET: newSecret(),
    });
    expect(lines).toEqual([expect.stringContaining('certificate')]);
    expect(lines.join()).not.toContain(PASSWORD);
  });

  test('where the server is too old', async () => {
    const store = await eventStore({ version: '21.10.0' });
    expect(await refusal({ EVENT_STORE: store.url, SECRET: newSecret() })).toEqual([
      expect.stringContaining('too old'),
    ]);
  });

  test('where another node has its data folder', async () => {
    const store = await eventStore();
    const env = { EVENT_STORE: store.url, SECRET: newSecret(), DATA_DIR: folder(), ADMIN_PASSWORD };
    await node(env);
    expect(await refusal(env)).toEqual([expect.stringContaining('in use by another process')]);
  });
});

test('two nodes that start at once on an empty store make one administrator, and know each other’s sessions', async () => {
  const store = await eventStore();
  const env = { EVENT_STORE: store.url, SECRET: newSecret(), ADMIN_PASSWORD };
  const [one, other] = await Promise.all([node({ ...env, NODE_NAME: 'one' }), node({ ...env, NODE_NAME: 'other' })]);
  const here = await Secretariat.at(one.address);
  expect(await here.does('GET', '/api/accounts')).toMatchObject([{ accountId: 'admin' }]);
  const there = here.elsewhere(other.address);
  expect(await there.does('GET', '/api/session')).toMatchObject({ accountId: 'admin' });
  expect(await (await fetch(`${other.address}/metrics`)).text()).toMatch(/^rostrum_info\{.*name="other"\} 1$/m);
});

test('nodes without a shared secret are told that they need one, and print links of their own', async () => {
  const store = await eventStore();
  const [one, other] = await Promise.all([node({ EVENT_STORE: store.url }), node({ EVENT_STORE: store.url })]);
  const linkOf = ({ lines }: typeof one) => /setup#(\S+)$/m.exec(lines.join('\n'))?.[1];
  await expect.poll(() => linkOf(one)).toMatch(/^[\w-]{32}$/);
  await expect.poll(() => linkOf(other)).toMatch(/^[\w-]{32}$/);
  expect(linkOf(one)).not.toBe(linkOf(other));
  expect(one.lines.join('\n')).toContain('Several need the same SECRET.');
});

test('with a shared secret every node prints the same link, and each takes it', async () => {
  const store = await eventStore();
  const env = { EVENT_STORE: store.url, SECRET: newSecret() };
  const [one, other] = await Promise.all([node(env), node(env)]);
  const linkOf = ({ lines }: typeof one) => /setup#(\S+)$/m.exec(lines.join('\n'))?.[1];
  await expect.poll(() => linkOf(one)).toMatch(/^[\w-]{32}$/);
  await expect.poll(() => linkOf(other)).toBe(linkOf(one));
  const claimed = await fetch(`${other.address}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: linkOf(one), signInName: 'root', name: 'Root', password: ADMIN_PASSWORD }),
  });
  expect(claimed.status).toBe(201);
  await Secretariat.at(one.address, { signInName: 'root', password: ADMIN_PASSWORD });
  expect(await (await fetch(`${one.address}/api/setup`)).json()).toEqual({ needed: false });
});
