/** Reads one stream, in pages. */

import type { RecordedEvent } from '@rostrum/events';
import type { ReadStreamOptions } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Deletions } from './deletions.ts';
import { troubleOf, unavailable } from './failure.ts';
import type { Names } from './names.ts';
import { Reading } from './reading.ts';
import { arrivalOf } from './record.ts';
import type { Arrival } from './record.ts';
import { streamRequest } from './requests.ts';

/** Events in a page, and about how much text at most. */
export const PAGE = 256;
export const PAGE_BYTES = 4 * 1024 * 1024;

type From = { readonly from?: number; readonly backwards?: boolean; readonly limit?: number };

export class StreamReader {
  readonly #connection: Connection;
  readonly #names: Names;
  readonly #deletions: Deletions;
  readonly #silenceMs: number;

  constructor(connection: Connection, names: Names, deletions: Deletions, silenceMs: number) {
    this.#connection = connection;
    this.#names = names;
    this.#deletions = deletions;
    this.#silenceMs = silenceMs;
  }

  /**
   * What stands last in a stream, or last up to a revision, whatever it is; undefined where nothing does.
   * @param name as the server knows it.
   */
  async last(name: string, from?: number): Promise<Arrival | undefined> {
    for await (const arrival of this.arrivals(name, {
      ...(from !== undefined && { from }),
      backwards: true,
      limit: 1,
    })) {
      return arrival;
    }
    return undefined;
  }

  /**
   * What stands in a stream, whatever it is; nothing where there is no such stream.
   * @throws StoreUnavailable
   */
  async *arrivals(name: string, options: From): AsyncGenerator<Arrival, void, void> {
    const reading = await this.#open(name, options);
    try {
      let arrival: Arrival | undefined;
      const take = (answer: Parameters<Parameters<Reading['until']>[0]>[0]): boolean => {
        const sent = answer.getEvent();
        arrival = sent && arrivalOf(sent, this.#names);
        return arrival !== undefined;
      };
      while (await attempt(() => reading.until(take), false)) yield arrival!;
    } finally {
      reading.cancel();
    }
  }

  /** The events of a stream of the port. */
  async *read(
    stream: string,
    { from, direction = 'forwards', limit = Infinity }: ReadStreamOptions,
  ): AsyncGenerator<readonly RecordedEvent[], void, void> {
    const name = this.#names.onServer(stream);
    if (name === undefined) return;
    const backwards = direction === 'backwards';
    // Where the stream ends is asked only where one page does not hold it, or where the read may begin behind its end.
    let head = backwards && from !== undefined ? ((await this.last(name))?.revision ?? -1) : undefined;
    let next = head !== undefined && from !== undefined ? Math.min(from, head) : from;
    if (next !== undefined && next < 0) return;
    let left = limit;
    while (left > 0) {
      const asked = left;
      let raw = 0;
      let beyond = false;
      const reading = await this.#open(name, {
        ...(next !== undefined && { from: next }),
        backwards,
        ...(asked !== Infinity && { limit: asked }),
      });
      try {
        for (let more = true; more && !beyond && left > 0;) {
          const page: RecordedEvent[] = [];
          let bytes = 0;
          more = await attempt(
            () =>
              reading.until((answer) => {
                const sent = answer.getEvent();
                const arrival = sent && arrivalOf(sent, this.#names);
                if (arrival === undefined) return false;
                beyond = head !== undefined && !backwards && arrival.revision > head;
                if (beyond) return true;
                raw++;
                next = backwards ? arrival.revision - 1 : arrival.revision + 1;
                if (arrival.event === undefined || this.#deletions.hide(arrival.event)) return false;
                bytes += arrival.bytes;
                return page.push(arrival.event) >= Math.min(PAGE, left) || bytes >= PAGE_BYTES;
              }),
            false,
          );
          left -= page.length;
          if (more && left > 0 && !backwards) head ??= (await this.last(name))?.revision ?? -1;
          if (page.length > 0) yield page;
        }
      } finally {
        reading.cancel();
      }
      if (raw < asked || beyond || next! < 0) return;
    }
  }

  async #open(name: string, options: From): Promise<Reading> {
    const call = await attempt(() => this.#connection.read(streamRequest(name, options)));
    return new Reading(call!, this.#silenceMs);
  }
}

/**
 * Does it; what fails is StoreUnavailable.
 * @param ended given where it fails because somebody ended the stream for ever, past this program.
 */
async function attempt<T>(work: () => Promise<T>, ended?: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (ended !== undefined && troubleOf(error) === 'stream-ended') return ended;
    throw unavailable(error);
  }
}
