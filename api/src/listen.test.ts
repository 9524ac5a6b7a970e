// The server as a process: it starts with a sentence or not at all, and on a signal leaves in good order.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { item, plan } from './conference.fixture.ts';

const PASSWORD = 'a long enough password';

let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-main-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

type Server = { readonly child: ChildProcess; readonly output: () => string; readonly errors: () => string };

function start(env: Record<string, string> = {}): Server {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: join(folder, 'data'),
      PORT: '0',
      ADMIN_PASSWORD: PASSWORD,
      RATE_LIMITS: 'off',
      ...env,
    },
  });
  children.push(child);
  const text = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text.output += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (text.errors += part));
  return { child, output: () => text.output, errors: () => text.errors };
}

async function addressOf({ child, output, errors }: Server): Promise<string> {
  for (;;) {
    const [, address] = /Rostrum is at (http:\S+)/.exec(output()) ?? [];
    if (address !== undefined) return address;
    if (child.exitCode !== null) throw new Error(`The server ended: ${errors()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function exitOf({ child }: Server): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function signIn(address: string): Promise<Record<string, string>> {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName: 'admin', password: PASSWORD }),
  });
  expect(response.status).toBe(200);
  return { 'content-type': 'application/json', cookie: response.headers.getSetCookie()[0]!.split(';')[0]! };
}

describe('a start', () => {
  test('with mistaken settings says each in one line and ends with 1', async () => {
    const server = start({ PORT: 'http', LOG_LEVEL: 'loud' });
    expect(await exitOf(server)).toBe(1);
    expect(server.errors().trimEnd().split('\n')).toEqual([
      'PORT must be a whole number from 0 to 65535.',
      'LOG_LEVEL must be one of: debug, info, warn, error, silent.',
    ]);
    expect(server.output()).toBe('');
  });

  test('on a port that is in use says so in one line and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const server = start({ PORT: String(port) });
    expect(await exitOf(server)).toBe(1);
    expect(server.errors()).toBe(
      `Port ${port} on 127.0.0.1 is in use by another program. Stop it, or set PORT to another port.\n`,
    );
    other.close();
  });

  test('on a data folder that another server uses says so and ends with 1; the other goes on', async () => {
    const first = start();
    const address = await addressOf(first);
    const second = start();
    expect(await exitOf(second)).toBe(1);
    expect(second.errors().trimEnd()).toMatch(/^[^\n]*in use[^\n]*\.$/);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  test('takes a relative data folder from where npm was called', async () => {
    const server = start({ DATA_DIR: './here', INIT_CWD: folder });
    await addressOf(server);
    expect(server.output()).toContain(join(folder, 'here'));
  });
});

describe.each(['SIGTERM', 'SIGINT'] as const)('on %s', (signal) => {
  test('the server ends its streams, finishes what runs, and leaves with 0; nothing acknowledged is lost', async () => {
    const server = start();
    const address = await addressOf(server);
    const headers = await signIn(address);
    await fetch(`${address}/api/meetings`, { method: 'POST', headers, body: JSON.stringify(plan) });
    const live = await fetch(`${address}/api/meetings/conference/live`, { headers });
    expect(live.status).toBe(200);
    const liveEnds = live.text().then(
      () => 'ended',
      () => 'cut',
    );

    const acknowledged: string[] = [];
    let going = true;
    const clients = Array.from({ length: 8 }, async (_, client) => {
      for (let count = 0; going; count++) {
        const itemId = `item-${client}-${count}`;
        const body = JSON.stringify(item(itemId));
        const response = await fetch(`${address}/api/meetings/conference/add-item`, {
          method: 'POST',
          headers,
          body,
        }).catch(() => undefined);
        if (response?.status === 200) acknowledged.push(itemId);
        else going = false;
      }
    });
    while (acknowledged.length < 50) await new Promise((resolve) => setTimeout(resolve, 5));
    server.child.kill(signal);
    expect(await exitOf(server)).toBe(0);
    await Promise.all(clients);
    expect(await liveEnds).toBe('ended');
    expect(server.errors()).toBe('');

    const again = start();
    const nextAddress = await addressOf(again);
    const record = await (
      await fetch(`${nextAddress}/api/meetings/conference/events`, { headers: await signIn(nextAddress) })
    ).text();
    const recorded = record
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; data: { itemId?: string } });
    const items = recorded.filter(({ type }) => type === 'ItemAdded').map(({ data }) => data.itemId);
    expect(new Set(items).size).toBe(items.length);
    for (const itemId of acknowledged) expect(items).toContain(itemId);
  });
});

test('with DRAIN_SECONDS it says first that it is not ready and ends the streams, and answers what still comes', async () => {
  const server = start({ DRAIN_SECONDS: '3' });
  const address = await addressOf(server);
  const headers = await signIn(address);
  const give = (path: string, body: object) =>
    fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  await give('/api/meetings', plan);
  const live = await fetch(`${address}/api/meetings/conference/live`, { headers });
  server.child.kill('SIGTERM');
  await live.text();

  const readiness = await fetch(`${address}/readyz`);
  expect(readiness.status).toBe(503);
  expect(((await readiness.json()) as { checks: unknown[] }).checks).toContainEqual({
    name: 'server',
    ready: false,
    reason: 'The server is closing. Send requests elsewhere.',
  });
  expect((await fetch(`${address}/api/meetings/conference/live`, { headers })).status).toBe(503);
  expect((await give('/api/meetings/conference/add-item', item('late'))).status).toBe(200);
  const view = await (await fetch(`${address}/api/meetings/conference`, { headers })).text();
  expect(view).toContain('"late"');
  expect(await exitOf(server)).toBe(0);
  expect(server.errors()).toBe('');
});
