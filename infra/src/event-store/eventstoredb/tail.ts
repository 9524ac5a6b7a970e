/** The latest events, kept in memory for the subscribers who are level with the store: one parsed copy for them all. */

import type { RecordedEvent } from '@rostrum/events';
import type { Page } from './history.ts';

const MOST_EVENTS = 2048;
const MOST_BYTES = 4 * 1024 * 1024;

type Kept = { readonly event: RecordedEvent; readonly bytes: number };

export class Tail {
  #kept: Kept[] = [];
  #bytes = 0;
  #from: bigint;
  #position: bigint;

  /** @param position after which every event is pushed. */
  constructor(position: bigint) {
    this.#from = position;
    this.#position = position;
  }

  /** Everything up to here was pushed, or came before the tail. */
  get position(): bigint {
    return this.#position;
  }

  /** Goes on to an event; undefined where there is one at the position that nobody is to see. */
  push(position: bigint, event: RecordedEvent | undefined, bytes: number): void {
    this.#position = position;
    if (event === undefined) return;
    this.#kept.push({ event, bytes });
    this.#bytes += bytes;
    if (this.#kept.length > MOST_EVENTS || this.#bytes > MOST_BYTES) this.#shorten();
  }

  /** The events after a position, at most `limit`; undefined where the tail does not reach back so far. */
  after(position: bigint, limit: number): Page | undefined {
    if (position < this.#from) return undefined;
    const start = this.#indexAfter(position);
    const end = Math.min(this.#kept.length, start + limit);
    const events: RecordedEvent[] = [];
    for (let index = start; index < end; index++) events.push(this.#kept[index]!.event);
    return { events, position: end === this.#kept.length ? this.#position : events.at(-1)!.position };
  }

  /** Drops what was deleted. */
  forget(stream: string, through: number): void {
    this.#kept = this.#kept.filter(({ event, bytes }) => {
      const stays = event.stream !== stream || event.revision > through;
      if (!stays) this.#bytes -= bytes;
      return stays;
    });
  }

  #indexAfter(position: bigint): number {
    let low = 0;
    let high = this.#kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#kept[middle]!.event.position > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Drops the older half, and more while what stays is still too much. */
  #shorten(): void {
    let drop = 0;
    while (drop < this.#kept.length && (this.#kept.length - drop > MOST_EVENTS / 2 || this.#bytes > MOST_BYTES / 2)) {
      this.#bytes -= this.#kept[drop]!.bytes;
      this.#from = this.#kept[drop]!.event.position;
      drop++;
    }
    this.#kept = this.#kept.slice(drop);
  }
}
