import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import type { ClientOptions } from './client.ts';
import { newKey } from './key.ts';
import { Problem } from './problem.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server that answers the first request with the first answer, and so on; the last one goes on. */
async function serving(...answers: readonly Answer[]) {
  const requests: { method: string; key: string | undefined }[] = [];
  const positions: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    request.resume();
    positions.push(request.headers['rostrum-position'] as string | undefined);
    requests.push({ method: request.method ?? '', key: request.headers['idempotency-key'] as string | undefined });
    answers[Math.min(requests.length, answers.length) - 1]!(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = (options: ClientOptions = {}) => createClient({ origin, firstWait: 5, patience: 2000, ...options });
  return { client, requests, positions };
}

const json =
  (status: number, body: unknown, type = 'application/json'): Answer =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
const problem = (status: number, body: Record<string, unknown>): Answer =>
  json(status, body, 'application/problem+json');
const hangUp: Answer = (request) => request.socket.destroy();
const breakOff: Answer = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"half":');
  setImmediate(() => request.socket.destroy());
};

const refusalOf = async (sent: Promise<unknown>): Promise<Problem> => {
  const thrown: unknown = await sent.then(
    () => new Error('It was not refused.'),
    (error: unknown) => error,
  );
  if (thrown instanceof Problem) return thrown;
  throw thrown;
};

describe('a command on its way', () => {
  it('is sent again with the same key while the connection breaks, and answers once', async () => {
    const { client, requests } = await serving(hangUp, breakOff, json(200, { revision: 7 }));
    const key = newKey();
    await expect(client().send('POST', '/api/meetings/m/give-floor', { body: {}, key })).resolves.toEqual({
      revision: 7,
    });
    expect(requests).toEqual([
      { method: 'POST', key },
      { method: 'POST', key },
      { method: 'POST', key },
    ]);
  });

  it('is sent again while the server is away', async () => {
    const { client, requests } = await serving(
      problem(503, { code: 'store.unavailable', detail: 'Later.' }),
      json(200, {}),
    );
    await client().send('POST', '/x', { key: newKey() });
    expect(requests).toHaveLength(2);
  });

  it('is not sent again once it is refused', async () => {
    const { client, requests } = await serving(
      problem(409, { code: 'floor.already-held', detail: 'Liu Shiquan has the floor.', facts: { holder: 'liu' } }),
    );
    const refusal = await refusalOf(client().send('POST', '/x', { key: newKey() }));
    expect(refusal).toMatchObject({
      status: 409,
      code: 'floor.already-held',
      message: 'Liu Shiquan has the floor.',
      facts: { holder: 'liu' },
    });
    expect(requests).toHaveLength(1);
  });

  it('did not go through where nobody answers in time', async () => {
    const { client, requests } = await serving(hangUp);
    const refusal = await refusalOf(client({ patience: 60 }).send('POST', '/x', { key: newKey() }));
    expect(refusal.code).toBe('client.unreachable');
    expect(requests.length).toBeGreaterThan(1);
  });

  it('is sent again on a new connection where the first one stays silent', async () => {
    const silent: Answer = () => {};
    const { client, requests } = await serving(silent, json(200, {}));
    await client({ patience: 300 }).send('POST', '/x', { key: newKey() });
    expect(requests).toHaveLength(2);
  });

  it('without a key is tried once, since it might be done twice', async () => {
    const { client, requests } = await serving(hangUp);
    expect((await refusalOf(client().send('POST', '/api/session', { body: {} }))).code).toBe('client.unreachable');
    expect(requests).toHaveLength(1);
  });

  it('stops when it is called off', async () => {
    const { client } = await serving(hangUp);
    const controller = new AbortController();
    const sent = client().send('GET', '/x', { signal: controller.signal });
    controller.abort(new Error('Left the page.'));
    await expect(sent).rejects.toThrow('Left the page.');
  });
});

describe('an answer', () => {
  it('says what is wrong where', async () => {
    const { client } = await serving(
      problem(422, {
        code: 'input.invalid',
        detail: 'Look again.',
        errors: [{ path: 'venues[0].name', message: 'Must not be empty.' }],
      }),
    );
    expect((await refusalOf(client().send('POST', '/x', { key: newKey() }))).errors).toEqual([
      { path: 'venues[0].name', message: 'Must not be empty.' },
    ]);
  });

  it('that no Rostrum wrote is told as one that cannot be read', async () => {
    const { client } = await serving((_request, response) =>
      response.writeHead(400, { 'content-type': 'text/html' }).end('<h1>'),
    );
    expect(await refusalOf(client().get('/x'))).toMatchObject({ status: 400, code: 'client.unreadable' });
  });

  it('of 401 ends the session, save where one signs in', async () => {
    let ended = 0;
    const { client } = await serving(problem(401, { code: 'session.none', detail: 'Sign in.' }));
    const asking = client({ onSessionEnded: () => (ended += 1) });
    await refusalOf(asking.send('POST', '/api/session', { anonymous: true }));
    expect(ended).toBe(0);
    await refusalOf(asking.get('/api/meetings'));
    expect(ended).toBe(1);
  });

  it('may be empty', async () => {
    const { client } = await serving((_request, response) => response.writeHead(204).end());
    await expect(client().send('DELETE', '/api/session')).resolves.toBeUndefined();
  });
});

it('makes keys that are UUIDs of version 4 and differ', () => {
  const keys = new Set(Array.from({ length: 100 }, newKey));
  expect(keys.size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

describe('what was recorded', () => {
  const told =
    (position: string): Answer =>
    (_request, response) =>
      response.writeHead(200, { 'rostrum-position': position }).end('{}');

  it('is asked for wherever the next request goes, as far as it went at the latest', async () => {
    const { client, positions } = await serving(
      told('998'),
      told('1002'),
      told('1001'),
      told('not a number'),
      json(200, {}),
    );
    const { send, get } = client();
    for (let count = 0; count < 5; count++) await send('POST', '/x', { key: newKey() });
    await get('/x');
    expect(positions).toEqual([undefined, '998', '1002', '1002', '1002', '1002']);
  });

  it('is waited for, and no more asked for where the record does not get there', async () => {
    const behind = problem(503, { code: 'query.behind', detail: 'Not yet.' });
    const { client, positions } = await serving(told('7'), behind);
    const { send, get } = client({ patience: 50, firstWait: 5 });
    await send('POST', '/x', { key: newKey() });
    expect((await refusalOf(get('/x'))).code).toBe('query.behind');
    expect(new Set(positions.slice(1))).toEqual(new Set(['7']));
    await refusalOf(get('/x'));
    expect(positions.at(-1)).toBeUndefined();
  });
});
