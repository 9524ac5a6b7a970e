/**
 * Everything between two positions. It is read by a subscription and not by a read: the server then leaves out what is
 * not wanted and says from time to time how far it has come, so that a long search is not taken for silence.
 */

import { UnavailableError } from '@eventstore/db-client';
import type { RecordedEvent } from '@rostrum/events';
import { Persistence } from './again.ts';
import type { Connection } from './connection.ts';
import type { Deletions } from './deletions.ts';
import type { Foreign } from './foreign.ts';
import type { Names, StreamFilter } from './names.ts';
import { PAGE, PAGE_BYTES } from './read-stream.ts';
import { Reading } from './reading.ts';
import type { Waits } from './reading.ts';
import { arrivalOf } from './record.ts';
import { subscribeRequest } from './requests.ts';

/** Events, and the position up to which nothing else is to be found. */
export type Page = { readonly events: readonly RecordedEvent[]; readonly position: bigint };

/** Which events are wanted, of those that the server's filter lets through. */
export type Wanted = (event: RecordedEvent) => boolean;

export type Choice = {
  readonly filter: StreamFilter;
  readonly wanted?: Wanted | undefined;
  /** Ends the read. */
  readonly signal?: AbortSignal;
  /** Milliseconds for which it is tried again where the server is away. */
  readonly patienceMs?: number;
};

/** The server's signs of having come further after which an empty page tells so. */
const SIGNS = 16;

export class History {
  readonly #connection: Connection;
  readonly #names: Names;
  readonly #deletions: Deletions;
  readonly #foreign: Foreign;
  readonly #waits: Waits;

  constructor(connection: Connection, names: Names, deletions: Deletions, foreign: Foreign, waits: Waits) {
    this.#connection = connection;
    this.#names = names;
    this.#deletions = deletions;
    this.#foreign = foreign;
    this.#waits = waits;
  }

  /**
   * The events after one position and up to another, at which an event of ours stands. The last page is at that position.
   * @throws StoreUnavailable
   */
  async *pages(after: bigint, until: bigint, choice: Choice): AsyncGenerator<Page, void, void> {
    const { signal, patienceMs = this.#waits.patienceMs } = choice;
    const persistence = new Persistence(patienceMs);
    let position = after;
    while (position < until && !signal?.aborted) {
      try {
        for await (const page of this.#run(position, until, choice)) {
          ({ position } = page);
          persistence.succeeded();
          yield page;
        }
      } catch (error) {
        if (signal?.aborted) return;
        await persistence.after(error);
      }
    }
  }

  /** As far as one call goes. */
  async *#run(after: bigint, until: bigint, { filter, wanted, signal }: Choice): AsyncGenerator<Page, void, void> {
    const call = await this.#connection.read(subscribeRequest(after, filter));
    const reading = new Reading(call, this.#waits.silenceMs);
    const onAbort = (): void => reading.cancel();
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) reading.cancel();
    try {
      let position = after;
      for (let done = false; !done;) {
        const events: RecordedEvent[] = [];
        let bytes = 0;
        let signs = 0;
        const more = await reading.until((answer) => {
          const sent = answer.getEvent();
          if (sent !== undefined) {
            const arrival = arrivalOf(sent, this.#names);
            if (arrival === undefined || arrival.position <= position) return false;
            done = arrival.position >= until;
            if (arrival.position > until) return true;
            ({ position } = arrival);
            const { event } = arrival;
            if (event === undefined) {
              if (this.#names.passes(arrival.name)) this.#foreign.meet(arrival);
            } else if (!this.#deletions.hide(event) && (wanted === undefined || wanted(event))) {
              events.push(event);
              bytes += arrival.bytes;
            }
            return done || events.length >= PAGE || bytes >= PAGE_BYTES;
          }
          const checkpoint = answer.getCheckpoint();
          if (checkpoint !== undefined) {
            const reached = BigInt(checkpoint.getCommitPosition());
            if (reached > position) position = reached;
            signs++;
          }
          done = answer.hasCaughtUp() || position >= until;
          return done || signs >= SIGNS;
        });
        if (!more) throw new UnavailableError(undefined, 'The server ended the subscription.');
        yield { events, position: done ? until : position };
      }
    } finally {
      signal?.removeEventListener('abort', onAbort);
      reading.cancel();
    }
  }
}
