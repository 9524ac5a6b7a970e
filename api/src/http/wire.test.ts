// What only a real connection shows: requests that are none, and answers that break off.

import { once } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterEach, describe, expect, test } from 'vitest';
import { HandClock } from '../house.fixture.ts';
import { listen } from '../listen.ts';
import type { Listening } from '../listen.ts';
import { Log } from '../operations/log.ts';
import type { AppEnv } from './context.ts';
import { API_HEADERS } from './headers.ts';
import { answerStream } from './stream.ts';

let listening: Listening;
afterEach(() => listening.close());

async function serve(app: Hono<AppEnv>): Promise<URL> {
  const nothing = () => {};
  const served = { app, withdraw: nothing, leave: nothing, idle: () => Promise.resolve() };
  listening = await listen(served, { host: '127.0.0.1', port: 0 });
  return new URL(listening.address);
}

async function exchange(address: URL, request: string): Promise<string> {
  const socket = connect(Number(address.port), address.hostname);
  socket.end(request);
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  await once(socket, 'close');
  return text;
}

describe('a request that is none', () => {
  test.each([
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['an address that is none', 'GET http://[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ])('by %s is answered with a problem', async (_what, request) => {
    const answer = await exchange(await serve(new Hono<AppEnv>()), request);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.toLowerCase()).toContain('content-type: application/problem+json');
    expect(answer).toContain('"code":"request.unreadable"');
  });
});

describe('an answer that breaks off', () => {
  test('cuts the connection, tells nothing of the reason, and is logged', async () => {
    const lines: string[] = [];
    const app = new Hono<AppEnv>();
    app.get('/file', (c) => {
      c.set('log', new Log({ level: 'info', clock: new HandClock(), write: (line) => lines.push(line) }));
      let pieces = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (++pieces > 3) throw new Error('secret detail');
          controller.enqueue(new TextEncoder().encode(`piece ${pieces}\n`));
        },
      });
      return answerStream(c, body, 200, API_HEADERS);
    });
    const answer = await exchange(await serve(app), 'GET /file HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(answer).not.toContain('secret');
    // Without the last chunk of length 0, nobody takes this for the whole (RFC 9112, section 8).
    expect(answer).not.toMatch(/\r\n0\r\n\r\n$/);
    expect(lines.join('')).toContain('secret detail');
  });

  test('is whole where nothing breaks', async () => {
    const app = new Hono<AppEnv>();
    app.get('/file', (c) => answerStream(c, new Blob(['whole']).stream(), 200, API_HEADERS));
    const address = await serve(app);
    expect(await (await fetch(new URL('/file', address))).text()).toBe('whole');
  });
});
