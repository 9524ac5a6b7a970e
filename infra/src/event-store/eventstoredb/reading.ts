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

/** Answers that may wait to be taken before the server is made to wait. */
const WAITING = 32;

export class Reading {
  readonly #call: ReadCall;
  readonly #silence: NodeJS.Timeout;
  #answers: ReadResp[] = [];
  #taken = 0;
  #paused = false;
  #ended = false;
  #failure: unknown;
  #wake: (() => void) | undefined;

  /** @param silenceMs that the server may say nothing while something is wanted. */
  constructor(call: ReadCall, silenceMs: number) {
    this.#call = call;
    this.#silence = setTimeout(() => {
      if (this.#wake !== undefined) this.#end(unreachable(new Error(`The server said nothing for ${silenceMs} ms.`)));
    }, silenceMs).unref();
    call.on('data', (answer: ReadResp) => {
      if (this.#answers.push(answer) >= WAITING && !this.#paused) {
        this.#paused = true;
        call.pause();
      }
      this.#wake?.();
    });
    call.on('end', () => this.#end(undefined));
    call.on('error', (error: unknown) => this.#end(error));
  }

  /**
   * Hands on what the server sends, until enough is there.
   * @param take is given each answer, and says whether it was the last one wanted now.
   * @returns false where the server has nothing more to send.
   * @throws what the server or the network says; StoreUnavailable `store.unreachable` on silence.
   */
  async until(take: (answer: ReadResp) => boolean): Promise<boolean> {
    for (;;) {
      while (this.#taken < this.#answers.length) if (take(this.#answers[this.#taken++]!)) return true;
      this.#answers = [];
      this.#taken = 0;
      if (this.#ended) {
        if (this.#failure !== undefined) throw this.#failure;
        return false;
      }
      await this.#more();
    }
  }

  /** Ends the read wherever it is. */
  cancel(): void {
    clearTimeout(this.#silence);
    if (this.#ended) return;
    this.#ended = true;
    this.#call.cancel();
    this.#wake?.();
  }

  async #more(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    this.#silence.refresh();
    if (this.#paused) {
      this.#paused = false;
      this.#call.resume();
    }
    await promise;
    this.#wake = undefined;
  }

  #end(failure: unknown): void {
    clearTimeout(this.#silence);
    if (this.#ended) return;
    this.#failure = failure;
    this.#ended = true;
    // One that broke off by itself takes no notice.
    this.#call.cancel();
    this.#wake?.();
  }
}
