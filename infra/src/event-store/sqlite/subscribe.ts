/**
 * Subscriptions: each is a place in the order of positions and nothing else. It takes what comes next from the tail or,
 * further back, from the database, at the pace of its reader; a commit only wakes those who wait.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordedEvent } from '@rostrum/events';
import type { Delivery, SubscribeOptions } from '../port.ts';
import { PAGE } from './read.ts';
import type { Page, PageReader, Reader } from './read.ts';
import type { Tail } from './tail.ts';

export class Subscriptions {
  readonly #reader: Reader;
  readonly #tail: Tail;
  readonly #lastPosition: () => number;
  readonly #waiting = new Set<() => void>();
  #open = true;

  constructor(reader: Reader, tail: Tail, lastPosition: () => number) {
    this.#reader = reader;
    this.#tail = tail;
    this.#lastPosition = lastPosition;
  }

  /** Lets those who wait look again. */
  wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resume of waiting) resume();
  }

  /** Ends every subscription. */
  close(): void {
    this.#open = false;
    this.wake();
  }

  /** Its place is fixed now, not when the first delivery is asked for. */
  subscribe({ after, prefixes, signal }: SubscribeOptions): AsyncIterable<Delivery> {
    const start = after === 'end' ? this.#lastPosition() : after === 'start' ? 0 : Number(after);
    const stored = prefixes === undefined ? this.#reader.all : this.#reader.matching(prefixes);
    const wanted =
      prefixes === undefined
        ? undefined
        : (event: RecordedEvent) => prefixes.some((prefix) => event.stream.startsWith(prefix));
    return this.#deliveries(start, stored, wanted, signal);
  }

  async *#deliveries(
    start: number,
    stored: PageReader,
    wanted: ((event: RecordedEvent) => boolean) | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<Delivery, void, void> {
    let position = start;
    let announced = false;
    let resume = (): void => undefined;
    const onAbort = (): void => resume();
    signal.addEventListener('abort', onAbort);
    try {
      while (this.#open && !signal.aborted) {
        if (position < this.#lastPosition()) {
          const live = this.#fromTail(position, wanted);
          const page = live ?? stored(position, this.#lastPosition(), PAGE);
          position = page.position;
          const caughtUp = position >= this.#lastPosition();
          announced ||= caughtUp;
          yield { events: page.events, caughtUp, position: BigInt(position) };
          // Reading is synchronous: between two pages everybody else has a turn.
          if (live === undefined) await nextTurn();
        } else if (!announced) {
          announced = true;
          yield { events: [], caughtUp: true, position: BigInt(position) };
        } else {
          await new Promise<void>((resolve) => {
            resume = resolve;
            this.#waiting.add(resolve);
          });
          this.#waiting.delete(resume);
        }
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  #fromTail(position: number, wanted: ((event: RecordedEvent) => boolean) | undefined): Page | undefined {
    const events = this.#tail.after(position, PAGE);
    if (events === undefined) return undefined;
    return {
      events: wanted === undefined ? events : events.filter(wanted),
      position: position + events.length,
    };
  }
}
