/**
 * Several nodes that share one log, tell of each other by gossip and have one leader:
 *
 *   const cluster = await startCluster({ nodes: 3 });
 *   const client = EventStoreDBClient.connectionString(cluster.url);
 *   await cluster.nodes[0].stop();      // the others elect a new leader, where they are the majority
 *   cluster.elect(2);
 *
 * A follower answers calls that ask for the leader with who that is, and takes all others: reads from the log, and
 * writes, which the real one passes on. While nobody leads, nobody takes calls.
 */

import { connectionString } from './connection-string.ts';
import { NodeEndpoint, type NodeOptions } from './endpoint.ts';
import { Faults } from './faults.ts';
import { Log, type LogOptions } from './log.ts';
import type { Member } from './node.ts';
import { furnish } from './system-events.ts';

export type ClusterOptions = LogOptions &
  NodeOptions & {
    readonly nodes?: number;
    /** Of the first node, the others follow; without it the system chooses. */
    readonly port?: number;
    /** How long the nodes take to agree on a new leader, in milliseconds. */
    readonly election?: number;
  };

export type ClusterNode = {
  readonly port: number;
  /** The connection string for this node alone. */
  readonly url: string;
  /** Spoils calls that this node takes. */
  readonly faults: Faults;
  readonly leads: () => boolean;
  readonly dropConnections: () => void;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
};

export type Cluster = {
  /** The connection string with all addresses, to find the leader by gossip. */
  readonly url: string;
  /** The one with which a client asks a single address for all others. */
  readonly discoverUrl: string;
  readonly nodes: readonly ClusterNode[];
  readonly log: Log;
  /** Index of the leader; -1 while there is none. */
  readonly leader: () => number;
  /** Makes a running node the leader at once. */
  readonly elect: (index: number) => void;
  readonly close: () => Promise<void>;
};

export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const { nodes: size = 3, election = 100, port = 0 } = options;
  const log = new Log(options);
  furnish(log);
  let leader = 0;
  let electing: NodeJS.Timeout | undefined;

  const running = (index: number): boolean => endpoints[index]?.running === true;
  const members = (): Member[] =>
    endpoints.map(({ id, address, running: alive }, index) => {
      const state = leader === -1 ? 'unknown' : index === leader ? 'leader' : 'follower';
      return { id, ...address, state: alive ? state : 'unknown', alive };
    });
  const faults = Array.from({ length: size }, () => new Faults());
  const endpoints: NodeEndpoint[] = faults.map(
    (own, index) =>
      new NodeEndpoint(options, port && port + index, {
        log,
        faults: own,
        leadership: () => ({ here: index === leader, leader: endpoints[leader]?.address }),
        members,
      }),
  );

  const elect = (index: number): void => {
    if (!running(index)) throw new Error('A node that does not run cannot lead.');
    clearTimeout(electing);
    leader = index;
    log.forget();
  };
  /** Who is left agrees on a leader, if that is more than half. */
  const holdElection = (): void => {
    if (running(leader) && hasMajority()) return;
    leader = -1;
    clearTimeout(electing);
    if (!hasMajority()) return;
    electing = setTimeout(() => {
      const next = endpoints.findIndex((endpoint) => endpoint.running);
      if (next !== -1) elect(next);
    }, election);
  };
  const hasMajority = (): boolean => endpoints.filter((endpoint) => endpoint.running).length * 2 > size;

  await Promise.all(endpoints.map((endpoint) => endpoint.start()));
  const addresses = endpoints.map((endpoint) => endpoint.address);
  const all = connectionString(options, addresses);
  const single = addresses.map((address) => connectionString(options, [address]));
  return {
    url: all.url,
    discoverUrl: single[0]!.url.replace('esdb://', 'esdb+discover://'),
    log,
    leader: () => leader,
    elect,
    nodes: endpoints.map((endpoint, index) => ({
      port: endpoint.address.port,
      url: single[index]!.url,
      faults: faults[index]!,
      leads: () => index === leader,
      dropConnections: () => endpoint.dropConnections(),
      stop: async () => {
        await endpoint.stop();
        holdElection();
      },
      start: async () => {
        await endpoint.start();
        holdElection();
      },
    })),
    close: async () => {
      clearTimeout(electing);
      await Promise.all(endpoints.map((endpoint) => endpoint.stop()));
      for (const { discard } of [all, ...single]) discard();
    },
  };
}
