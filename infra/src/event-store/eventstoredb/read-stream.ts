/** Reads one stream, in pages. */

import type { RecordedEvent } from '@rostrum/events';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadStreamOptions } from '../port.ts';
import { again, Persistence } from './again.ts';
import type { Connection } from './connection.ts';
import type { Deletions } from './deletions.ts';
import { troubleOf } from './failure.ts';
import type { Names } from './names.ts';
import { Reading } from './reading.ts';
import type { Waits } from './reading.ts';
import { arrivalOf } from './record.ts';
import type { Arrival } from './record.ts';
import { streamRequest } from './requests.ts';

/** Events in a page, and about how much text at most. */
export const PAGE = 256;
export const PAGE_BYTES = 4 * 1024 * 1024;

type From = {
  readonly from?: number | undefined;
  readonly backwards?: boolean;
  readonly limit?: number | undefined;
};

export class StreamReader {
  readonly #connection: Connection;
  readonly #names: Names;
  readonly #deletions: Deletions;
  readonly #waits: Waits;

  constructor(connection: Connection, names: Names, deletions: Deletions, waits: Waits) {
    this.#connection = connection;
    this.#names = names;
    this.#deletions = deletions;
    this.#waits = waits;
  }

  /**
   * What stands last in a stream, or last up to a revision, whatever it is; undefined where nothing does.
   * @param name as the server knows it.
   * @throws StoreUnavailable
   */
  async last(name: string, from?: number): Promise<Arrival | undefined> {
    return (await this.some(name, { from, backwards: true, limit: 1 }))[0];
  }

  /**
   * What stands in a stream, whatever it is; nothing where there is no such stream.
   * @param name as the server knows it.
   * @param enough says of each whether it is beyond what is wanted.
   * @throws StoreUnavailable
   */
  async some(name: string, options: From, enough?: (arrival: Arrival) => boolean): Promise<Arrival[]> {
    return again(this.#waits.patienceMs, async () => {
      const arrivals: Arrival[] = [];
      const reading = await this.#open(name, options);
      try {
        await unlessEnded(() =>
          reading.until((answer) => {
            const arrival = this.#arrivalOf(answer);
            if (arrival === undefined) return false;
            if (enough?.(arrival)) return true;
            arrivals.push(arrival);
            return false;
          }),
        );
        return arrivals;
      } finally {
        reading.cancel();
      }
    });
  }

  /** The events of a stream of the port, as far as it went when reading began. */
  async *read(
    stream: string,
    { from, direction = 'forwards', limit = Infinity }: ReadStreamOptions,
  ): AsyncGenerator<readonly RecordedEvent[], void, void> {
    const name = this.#names.onServer(stream);
    if (name === undefined) return;
    const backwards = direction === 'backwards';
    // Where the stream ends is asked only where one page does not hold it, or where the read may begin behind its end.
    let head = backwards && from !== undefined ? await this.#head(name) : undefined;
    let next = head === undefined ? from : Math.min(from!, head);
    let left = limit;
    const persistence = new Persistence(this.#waits.patienceMs);
    let reading: Reading | undefined;
    let asked = 0;
    let raw = 0;
    try {
      while (left > 0 && (next === undefined || next >= 0)) {
        const page: RecordedEvent[] = [];
        let bytes = 0;
        let beyond = false;
        let more: boolean;
        try {
          if (reading === undefined) {
            asked = left;
            raw = 0;
            reading = await this.#open(name, { from: next, backwards, limit: asked === Infinity ? undefined : asked });
          }
          const current = reading;
          more = await unlessEnded(() =>
            current.until((answer) => {
              const arrival = this.#arrivalOf(answer);
              if (arrival === undefined) return false;
              beyond = !backwards && head !== undefined && arrival.revision > head;
              if (beyond) return true;
              raw++;
              next = backwards ? arrival.revision - 1 : arrival.revision + 1;
              if (arrival.event === undefined || this.#deletions.hide(arrival.event)) return false;
              bytes += arrival.bytes;
              return page.push(arrival.event) >= Math.min(PAGE, left) || bytes >= PAGE_BYTES;
            }),
          );
          persistence.succeeded();
        } catch (error) {
          reading?.cancel();
          reading = undefined;
          if (page.length === 0) await persistence.after(error);
          more = true;
        }
        left -= page.length;
        if (more && !beyond && left > 0 && !backwards) head ??= await this.#head(name);
        if (page.length > 0) yield page;
        if (beyond || (!more && raw < asked)) return;
        // What was asked for has come, but not all of it was to be seen.
        if (!more) reading = undefined;
      }
    } finally {
      reading?.cancel();
    }
  }

  async #head(name: string): Promise<number> {
    return (await this.last(name))?.revision ?? -1;
  }

  #arrivalOf(answer: ReadResp): Arrival | undefined {
    const sent = answer.getEvent();
    return sent && arrivalOf(sent, this.#names);
  }

  async #open(name: string, options: From): Promise<Reading> {
    return new Reading(await this.#connection.read(streamRequest(name, options)), this.#waits.silenceMs);
  }
}

/** A stream that somebody ended for ever, past this program, reads as empty. */
async function unlessEnded(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (troubleOf(error) === 'stream-ended') return false;
    throw error;
  }
}
