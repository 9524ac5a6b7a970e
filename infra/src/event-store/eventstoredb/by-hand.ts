/**
 * What somebody deletes, cuts off or ends on the server by hand, past this program. It is recorded as a deletion like any
 * other, so that whoever has derived something from the stream drops it as well, on every node.
 */

import { Buffer } from 'node:buffer';
import { homeOf } from '@rostrum/events';
import { deletedStream } from '../port.ts';
import { Backoff } from './backoff.ts';
import type { Deletions } from './deletions.ts';
import type { Eraser } from './erase.ts';
import type { History } from './history.ts';
import type { Names } from './names.ts';
import type { Arrival } from './record.ts';

export type ByHandParts = {
  readonly names: Names;
  readonly deletions: Deletions;
  readonly history: History;
  readonly eraser: Eraser;
};

/** A stream of which the server no longer shows what stands before a revision, or anything. */
type Cut = { readonly stream: string; readonly name: string; readonly from: number | 'everything' };

/** Streams whose deletion was seen last, so that what the server does on it is not looked into. */
const REMEMBERED = 10_000;

export class ByHand {
  readonly #parts: ByHandParts;
  readonly #ended = new AbortController();
  /** Streams that are recorded as deleted and were not written since. */
  readonly #settled = new Set<string>();
  #work: Promise<void> = Promise.resolve();

  constructor(parts: ByHandParts) {
    this.#parts = parts;
  }

  /**
   * Meets what the live subscription brings, in its order.
   * @param position of the last event of ours before it
   */
  meet(arrival: Arrival, position: bigint): void {
    if (arrival.event !== undefined) {
      const deleted = deletedStream(arrival.event);
      if (deleted !== undefined) this.#settle(deleted);
      else this.#settled.delete(arrival.event.stream);
      return;
    }
    const cut = cutIn(arrival, this.#parts.names);
    // What other programs do with streams of their own is no concern of ours.
    if (cut === undefined || this.#settled.has(cut.stream) || homeOf(cut.stream) === undefined) return;
    this.#work = this.#work.then(() => this.#keepTrying(cut, position));
  }

  /** Lets go of what is under way; resolves once nothing is. */
  async close(): Promise<void> {
    this.#ended.abort();
    await this.#work;
  }

  #settle(stream: string): void {
    this.#settled.add(stream);
    const oldest = this.#settled.keys().next();
    if (this.#settled.size > REMEMBERED && !oldest.done) this.#settled.delete(oldest.value);
  }

  async #keepTrying(cut: Cut, position: bigint): Promise<void> {
    const { signal } = this.#ended;
    const backoff = new Backoff(100, 10_000, { ref: false });
    while (!signal.aborted) {
      try {
        await this.#record(cut, position);
        return;
      } catch {
        // What keeps the store from being written is told by those who write; this waits for it to pass.
        await backoff.wait(signal);
      }
    }
  }

  async #record({ stream, name, from }: Cut, position: bigint): Promise<void> {
    const { deletions, eraser } = this.#parts;
    if (from !== 'everything' && from - 1 <= deletions.through(stream)) return;
    const last = await this.#lastOf(stream, name, position);
    const through = from === 'everything' ? last : Math.min(from - 1, last);
    if (through > deletions.through(stream)) await eraser.record(stream, through);
  }

  /** The last revision of a stream that the server shows to those alone who read everything; -1 where nothing is left. */
  async #lastOf(stream: string, name: string, until: bigint): Promise<number> {
    const { history } = this.#parts;
    const { signal } = this.#ended;
    let last = -1;
    if (until === 0n) return last;
    const wanted = (event: { readonly stream: string }) => event.stream === stream;
    for await (const { events } of history.pages(0n, until, { filter: { prefixes: [name] }, wanted, signal }))
      last = events.at(-1)?.revision ?? last;
    return last;
  }
}

/** What the server writes when a stream is deleted, cut off, or ended for ever; undefined for anything else. */
function cutIn({ name, type, data }: Arrival, names: Names): Cut | undefined {
  const described = names.describedBy(name);
  if (described !== undefined) {
    const from = type === '$metadata' ? truncatedBefore(data) : undefined;
    return from === undefined ? undefined : { stream: names.inPort(described), name: described, from };
  }
  if (type !== '$streamDeleted' || !names.passes(name)) return undefined;
  return { stream: names.inPort(name), name, from: 'everything' };
}

/** The revision before which the server shows nothing; for a deleted stream it is the largest that there is. */
function truncatedBefore(metadata: Uint8Array): Cut['from'] | undefined {
  let from: unknown;
  try {
    ({ $tb: from } = JSON.parse(Buffer.from(metadata).toString()) as { readonly $tb?: unknown });
  } catch {
    return undefined;
  }
  if (typeof from !== 'number') return undefined;
  return Number.isSafeInteger(from) ? from : 'everything';
}
