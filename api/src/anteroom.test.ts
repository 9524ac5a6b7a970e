// What is answered while the house is not open, and how it takes over on connections that are open already.

import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Anteroom } from './anteroom.ts';
import { openTestHouse } from './house.fixture.ts';
import { listen } from './listen.ts';
import type { Listening } from './listen.ts';

let anteroom: Anteroom;
let listening: Listening;
beforeEach(async () => {
  anteroom = new Anteroom();
  listening = await listen(anteroom, { host: '127.0.0.1', port: 0 });
});
afterEach(() => listening.close());

const ask = (path: string, init?: RequestInit) => fetch(`${listening.address}${path}`, init);

const AS_BROWSER = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

describe('before the house is open', () => {
  test('the server is alive, not ready, and says why', async () => {
    expect(await (await ask('/healthz')).json()).toEqual({ alive: true });
    anteroom.tell({ code: 'store.unreachable', reason: 'The event store at 127.0.0.1:2113 does not answer.' });
    const response = await ask('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      ready: false,
      checks: [{ name: 'record', ready: false, reason: 'The event store at 127.0.0.1:2113 does not answer.' }],
    });
  });

  test.each([
    ['GET', '/api/meetings'],
    ['POST', '/api/meetings'],
    ['GET', '/api/meetings/council/live'],
    ['GET', '/metrics'],
    ['GET', '/assets/main.js'],
  ])('%s %s is told in a problem to come back', async (method, path) => {
    const body = method === 'POST' ? { body: '{"title":"x"}' } : {};
    const starting = await ask(path, { method, ...body });
    expect([starting.status, starting.headers.get('retry-after')]).toEqual([503, '2']);
    expect(starting.headers.get('content-type')).toBe('application/problem+json');
    expect(await starting.json()).toMatchObject({ status: 503, code: 'server.starting' });

    anteroom.tell({ code: 'store.unreachable', reason: 'It is away.' });
    expect(await (await ask(path, { method, ...body })).json()).toMatchObject({ code: 'store.unreachable' });
  });

  test('people see a page in both languages that runs what is written in it and nothing else', async () => {
    const response = await ask('/meetings/council', AS_BROWSER);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    const page = await response.text();
    expect(page).toContain('Rostrum is starting');
    expect(page).toContain('正在启动');
    const policy = response.headers.get('content-security-policy')!;
    for (const [, element, content] of page.matchAll(/<(script|style)>(.*?)<\/\1>/gs)) {
      const source = `'sha256-${createHash('sha256').update(content!).digest('base64')}'`;
      expect(policy).toContain(`${element}-src ${source}`);
    }
    expect(policy).not.toMatch(/unsafe|'self' /);
    anteroom.tell({ code: 'store.unreachable', reason: 'It is away.' });
    expect(await (await ask('/', AS_BROWSER)).text()).toContain('暂时无法连接');
  });
});

test('the house takes over on the port and on every connection that is open', async () => {
  const house = await openTestHouse();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = (path: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      request(`${listening.address}${path}`, { agent }, resolve).on('error', reject).end();
    });
  try {
    const before = await get('/readyz');
    const { localPort } = before.socket;
    expect([before.statusCode, JSON.parse(await text(before))]).toMatchObject([503, { ready: false }]);
    listening.handOver(house);
    const after = await get('/readyz');
    expect(after.socket.localPort).toBe(localPort);
    expect([after.statusCode, JSON.parse(await text(after))]).toMatchObject([200, { ready: true }]);
  } finally {
    agent.destroy();
    await listening.close();
    await house.remove();
  }
});
