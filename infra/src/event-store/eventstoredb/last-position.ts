/**
 * The position of the last event that a subscription comes to. After it the server may have written thousands of records
 * of its own, so what was looked through once is not looked through again.
 */

import { again } from './again.ts';
import type { Connection } from './connection.ts';
import type { Names, StreamFilter } from './names.ts';
import { Reading } from './reading.ts';
import type { Waits } from './reading.ts';
import { arrivalOf } from './record.ts';
import { endRequest } from './requests.ts';

/** The server's own records that are looked through here; if there are more the server looks itself. */
const LOOKED_THROUGH = 256;

export class LastPosition {
  readonly #connection: Connection;
  readonly #names: Names;
  readonly #waits: Waits;
  #known = 0n;
  /** Nothing after `known` and up to here is of ours; undefined where that was never looked at. */
  #lookedThrough: bigint | undefined;
  #asking: Promise<bigint> | undefined;
  /** Asked in this very turn, so that it cannot have reached the server yet; or the one that is asked next. */
  #shared: Promise<bigint> | undefined;

  constructor(connection: Connection, names: Names, waits: Waits) {
    this.#connection = connection;
    this.#names = names;
    this.#waits = waits;
  }

  /** As far as this process knows without asking: at least the last of its own appends. */
  get known(): bigint {
    return this.#known;
  }

  /** Learns of an event of ours. */
  saw(position: bigint): void {
    if (position > this.#known) this.#known = position;
  }

  /**
   * Asks the server: whatever was acknowledged to anybody before the call counts. Many calls share one question.
   * @throws StoreUnavailable
   */
  ask(): Promise<bigint> {
    if (this.#shared !== undefined) return this.#shared;
    // One under way may have been answered already: only what is asked after this call counts.
    const before = this.#asking?.catch(() => undefined) ?? Promise.resolve();
    const asking = before.then(() => {
      setImmediate(() => {
        if (this.#shared === asking) this.#shared = undefined;
      });
      return this.#ask();
    });
    this.#shared = asking;
    this.#asking = asking;
    const settle = (): void => {
      if (this.#asking === asking) this.#asking = undefined;
    };
    asking.then(settle, settle);
    return asking;
  }

  #ask(): Promise<bigint> {
    return again(this.#waits.patienceMs, async () => {
      const seen = this.#lookedThrough;
      const end = await this.#look(1, seen);
      if (!end.decided) {
        const more = seen === undefined ? undefined : await this.#look(LOOKED_THROUGH, seen);
        if (!more?.decided) await this.#look(1, undefined, this.#names.filter);
      }
      this.#lookedThrough = end.last;
      return this.#known;
    });
  }

  /**
   * Looks from the end backwards for something of ours.
   * @param seen the position up to which was looked before.
   * @returns `last`, the position of the last record; `decided` where nothing before what was seen can matter.
   */
  async #look(
    limit: number,
    seen: bigint | undefined,
    filter?: StreamFilter,
  ): Promise<{ readonly last: bigint; readonly decided: boolean }> {
    const reading = new Reading(await this.#connection.read(endRequest(limit, filter)), this.#waits.silenceMs);
    let last: bigint | undefined;
    let count = 0;
    try {
      const found = await reading.until((answer) => {
        const sent = answer.getEvent();
        const arrival = sent && arrivalOf(sent, this.#names);
        if (arrival === undefined) return false;
        count++;
        last ??= arrival.position;
        const ours = this.#names.passes(arrival.name);
        if (ours) this.saw(arrival.position);
        return ours || (seen !== undefined && arrival.position <= seen);
      });
      return { last: last ?? 0n, decided: found || count < limit };
    } finally {
      reading.cancel();
    }
  }
}
