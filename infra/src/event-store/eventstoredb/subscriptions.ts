/**
 * Subscriptions: each is a place in the order of positions and nothing else. It takes what comes next from the tail or,
 * further back, from the server, at the pace of its reader; the one live subscription only wakes those who wait.
 */

import type { RecordedEvent } from '@rostrum/events';
import { StoreUnavailable } from '../errors.ts';
import { DELETIONS } from '../port.ts';
import type { Delivery, StreamDeleted, SubscribeOptions } from '../port.ts';
import { Backoff } from './backoff.ts';
import type { Deletions } from './deletions.ts';
import type { Follower } from './follower.ts';
import type { History, Page, Wanted } from './history.ts';
import type { LastPosition } from './last-position.ts';
import type { Names } from './names.ts';
import { PAGE } from './read-stream.ts';
import type { Tail } from './tail.ts';

export type SubscriptionParts = {
  readonly names: Names;
  readonly tail: Tail;
  readonly follower: Follower;
  readonly history: History;
  readonly deletions: Deletions;
  readonly last: LastPosition;
};

type Choice = { readonly prefixes: readonly string[] | undefined; readonly wanted: Wanted | undefined };

export class Subscriptions {
  readonly #parts: SubscriptionParts;
  readonly #waiting = new Set<() => void>();
  readonly #ended = new AbortController();

  constructor(parts: SubscriptionParts) {
    this.#parts = parts;
  }

  /** Lets those who wait look again. */
  wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resume of waiting) resume();
  }

  /** Ends every subscription. */
  close(): void {
    this.#ended.abort();
    this.wake();
  }

  /** Its place is fixed now, not when the first delivery is asked for. */
  subscribe({ after, prefixes, signal }: SubscribeOptions): AsyncIterable<Delivery> {
    const start = after === 'end' ? this.#parts.last.known : after === 'start' ? 0n : after;
    const wanted = prefixes && ((event: RecordedEvent) => concerns(event, prefixes));
    return this.#deliveries(start, { prefixes, wanted }, AbortSignal.any([signal, this.#ended.signal]));
  }

  /** Waits until everything up to a position has come to the tail; false where that takes too long, or cannot be. */
  async reached(position: bigint, timeoutMs: number): Promise<boolean> {
    const { tail, follower } = this.#parts;
    const late = AbortSignal.timeout(timeoutMs);
    const hopeful = (): boolean => follower.failure === undefined && !late.aborted && !this.#ended.signal.aborted;
    while (tail.position < position && hopeful()) await this.#change(late);
    return tail.position >= position;
  }

  async *#deliveries(start: bigint, choice: Choice, signal: AbortSignal): AsyncGenerator<Delivery, void, void> {
    const { tail, follower, last } = this.#parts;
    let position = start;
    let announced = false;
    /** The first time it must be certain that nothing is left; later it is enough that nothing is known of. */
    let end = await this.#end(signal);
    const caughtUp = (): boolean => follower.level && position >= last.known && position >= (end ?? 0n);
    while (!signal.aborted) {
      if (follower.failure !== undefined) throw follower.failure;
      const live = tail.after(position, PAGE);
      if (live === undefined) {
        for await (const page of this.#past(position, choice, signal)) {
          ({ position } = page);
          announced ||= caughtUp();
          yield { events: page.events, caughtUp: caughtUp(), position };
          if (signal.aborted) return;
        }
      } else if (live.position > position) {
        ({ position } = live);
        const { deletions } = this.#parts;
        const events = live.events.filter((event) => !deletions.hide(event) && (choice.wanted?.(event) ?? true));
        announced ||= caughtUp();
        yield { events, caughtUp: caughtUp(), position };
      } else if (!announced && caughtUp()) {
        announced = true;
        yield { events: [], caughtUp: true, position };
      } else {
        await this.#change(signal);
      }
      if (announced) end = undefined;
    }
  }

  /** The position that must be reached before it may be said that nothing is left. */
  async #end(signal: AbortSignal): Promise<bigint | undefined> {
    const backoff = new Backoff(50, 2000);
    while (!signal.aborted) {
      try {
        return await this.#parts.last.ask();
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || error.code !== 'store.unreachable') throw error;
        await backoff.wait(signal);
      }
    }
    return undefined;
  }

  /** What lies between a place and the end of the tail, however often the connection breaks on the way. */
  #past(after: bigint, { prefixes, wanted }: Choice, signal: AbortSignal): AsyncIterable<Page> {
    const { history, names, tail } = this.#parts;
    const filter = prefixes === undefined ? names.filter : names.filterOf(prefixes);
    return history.pages(after, tail.position, { filter, wanted, signal, patienceMs: Infinity });
  }

  /** Waits for a change, or for the signal. */
  async #change(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.add(resolve);
    const onAbort = (): void => resolve();
    signal.addEventListener('abort', onAbort);
    await promise;
    signal.removeEventListener('abort', onAbort);
    this.#waiting.delete(resolve);
  }
}

/** Whether an event is of one of the streams, or tells that one of them was deleted. */
function concerns(event: RecordedEvent, prefixes: readonly string[]): boolean {
  const about = event.stream === DELETIONS ? (event.data as StreamDeleted['data']).stream : event.stream;
  return prefixes.some((prefix) => about.startsWith(prefix) || event.stream.startsWith(prefix));
}
