/**
 * The one live subscription of this process. It fills the tail, begins again after the last event that it handled
 * whenever it breaks off, and takes silence for what it is.
 */

import type { RecordedEvent } from '@rostrum/events';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { StoreUnavailable } from '../errors.ts';
import { Backoff } from './backoff.ts';
import type { ByHand } from './by-hand.ts';
import type { Connection, ReadCall } from './connection.ts';
import type { Deletions } from './deletions.ts';
import { troubleOf, unavailable, unreachable } from './failure.ts';
import type { Foreign } from './foreign.ts';
import type { LastPosition } from './last-position.ts';
import type { Names } from './names.ts';
import { arrivalOf } from './record.ts';
import { subscribeRequest } from './requests.ts';
import type { Tail } from './tail.ts';

/** Milliseconds between two looks at whether the subscription lags behind what is known, at most. */
const LOOK_MS = 1000;
/** Milliseconds after which a subscription is taken to have gone well, so that the next is begun soon. */
const LASTED_MS = 1000;

export type FollowerParts = {
  readonly connection: Connection;
  readonly names: Names;
  readonly tail: Tail;
  readonly deletions: Deletions;
  readonly foreign: Foreign;
  readonly last: LastPosition;
  readonly byHand: ByHand;
};

export type Patience = {
  /** Milliseconds that it may lag behind an event which is known, before the subscription is begun anew. */
  readonly lagMs: number;
  /** Milliseconds without a word after which the store is asked whether there is really nothing new. */
  readonly quietMs: number;
};

export class Follower {
  readonly #parts: FollowerParts;
  readonly #patience: Patience;
  readonly #changed: () => void;
  readonly #ended = new AbortController();
  #call: ReadCall | undefined;
  /** Where to begin anew: the last event handled, or a sign of the server's that there was none up to there. */
  #resume: bigint;
  #level = false;
  #failure: StoreUnavailable | undefined;
  #heard = performance.now();
  #lagging: { readonly behind: bigint; readonly since: number } | undefined;
  #waking = false;
  #running: Promise<void> | undefined;

  /** @param changed is called after what came together was pushed, and whenever `level` or `failure` changed. */
  constructor(parts: FollowerParts, patience: Patience, changed: () => void) {
    this.#parts = parts;
    this.#patience = patience;
    this.#changed = changed;
    this.#resume = parts.tail.position;
  }

  /** Whether the server has said that there is nothing more, and the subscription has not broken off since. */
  get level(): boolean {
    return this.#level;
  }

  /** Why the store cannot be followed, where that will not pass by itself. */
  get failure(): StoreUnavailable | undefined {
    return this.#failure;
  }

  /**
   * Begins; resolves once the server has confirmed the subscription.
   * @throws what keeps it from being begun. Once it is begun nothing ends it but `close`.
   */
  async start(): Promise<void> {
    const confirmed = Promise.withResolvers<void>();
    const first = this.#follow(() => confirmed.resolve());
    // An end before it is confirmed is why it cannot begin; an end after that comes too late to matter here.
    void first.then((reason) => confirmed.reject(reason ?? unreachable(new Error('The subscription was ended.'))));
    await confirmed.promise;
    this.#running = this.#run(first);
    const watch = setInterval(() => void this.#look(), Math.min(LOOK_MS, this.#patience.lagMs / 2)).unref();
    this.#ended.signal.addEventListener('abort', () => clearInterval(watch));
  }

  /** Ends the subscription; resolves once nothing of it is left. */
  async close(): Promise<void> {
    this.#ended.abort();
    this.#call?.cancel();
    await this.#running;
  }

  /** Begins anew whenever the subscription ends. */
  async #run(first: Promise<unknown>): Promise<void> {
    const { signal } = this.#ended;
    const backoff = new Backoff(50, 5000, { ref: false });
    let current = first;
    while (!signal.aborted) {
      const began = performance.now();
      const error = await current;
      if (signal.aborted) return;
      this.#level = false;
      const lasting = error !== undefined && troubleOf(error) !== 'passing' ? unavailable(error) : undefined;
      this.#failure = lasting instanceof StoreUnavailable ? lasting : undefined;
      this.#wake();
      if (performance.now() - began > LASTED_MS) backoff.reset();
      await backoff.wait(signal);
      current = this.#follow(() => undefined);
    }
  }

  /** One subscription, from its beginning to its end; gives what ended it. */
  async #follow(confirmed: () => void): Promise<unknown> {
    let call: ReadCall;
    try {
      call = await this.#parts.connection.read(subscribeRequest(this.#resume, this.#parts.names.filterWithMetadata));
    } catch (error) {
      return error;
    }
    this.#call = call;
    this.#heard = performance.now();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    call.on('error', resolve);
    call.on('end', () => resolve(undefined));
    call.on('data', (answer: ReadResp) => {
      this.#heard = performance.now();
      if (answer.hasConfirmation()) {
        this.#failure = undefined;
        confirmed();
      } else this.#take(answer);
    });
    if (this.#ended.signal.aborted) call.cancel();
    const error = await promise;
    call.removeAllListeners('data');
    this.#call = undefined;
    return error;
  }

  #take(answer: ReadResp): void {
    const { tail, names, deletions, foreign, last, byHand } = this.#parts;
    const sent = answer.getEvent();
    if (sent !== undefined) {
      const arrival = arrivalOf(sent, names);
      if (arrival === undefined || arrival.position <= tail.position) return;
      byHand.meet(arrival, tail.position);
      if (!names.passes(arrival.name)) return;
      last.saw(arrival.position);
      if (arrival.event === undefined) foreign.meet(arrival);
      else this.#forget(arrival.event);
      const seen = arrival.event !== undefined && !deletions.hide(arrival.event);
      tail.push(arrival.position, seen ? arrival.event : undefined, arrival.bytes);
      this.#resume = arrival.position;
      this.#wake();
      return;
    }
    const checkpoint = answer.getCheckpoint();
    if (checkpoint !== undefined) {
      const reached = BigInt(checkpoint.getCommitPosition());
      if (reached > this.#resume) this.#resume = reached;
    }
    if (answer.hasFellBehind()) this.#level = false;
    if (answer.hasCaughtUp()) {
      this.#level = true;
      this.#wake();
    }
  }

  /** Where the event records a deletion, what was deleted is in nobody's way any more. */
  #forget(event: RecordedEvent): void {
    const deleted = this.#parts.deletions.see(event);
    if (deleted !== undefined) this.#parts.tail.forget(deleted.stream, deleted.through);
  }

  /** Once for all that came together. */
  #wake(): void {
    if (this.#waking) return;
    this.#waking = true;
    setImmediate(() => {
      this.#waking = false;
      this.#changed();
    });
  }

  /** A subscription that says nothing may be broken: whoever knows of a later event can tell. */
  async #look(): Promise<void> {
    const { tail, last } = this.#parts;
    const now = performance.now();
    if (last.known <= tail.position) {
      this.#lagging = undefined;
      if (now - this.#heard < this.#patience.quietMs) return;
      this.#heard = now;
      await last.ask().catch(() => undefined);
      return;
    }
    if (this.#lagging?.behind !== tail.position) this.#lagging = { behind: tail.position, since: now };
    if (now - this.#lagging.since < this.#patience.lagMs) return;
    this.#lagging = undefined;
    this.#call?.cancel();
  }
}
