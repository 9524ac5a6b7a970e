import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSession } from './session.tsx';

afterEach(() => vi.unstubAllGlobals());

/** A server that answers `GET /api/session` only when it is told to; a POST at once. */
async function slowServer() {
  const waiting: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'GET') waiting.push(response);
    else response.setHeader('content-type', 'application/json').end('{"kind":"attendee","name":"Yuki Tanaka"}');
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  // Paths of the page's own origin are those of this server.
  const real = fetch;
  vi.stubGlobal('fetch', (path: string, options: RequestInit) => real(`http://127.0.0.1:${port}${path}`, options));
  return { waiting, close: () => server.close() };
}

describe('who is here', () => {
  it('is whoever came in, though nobody was there when it was asked and the answer came late', async () => {
    const { waiting, close } = await slowServer();
    const session = createSession();
    const asked = session.ask();
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    await session.open({ link: 'secret' });
    waiting[0]!
      .writeHead(401, { 'content-type': 'application/problem+json' })
      .end('{"code":"session.missing","status":401}');
    await asked;

    expect(session.state()).toBe('in');
    expect(session.who()?.name).toBe('Yuki Tanaka');
    close();
  });
});
