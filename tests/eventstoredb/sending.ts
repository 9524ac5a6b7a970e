// Sends what is read, at the pace at which the client takes it and with the faults that were ordered.

import type { ServerWritableStream } from '@grpc/grpc-js';
import { eventRead } from './answers.ts';
import type { Refusal } from './errors.ts';
import type { Fault } from './faults.ts';
import { type Node, wait } from './node.ts';
import type { Recorded } from './record.ts';
import type { IdForm } from './requests.ts';

export type ReadCall = ServerWritableStream<Buffer, Buffer>;

/** The client left, or an ordered fault took it away: there is nobody to send to. */
export class Gone extends Error {}

export class Sending {
  readonly #node: Node;
  readonly #call: ReadCall;
  readonly #fault: Fault;
  readonly #ids: IdForm;
  #events = 0;
  #gone = false;
  readonly #leaving = new Set<() => void>();

  constructor(node: Node, call: ReadCall, fault: Fault, ids: IdForm) {
    this.#node = node;
    this.#call = call;
    this.#fault = fault;
    this.#ids = ids;
    const leave = () => {
      this.#gone = true;
      for (const listener of this.#leaving) listener();
    };
    call
      .on('cancelled', leave)
      .on('close', leave)
      .on('drain', () => this.#drained());
  }

  #drained: () => void = () => {};

  get gone(): boolean {
    return this.#gone || this.#call.cancelled;
  }

  onLeave(listener: () => void): void {
    this.#leaving.add(listener);
  }

  /**
   * @returns what to wait for before the next; nothing while the client keeps up
   * @throws Gone
   */
  event(event: Recorded): Promise<void> | undefined {
    const { pace, breakAfter, silentAfter } = this.#fault;
    if (this.#events === breakAfter) {
      this.#node.part(this.#call.getPeer());
      throw new Gone();
    }
    if (this.#events === silentAfter) return new Promise((_, reject) => this.onLeave(() => reject(new Gone())));
    this.#events += 1;
    if (pace === undefined) return this.frame(eventRead(event, this.#ids));
    return wait(pace).then(() => this.frame(eventRead(event, this.#ids)));
  }

  /**
   * @returns what to wait for before the next; nothing while the client keeps up
   * @throws Gone
   */
  frame(bytes: Buffer): Promise<void> | undefined {
    if (this.gone) throw new Gone();
    if (this.#call.write(bytes)) return undefined;
    return new Promise((resolve, reject) => {
      const leave = () => reject(new Gone());
      this.#leaving.add(leave);
      this.#drained = () => {
        this.#leaving.delete(leave);
        resolve();
      };
    });
  }

  fail(refusal: Refusal): void {
    this.#call.emit('error', refusal);
    this.#gone = true;
  }

  end(): void {
    if (!this.gone) this.#call.end();
  }
}
