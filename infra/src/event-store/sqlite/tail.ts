/**
 * The latest events, kept in memory for the subscribers who are level with the store: one parsed copy for them all. A
 * deletion clears it, so the store's own deletion events are never in it.
 */

import type { RecordedEvent } from '@rostrum/events';
import { recorded } from './record.ts';
import type { Row } from './record.ts';

const MOST_EVENTS = 2048;
const MOST_CHARACTERS = 4 * 1024 * 1024;

export class Tail {
  /** Without gaps: positions are given out one after another. */
  #rows: Row[] = [];
  #events: (RecordedEvent | undefined)[] = [];
  #characters = 0;

  push(rows: readonly Row[]): void {
    for (const row of rows) {
      this.#rows.push(row);
      this.#characters += size(row);
    }
    if (this.#rows.length > MOST_EVENTS || this.#characters > MOST_CHARACTERS) this.#shorten();
  }

  /** Forgets everything; what was in it is read from the database instead. */
  clear(): void {
    this.#rows = [];
    this.#events = [];
    this.#characters = 0;
  }

  /** The events after a position, at most `limit`; undefined where the tail does not reach back so far. */
  after(position: number, limit: number): readonly RecordedEvent[] | undefined {
    const first = this.#rows[0];
    if (first === undefined || position + 1 < first.position) return undefined;
    const start = position + 1 - first.position;
    const end = Math.min(this.#rows.length, start + limit);
    const events: RecordedEvent[] = [];
    for (let index = start; index < end; index++) events.push((this.#events[index] ??= recorded(this.#rows[index]!)));
    return events;
  }

  /** Drops the older half, and more while what stays is still too much. */
  #shorten(): void {
    let drop = 0;
    while (
      drop < this.#rows.length &&
      (this.#rows.length - drop > MOST_EVENTS / 2 || this.#characters > MOST_CHARACTERS / 2)
    ) {
      this.#characters -= size(this.#rows[drop]!);
      drop++;
    }
    this.#rows = this.#rows.slice(drop);
    this.#events = this.#events.slice(drop);
  }
}

const size = (row: Row): number => row.data.length + row.metadata.length;
