// Faults to order from the test server:
//
//   server.faults.next('append', 'lose-reply');             the next append is written, and nobody is told
//   server.faults.next('subscribe', { breakAfter: 3 });     the next subscription breaks behind its third event
//   server.faults.always('read', { pace: 20 });             every read takes 20 ms for each event, until `clear`
//   server.faults.always('append', 'unavailable', 500);     no append is taken for half a second
//   server.faults.clear();

/** What a call is: what the client's method of that name does. Both kinds of append count as `append`. */
export type Operation = 'append' | 'read' | 'subscribe' | 'delete' | 'features' | 'gossip';

export type Failure =
  /** Takes the request, does nothing and says nothing: the client waits for ever. */
  | 'silence'
  /** Does what is asked and says nothing. */
  | 'lose-reply'
  /** Breaks the connection; nothing is done. */
  | 'drop'
  /** Does what is asked, then breaks the connection instead of answering. */
  | 'drop-after'
  /** Says that another node is the leader; nothing is done. */
  | 'not-leader'
  /** Says that the user may not; nothing is done. */
  | 'access-denied'
  /** Says that nobody is signed in; nothing is done. */
  | 'not-authenticated'
  /** Says that the server is not ready; nothing is done. */
  | 'unavailable'
  /** Says that it took too long; nothing is done, though a client cannot know. */
  | 'timeout';

export type Fault = {
  readonly failure?: Failure;
  /** Milliseconds before the call is taken up. */
  readonly delay?: number;
  /** Of a read or a subscription: milliseconds before each event. */
  readonly pace?: number;
  /** Of a read or a subscription: the connection breaks behind so many events. */
  readonly breakAfter?: number;
  /** Of a read or a subscription: says nothing more behind so many events, and leaves the connection open. */
  readonly silentAfter?: number;
  /** Of `not-leader`: whom it names; without it the leader of the cluster. */
  readonly leader?: { readonly host: string; readonly port: number };
};

export class Faults {
  readonly #next = new Map<Operation, Fault[]>();
  readonly #always = new Map<Operation, Fault>();

  /** Spoils the next call of this kind, the one after it by the second fault, and so on. */
  next(operation: Operation, ...faults: readonly (Fault | Failure)[]): void {
    this.#next.set(operation, [...(this.#next.get(operation) ?? []), ...faults.map(fault)]);
  }

  /**
   * Spoils every call of this kind, but for those that `next` speaks of.
   * @param milliseconds after which it ends by itself; without it, `clear` ends it
   */
  always(operation: Operation, order: Fault | Failure, milliseconds?: number): void {
    const ordered = fault(order);
    this.#always.set(operation, ordered);
    if (milliseconds === undefined) return;
    setTimeout(() => {
      if (this.#always.get(operation) === ordered) this.#always.delete(operation);
    }, milliseconds).unref();
  }

  /** Forgets what was ordered: of one kind, or all. */
  clear(operation?: Operation): void {
    for (const orders of [this.#next, this.#always]) {
      if (operation) orders.delete(operation);
      else orders.clear();
    }
  }

  /** Whether faults that `next` ordered have not come about yet. */
  pending(operation: Operation): boolean {
    return (this.#next.get(operation)?.length ?? 0) > 0;
  }

  /** The fault that this very call suffers. Each that `next` ordered is given once. */
  take(operation: Operation): Fault {
    return this.#next.get(operation)?.shift() ?? this.#always.get(operation) ?? NONE;
  }
}

const NONE: Fault = {};

const fault = (order: Fault | Failure): Fault => (typeof order === 'string' ? { failure: order } : { ...order });
