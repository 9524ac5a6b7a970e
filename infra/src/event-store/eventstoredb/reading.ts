/** A read that is under way: takes what the server sends at the pace of whoever wants it, and gives up on silence. */

import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadCall } from './connection.ts';
import { unreachable } from './failure.ts';

export type Waits = {
  /** Milliseconds that the server may say nothing while something is wanted. */
  readonly silenceMs: number;
  /** Milliseconds for which it is tried again where the server is away. */
  readonly patienceMs: number;
};

export class Reading {
  readonly #call: ReadCall;
  readonly #silenceMs: number;
  #ended = false;
  #failure: unknown;
  #wake: (() => void) | undefined;

  /** @param silenceMs that the server may say nothing while something is wanted. */
  constructor(call: ReadCall, silenceMs: number) {
    this.#call = call;
    this.#silenceMs = silenceMs;
    const wake = (): void => this.#wake?.();
    call.on('readable', wake);
    call.on('end', () => {
      this.#ended = true;
      wake();
    });
    call.on('error', (error: unknown) => {
      this.#failure ??= error;
      this.#ended = true;
      wake();
    });
  }

  /**
   * Hands on what the server sends, until enough is there.
   * @param take is given each answer, and says whether it was the last one wanted now.
   * @returns false where the server has nothing more to send.
   * @throws what the server or the network says; StoreUnavailable `store.unreachable` on silence.
   */
  async until(take: (answer: ReadResp) => boolean): Promise<boolean> {
    for (;;) {
      const answer = this.#call.read() as ReadResp | null;
      if (answer !== null) {
        if (take(answer)) return true;
      } else if (this.#ended) {
        if (this.#failure !== undefined) throw this.#failure;
        return false;
      } else {
        await this.#more();
      }
    }
  }

  /** Ends the read wherever it is. */
  cancel(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#call.on('error', () => undefined);
    this.#call.cancel();
  }

  async #more(): Promise<void> {
    let silent = false;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    const timer = setTimeout(() => {
      silent = true;
      resolve();
    }, this.#silenceMs);
    await promise;
    clearTimeout(timer);
    this.#wake = undefined;
    if (!silent) return;
    this.cancel();
    throw unreachable(new Error(`The server said nothing for ${this.#silenceMs} ms.`));
  }
}
