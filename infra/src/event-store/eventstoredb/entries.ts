/**
 * All that stands on the server and is of ours or among ours, as entries of a whole store. Read as a subscription, so that
 * the server leaves out what is its own and says how far it has come; where it breaks off it is taken up again.
 */

import { StoreUnavailable } from '../errors.ts';
import type { Entry } from '../transfer.ts';
import { Backoff } from './backoff.ts';
import type { Connection } from './connection.ts';
import type { Deletions } from './deletions.ts';
import { unavailable, unreachable } from './failure.ts';
import type { Names } from './names.ts';
import { Reading } from './reading.ts';
import { arrivalOf } from './record.ts';
import type { Arrival } from './record.ts';
import { subscribeRequest } from './requests.ts';

/** Entries in a page, and about how much text at most. */
const PAGE = 512;
const PAGE_BYTES = 4 * 1024 * 1024;

/** Milliseconds during which the server may be away without anything having come. */
const PATIENCE_MS = 60_000;

export type EntriesParts = {
  readonly connection: Connection;
  readonly names: Names;
  readonly silenceMs: number;
  /** Told of everything on the way, whether it is of ours or not. */
  readonly onArrival?: (arrival: Arrival) => void;
};

type Page = { readonly entries: readonly Entry[]; readonly position: bigint; readonly done: boolean };

export class Entries {
  readonly #parts: EntriesParts;

  constructor(parts: EntriesParts) {
    this.#parts = parts;
  }

  /**
   * Everything up to a position.
   * @param deletions what is deleted by then: it is read as erased, though the server may still have its text.
   * @throws StoreUnavailable
   */
  async *read(until: bigint, deletions: Deletions): AsyncGenerator<readonly Entry[], void, void> {
    let position = 0n;
    let backoff = new Backoff(100, 5000);
    let giveUpAt = performance.now() + PATIENCE_MS;
    while (position < until) {
      try {
        for await (const page of this.#pages(position, until, deletions)) {
          if (page.entries.length > 0) yield page.entries;
          ({ position } = page);
          backoff = new Backoff(100, 5000);
          giveUpAt = performance.now() + PATIENCE_MS;
          if (page.done) return;
        }
      } catch (error) {
        const known = unavailable(error);
        const passes = known instanceof StoreUnavailable && known.code === 'store.unreachable';
        if (!passes || !(await backoff.waitBefore(giveUpAt))) throw known;
      }
    }
  }

  async *#pages(after: bigint, until: bigint, deletions: Deletions): AsyncGenerator<Page, void, void> {
    const { connection, names, silenceMs, onArrival } = this.#parts;
    const reading = new Reading(await connection.read(subscribeRequest(after, names.filter)), silenceMs);
    try {
      let position = after;
      for (let done = false; !done;) {
        const entries: Entry[] = [];
        let bytes = 0;
        const more = await reading.until((answer) => {
          const sent = answer.getEvent();
          if (sent !== undefined) {
            const arrival = arrivalOf(sent, names);
            if (arrival === undefined || arrival.position <= position) return false;
            done = arrival.position >= until;
            if (arrival.position > until) return true;
            ({ position } = arrival);
            if (!names.passes(arrival.name)) return done;
            onArrival?.(arrival);
            entries.push(entryOf(arrival, names, deletions));
            bytes += arrival.bytes;
            return done || entries.length >= PAGE || bytes >= PAGE_BYTES;
          }
          const reached = BigInt(answer.getCheckpoint()?.getCommitPosition() ?? 0);
          if (reached > position) position = reached;
          done = answer.hasCaughtUp() || position >= until;
          return done;
        });
        if (!more) throw unreachable(new Error('The server ended the subscription.'));
        yield { entries, position, done };
      }
    } finally {
      reading.cancel();
    }
  }
}

function entryOf(arrival: Arrival, names: Names, deletions: Deletions): Entry {
  const { name, id, revision, position, event, isEnd } = arrival;
  const stream = names.inPort(name);
  if (isEnd || deletions.hide({ stream, revision })) {
    return { kind: 'erased', position, stream, revision, id, unordered: undefined };
  }
  if (event === undefined) return { kind: 'foreign', position, stream, revision };
  const { type, data, metadata } = event;
  const said = JSON.stringify(data);
  return {
    kind: 'event',
    position,
    stream,
    revision,
    id,
    type,
    data: said,
    metadata: JSON.stringify(metadata),
    unordered: undefined,
  };
}
