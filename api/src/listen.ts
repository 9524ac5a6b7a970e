// The server on its port, who answers there, and how it stops: live streams end, then no new connections, running
// commands finish, and after a deadline whatever still hangs is cut.

import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import type { House } from './house.ts';
import { answerProblem } from './http/answer.ts';
import { Problem } from './http/problem.ts';
import type { Settings } from './settings.ts';

/** Who answers at the port. */
export type Served = Pick<House, 'withdraw' | 'leave' | 'idle'> & {
  readonly app: { readonly fetch: (request: Request, env: HttpBindings) => Response | Promise<Response> };
};

export type Listening = {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** From the next request on this one answers, on connections that are open already as well. */
  readonly handOver: (to: Served) => void;
  /**
   * Resolves within eight seconds, once nothing runs any more.
   * @param drained resolves once a proxy may be taken to send its requests elsewhere; until then they are still answered
   */
  readonly close: (drained?: Promise<unknown>) => Promise<void>;
};

const DEADLINE_MS = 8000;
const LOOK_AGAIN_MS = 50;

/** Why the port cannot be had, and what to do. */
const sentences: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} on ${host} is in use by another program. Stop it, or set PORT to another port.`,
  EACCES: (host, port) => `Port ${port} on ${host} may not be used by this user. Set PORT to a port from 1024 on.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}. Set HOST to one of its addresses.`,
  ENOTFOUND: (host) => `The name ${host} is not known. Set HOST to an address of this machine.`,
};

/** What is answered where the request line or its headers make no request: a host or an address that is none. */
const unreadable = (): Response =>
  answerProblem(
    new Problem(400, 'request.unreadable', 'The address or the headers of this request cannot be read.'),
    'none',
  );

/**
 * Starts listening.
 * @throws Error with a sentence for the operator where the address cannot be used
 */
export async function listen(first: Served, { host, port }: Pick<Settings, 'host' | 'port'>): Promise<Listening> {
  const listenerOf = ({ app }: Served) =>
    getRequestListener((request, env) => app.fetch(request, env as HttpBindings), { errorHandler: unreadable });
  let served = first;
  let listener = listenerOf(first);
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 60_000 }, (incoming, outgoing) => {
    void listener(incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = sentences[error.code ?? ''];
      reject(sentence ? new Error(sentence(host, port), { cause: error }) : error);
    });
    server.listen(port, host, resolve);
  });
  const handOver = (to: Served) => {
    served = to;
    listener = listenerOf(to);
  };
  const close = async (drained?: Promise<unknown>) => {
    served.withdraw();
    await drained;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    served.leave();
    let done = false;
    void closed.then(() => (done = true));
    const deadline = performance.now() + DEADLINE_MS;
    while (!done && performance.now() < deadline) {
      server.closeIdleConnections();
      await Promise.race([closed, pause(LOOK_AGAIN_MS)]);
    }
    server.closeAllConnections();
    await Promise.race([served.idle(), pause(1000)]);
  };
  return { address: addressOf(server), handOver, close };
}

function addressOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
