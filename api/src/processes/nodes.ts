// The nodes of a deployment: each makes itself known under an id that is new with every start, and knows which others are
// alive. A node that was not heard of for a while is gone for the others; where it comes back it has a new id.

import type { Instant } from '@rostrum/events';
import type { Clock, ProcessHome } from '@rostrum/infra';
import type { Log } from '../operations/log.ts';
import { pause, stopped, tryToHold } from './hold-name.ts';

/** Nodes at the same time. Each takes the first place that is free, so that no more names are ever used than that. */
const MOST_NODES = 500;
/** Milliseconds between two looks at who is alive. */
const LOOK_MS = 5000;
/** Milliseconds before a place is sought again. */
const SEEK_MS = 1000;

export type NodesOptions = {
  readonly home: ProcessHome;
  readonly clock: Clock;
  readonly log: Log;
  /** A new UUID. */
  readonly newId: () => string;
  /** The node leaves. */
  readonly signal: AbortSignal;
  readonly ttlMs?: number;
  readonly lookMs?: number;
};

/** Told when this node is known under a new id, and when it is not any more. */
export type OwnId = { readonly entered: (nodeId: string) => void; readonly lost: () => void };

export class Nodes {
  readonly #options: NodesOptions;
  /** When this node began to look who is alive. */
  readonly since: Instant;
  /** Resolves once the node has left and the others know. */
  readonly ended: Promise<unknown>;
  readonly #lastSeen = new Map<string, Instant>();
  #alive: ReadonlySet<string> = new Set();
  #own: string | undefined;
  /** How often a node was seen to have gone. */
  departures = 0;

  constructor(options: NodesOptions, own: OwnId) {
    this.#options = options;
    this.since = options.clock.now();
    this.ended = Promise.all([this.#beKnown(own), this.#keepLooking()]);
  }

  /** How many are alive, as of the last look. */
  get count(): number {
    return this.#alive.size;
  }

  /** True where the node is alive, as of the last look. */
  isAlive(nodeId: string): boolean {
    return nodeId === this.#own || this.#alive.has(nodeId);
  }

  /** When a node was last heard of; undefined where it was gone before this one began to look. */
  lastSeen(nodeId: string): Instant | undefined {
    return this.#lastSeen.get(nodeId);
  }

  /** Takes a place among the nodes, and another one with another id whenever it is lost. */
  async #beKnown(own: OwnId): Promise<void> {
    const { newId, signal } = this.#options;
    while (!signal.aborted) {
      // Short: it stands in the id of every session of somebody's presence.
      const nodeId = newId().replaceAll('-', '').slice(0, 16);
      for (let place = 1; place <= MOST_NODES && !signal.aborted; place += 1) {
        if ((await this.#tryPlace(place, nodeId, own)) !== 'taken') break;
      }
      await pause(SEEK_MS, signal);
    }
  }

  #tryPlace(place: number, nodeId: string, own: OwnId): ReturnType<typeof tryToHold> {
    const { home, log, signal, ttlMs } = this.#options;
    return tryToHold({
      name: `node-${place}`,
      holder: nodeId,
      home,
      log,
      signal,
      ...(ttlMs === undefined ? {} : { ttlMs }),
      work: async (holding) => {
        log.info('This node is known to the others.', { nodeId });
        this.#own = nodeId;
        own.entered(nodeId);
        await stopped(holding.signal);
        this.#own = undefined;
        own.lost();
      },
    });
  }

  async #keepLooking(): Promise<void> {
    const { signal, lookMs = LOOK_MS } = this.#options;
    while (!signal.aborted) {
      await this.look();
      await pause(lookMs, signal);
    }
  }

  /**
   * Looks who is alive now.
   * @returns false where that cannot be seen
   */
  async look(): Promise<boolean> {
    const { home, log } = this.#options;
    try {
      const holders = await home.holders('node-');
      const alive = new Set(holders.map(({ holder }) => holder));
      this.departures += this.#alive.difference(alive).size;
      this.#alive = alive;
      for (const { holder, seenAt } of holders) this.#lastSeen.set(holder, seenAt);
      return true;
    } catch (error) {
      log.warn('It cannot be seen now which nodes are alive; it is tried again.', { reason: String(error) });
      return false;
    }
  }
}
