// The one subscription of this process to the event store: every event, in the order of positions, to whoever follows.
// Where the store breaks it off, it is taken up again after the last event handled.

import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '@rostrum/events';
import type { EventStore } from '@rostrum/infra';
import type { Log } from '../operations/log.ts';

/** Receives pages of events, each event once, in order, and how far they go. */
export type Follower = (events: readonly RecordedEvent[], position: bigint) => void;

/** Told that its follower threw: what it derived from the events may lack those of the page. */
export type OnFault = () => void;

/** Milliseconds before the subscription is taken up again: doubled with each failure, up to the last. */
const BACKOFF_MS = [100, 5000] as const;

export class Feed {
  readonly #followers = new Map<Follower, OnFault | undefined>();
  readonly #ended = new AbortController();
  readonly #waiting = new Set<{ readonly position: bigint; readonly resolve: () => void }>();
  #position = 0n;

  /** Position of the last event handed on. */
  get position(): bigint {
    return this.#position;
  }

  /**
   * Follows the store from its present end; resolves once it does.
   * @throws StoreUnavailable where the store cannot be read at all
   */
  async start(store: EventStore, log: Log): Promise<void> {
    this.#position = await store.lastPosition();
    void this.#follow(store, log);
  }

  /**
   * Hands every later event to the follower, until the returned function is called. A follower that throws has failed
   * for itself: it is logged, the others are handed the same page, and the feed goes on.
   */
  follow(follower: Follower, onFault?: OnFault): () => void {
    this.#followers.set(follower, onFault);
    return () => void this.#followers.delete(follower);
  }

  /**
   * Waits until an event of this position has been handed on: reading what one has written.
   * @param timeout milliseconds
   * @returns false where that took too long
   */
  async reach(position: bigint, timeout: number): Promise<boolean> {
    if (this.#position >= position) return true;
    if (this.#ended.signal.aborted) return false;
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting = { position, resolve };
    this.#waiting.add(waiting);
    const gaveUp = new AbortController();
    const late = sleep(timeout, undefined, { signal: gaveUp.signal }).catch(() => undefined);
    await Promise.race([promise, late]);
    gaveUp.abort();
    this.#waiting.delete(waiting);
    return this.#position >= position;
  }

  /** Ends the subscription. */
  end(): void {
    this.#ended.abort();
    for (const { resolve } of this.#waiting) resolve();
  }

  async #follow(store: EventStore, log: Log): Promise<void> {
    const { signal } = this.#ended;
    let pause: number = BACKOFF_MS[0];
    while (!signal.aborted) {
      try {
        for await (const { events, position } of store.subscribe({ after: this.#position, signal })) {
          for (const [follower, onFault] of this.#followers) hand(follower, onFault, events, position, log);
          this.#position = position;
          for (const waiting of this.#waiting) if (waiting.position <= position) waiting.resolve();
          pause = BACKOFF_MS[0];
        }
      } catch (error) {
        log.error('The subscription to the event store broke off; it is taken up again.', error);
      }
      if (signal.aborted) return;
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, BACKOFF_MS[1]);
    }
  }
}

function hand(
  follower: Follower,
  onFault: OnFault | undefined,
  events: readonly RecordedEvent[],
  position: bigint,
  log: Log,
): void {
  try {
    follower(events, position);
  } catch (error) {
    const streams = [...new Set(events.map(({ stream }) => stream))].slice(0, 10).join(' ');
    log.error('Something that follows the record failed on what was recorded.', error, {
      position: `${position}`,
      streams,
    });
    try {
      onFault?.();
    } catch (again) {
      log.error('It could not recover from that either.', again);
    }
  }
}
