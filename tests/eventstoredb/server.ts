/**
 * A server that speaks the protocol of EventStoreDB over a real socket and keeps its log in memory, for tests and
 * benchmarks. Clients talk to it unchanged:
 *
 *   const server = await startEventStoreDb();
 *   const client = EventStoreDBClient.connectionString(server.url);
 *   server.faults.next('append', 'lose-reply');
 *   await server.restart();
 *   await server.close();
 *
 * It follows the real server's rules (`log.ts`), so far as we know them; a real one has the last word.
 */

import { randomUUID } from 'node:crypto';
import grpc from '@grpc/grpc-js';
import { Faults } from './faults.ts';
import { Listening } from './listening.ts';
import { Log, type LogOptions } from './log.ts';
import type { Node } from './node.ts';

export type EventStoreDbOptions = LogOptions & {
  /** 0, the default, for one that the system chooses. */
  readonly port?: number;
  /** The user that it wants; without it everybody may do everything. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** What it says it is. */
  readonly version?: string;
  /** The largest append in bytes; 1 MiB as the real server has it by default. */
  readonly maxAppendSize?: number;
};

export type EventStoreDbServer = {
  /** The connection string for it, with its user. */
  readonly url: string;
  readonly port: number;
  /** Spoils calls to order. */
  readonly faults: Faults;
  /** What it holds. */
  readonly log: Log;
  /** Breaks every connection; the server goes on. */
  readonly dropConnections: () => void;
  /** Breaks every connection and takes no more until `start`. What was written stays. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** `stop`, then `start`. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const HOST = '127.0.0.1';

export async function startEventStoreDb(options: EventStoreDbOptions = {}): Promise<EventStoreDbServer> {
  const { credentials, version = '24.10.0', maxAppendSize = 1024 * 1024 } = options;
  const log = new Log(options);
  const faults = new Faults();
  const id = randomUUID();
  let port = options.port ?? 0;
  let listening: Listening | undefined;
  const node: Node = {
    log,
    faults,
    version,
    maxAppendSize,
    credentials,
    leader: () => ({ here: true, endpoint: { host: HOST, port } }),
    members: () => [{ id, host: HOST, port, leader: true, alive: true }],
    drop: (peer) => listening?.drop(peer),
  };

  const start = async (): Promise<void> => {
    if (listening) return;
    listening = new Listening(node, grpc.ServerCredentials.createInsecure());
    port = await listening.listen(HOST, port);
  };
  const stop = async (): Promise<void> => {
    const closing = listening;
    listening = undefined;
    await closing?.close();
  };

  await start();
  const user = credentials ? `${credentials.username}:${credentials.password}@` : '';
  return {
    url: `esdb://${user}${HOST}:${port}?tls=false`,
    port,
    faults,
    log,
    dropConnections: () => listening?.dropAll(),
    start,
    stop,
    restart: async () => {
      await stop();
      await start();
    },
    close: stop,
  };
}
