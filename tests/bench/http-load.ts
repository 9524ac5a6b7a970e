// A load of requests from a fixed number of clients, each on its own connection, one request at a time. Written on bare
// sockets so that the client costs as little as can be: it shares the machine with the server it measures.

import { connect } from 'node:net';
import type { Socket } from 'node:net';

export type Target = { readonly address: string; readonly cookie: string };

/** The next request of a client: its path and body. */
export type NextRequest = (client: number, turn: number) => { readonly path: string; readonly body: string };

/**
 * Sends for a time and counts the answers.
 * @param seconds how long it is counted, after a tenth of it that is not
 * @returns answers a second
 * @throws Error where an answer is no success
 */
export async function answersPerSecond(
  target: Target,
  clients: number,
  seconds: number,
  next: NextRequest,
): Promise<number> {
  let counted = 0;
  let counting = false;
  let ended = false;
  const connections = await Promise.all(Array.from({ length: clients }, () => open(target)));
  const work = connections.map(async (connection, client) => {
    for (let turn = 0; !ended; turn += 1) {
      const { path, body } = next(client, turn);
      await connection.post(path, body);
      if (counting) counted += 1;
    }
    connection.close();
  });
  const failed = Promise.all(work);
  await Promise.race([failed, later(seconds * 100)]);
  counting = true;
  const started = performance.now();
  await Promise.race([failed, later(seconds * 1000)]);
  counting = false;
  const elapsed = performance.now() - started;
  ended = true;
  await failed;
  return (counted / elapsed) * 1000;
}

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

export type Connection = { readonly post: (path: string, body: string) => Promise<void>; readonly close: () => void };

/** One keep-alive connection. */
export async function open({ address, cookie }: Target): Promise<Connection> {
  const { hostname, port, host } = new URL(address);
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let received = '';
  let settle: { resolve: () => void; reject: (error: Error) => void } | null = null;
  const fail = (error: Error) => settle?.reject(error);
  socket.setEncoding('latin1');
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The server closed the connection.')));
  socket.on('data', (chunk: string) => {
    received += chunk;
    const head = received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(received)?.[1] ?? Number.NaN);
    if (received.length < head + 4 + length) return;
    const answer = received;
    received = '';
    if (answer.startsWith('HTTP/1.1 2')) settle?.resolve();
    else fail(new Error(answer.slice(0, 500)));
  });
  return {
    post: (path, body) =>
      new Promise<void>((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(
          `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    close: () => {
      settle = null;
      socket.destroy();
    },
  };
}
