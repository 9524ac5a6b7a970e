import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { follow } from './follow.ts';
import type { Connection, Following } from './follow.ts';

type Turn = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];
const followers: AbortController[] = [];

afterEach(() => {
  for (const follower of followers.splice(0)) follower.abort();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const stream = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });
const sends =
  (...pieces: readonly string[]): Turn =>
  (request, response) => {
    stream(response);
    for (const piece of pieces) response.write(piece);
    setTimeout(() => request.socket.destroy(), 10);
  };
const stays =
  (...pieces: readonly string[]): Turn =>
  (_request, response) => {
    stream(response);
    for (const piece of pieces) response.write(piece);
  };
const refuses =
  (status: number, headers: Record<string, string> = {}): Turn =>
  (_request, response) =>
    response
      .writeHead(status, { 'content-type': 'application/problem+json', ...headers })
      .end(JSON.stringify({ code: `code.${status}`, detail: 'No.' }));

/** Follows a server that takes the given turns, one a connection; the last one repeats. Ends after `until` events, or by itself. */
async function following(turns: readonly Turn[], until: number, options: Partial<Following> = {}) {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers['last-event-id'] as string | undefined);
    turns[Math.min(asked.length, turns.length) - 1]!(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const controller = new AbortController();
  followers.push(controller);
  const data: string[] = [];
  const connections: Connection[] = [];
  await follow({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/live`,
    signal: controller.signal,
    firstWait: 5,
    onEvents: (events) => {
      data.push(...events.map((event) => event.data));
      return data.length >= until ? 'end' : undefined;
    },
    onConnection: (connection) => connections.push(connection),
    ...options,
  });
  return { asked, data, connections, states: connections.map(({ state }) => state) };
}

describe('following a stream', () => {
  it('comes back after a break with the last id it has, and misses nothing', async () => {
    const { asked, data, states } = await following(
      [
        sends('id: 1\ndata: one\n\nid: 2\ndata: two\n\nid: 3\nda'),
        (request) => request.socket.destroy(),
        stays('id: 3\ndata: three\n\n'),
      ],
      3,
    );
    expect(data).toEqual(['one', 'two', 'three']);
    expect(asked).toEqual([undefined, '2', '2']);
    expect(states).toEqual(['connecting', 'live', 'reconnecting', 'reconnecting', 'live', 'ended']);
  });

  it('says since when there is no connection, until there is one again', async () => {
    const { connections } = await following(
      [sends('id: 1\ndata: one\n\n'), refuses(503), refuses(503), stays('data: two\n\n')],
      2,
    );
    const breaks = connections.filter((connection) => connection.state === 'reconnecting');
    expect(breaks).toHaveLength(3);
    expect(new Set(breaks.map(({ since }) => since)).size).toBe(1);
  });

  it('tells a break by the clock that it is given', async () => {
    const { connections } = await following([sends('data: one\n\n'), stays('data: two\n\n')], 2, { now: () => 42 });
    expect(connections.find(({ state }) => state === 'reconnecting')).toEqual({ state: 'reconnecting', since: 42 });
  });

  it.each([401, 403, 404, 410])('ends for good where it is refused with %d', async (status) => {
    const { connections, asked } = await following([refuses(status)], 1);
    expect(connections.at(-1)).toMatchObject({ state: 'ended', problem: { status, code: `code.${status}` } });
    expect(asked).toHaveLength(1);
  });

  it('ends where the server has nothing more, without a refusal', async () => {
    const { connections } = await following([(_request, response) => response.writeHead(204).end()], 1);
    expect(connections.at(-1)).toEqual({ state: 'ended', problem: null });
  });

  it('tries again while the server is away or overrun', async () => {
    const { asked, data } = await following([refuses(502), refuses(429), refuses(503), stays('data: at last\n\n')], 1);
    expect(data).toEqual(['at last']);
    expect(asked).toHaveLength(4);
  });

  it('takes a connection that has fallen silent for dead', async () => {
    const { data } = await following([stays('id: 1\ndata: one\n\n'), stays('id: 2\ndata: two\n\n')], 2, {
      silence: 40,
    });
    expect(data).toEqual(['one', 'two']);
  });

  it('is woken from a long wait when the network is back', async () => {
    const { data } = await following([refuses(503), stays('data: back\n\n')], 1, {
      firstWait: 600_000,
      onWake: (wake) => {
        const timer = setTimeout(wake, 5);
        return () => clearTimeout(timer);
      },
    });
    expect(data).toEqual(['back']);
  });

  it('reads characters that were cut between two pieces', async () => {
    const bytes = Buffer.from('data: 主持人\n\n');
    const { data } = await following(
      [
        (_request, response) => {
          stream(response).write(bytes.subarray(0, 8));
          setTimeout(() => response.write(bytes.subarray(8)), 10);
        },
      ],
      1,
    );
    expect(data).toEqual(['主持人']);
  });

  it('tells the server’s clock', async () => {
    const dates: string[] = [];
    await following([stays('data: x\n\n')], 1, { onDate: (date) => dates.push(date) });
    expect(dates.map((date) => Number.isNaN(Date.parse(date)))).toEqual([false]);
  });
});
