/**
 * A server that speaks the protocol of EventStoreDB over a real socket and keeps its log in memory, for tests and
 * benchmarks. Clients talk to it unchanged:
 *
 *   const server = await startEventStoreDb();
 *   const client = EventStoreDBClient.connectionString(server.url);
 *   server.faults.next('append', 'lose-reply');    // more of them in `faults.ts`
 *   await server.restart();
 *   await server.close();
 *
 * With `tls: certify()` it speaks TLS, with `users` it lets nobody else in. Several nodes with one log: `cluster.ts`.
 * By itself, for other programs: `main.ts`.
 *
 * It follows the rules of the real server where an application meets them: expected revisions, repeated appends,
 * deletion, metadata of streams, the order in which answers come. It knows no projections, no links, no persistent
 * subscriptions. A real server has the last word.
 */

import { connectionString } from './connection-string.ts';
import { NodeEndpoint, type NodeOptions } from './endpoint.ts';
import { Faults } from './faults.ts';
import { Log, type LogOptions } from './log.ts';
import { furnish, noteStatistics } from './system-events.ts';

export type EventStoreDbOptions = LogOptions &
  NodeOptions & {
    /** 0, the default, for one that the system chooses. */
    readonly port?: number;
    /** What another server kept, to go on with it. */
    readonly log?: Log;
  };

export type EventStoreDbServer = {
  /** The connection string for it, with its first user and the certificate of its authority. */
  readonly url: string;
  readonly port: number;
  /** Spoils calls to order. */
  readonly faults: Faults;
  /** What it holds. */
  readonly log: Log;
  /** Lets the server's own statistics grow by so many events. */
  readonly noteStatistics: (times: number) => void;
  /** Takes what was deleted out of the log. */
  readonly scavenge: () => void;
  /** Breaks every connection; the server goes on. */
  readonly dropConnections: () => void;
  /** Breaks every connection and takes no more until `start`. What was written stays. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** `stop`, then `start`. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function startEventStoreDb(options: EventStoreDbOptions = {}): Promise<EventStoreDbServer> {
  const log = options.log ?? new Log(options);
  if (log.all.length === 0) furnish(log);
  const faults = new Faults();
  const node: NodeEndpoint = new NodeEndpoint(options, options.port ?? 0, {
    log,
    faults,
    leadership: () => ({ here: true, leader: node.address }),
    members: () => [{ id: node.id, ...node.address, state: 'leader', alive: true }],
  });
  const start = () => {
    log.forget();
    return node.start();
  };
  await start();
  const { url, discard } = connectionString(options, [node.address]);
  return {
    url,
    port: node.address.port,
    faults,
    log,
    noteStatistics: (times) => noteStatistics(log, times),
    scavenge: () => log.scavenge(),
    dropConnections: () => node.dropConnections(),
    start,
    stop: () => node.stop(),
    restart: async () => {
      await node.stop();
      await start();
    },
    close: async () => {
      await node.stop();
      discard();
    },
  };
}
