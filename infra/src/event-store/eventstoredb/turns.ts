/**
 * Keeps the deletion of a stream in its place among the appends to it: after those that came before, before those that
 * came after. Appends among themselves go their way together.
 */

type Gate = {
  /** Appends under way. */
  readonly appends: Set<Promise<unknown>>;
  deletion: Promise<unknown> | undefined;
};

export class Turns {
  readonly #gates = new Map<string, Gate>();

  append<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const gate = this.#gate(stream);
    const done = gate.deletion === undefined ? work() : gate.deletion.then(work);
    return this.#follow(stream, gate, gate.appends, done);
  }

  delete<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const gate = this.#gate(stream);
    const before = Promise.allSettled([...gate.appends, gate.deletion]);
    const done = before.then(work);
    const settled = done.catch(() => undefined);
    gate.deletion = settled;
    void settled.then(() => {
      if (gate.deletion === settled) gate.deletion = undefined;
      this.#leave(stream, gate);
    });
    return done;
  }

  #follow<T>(stream: string, gate: Gate, under: Set<Promise<unknown>>, done: Promise<T>): Promise<T> {
    under.add(done);
    const leave = (): void => {
      under.delete(done);
      this.#leave(stream, gate);
    };
    done.then(leave, leave);
    return done;
  }

  #gate(stream: string): Gate {
    const known = this.#gates.get(stream);
    if (known !== undefined) return known;
    const gate: Gate = { appends: new Set(), deletion: undefined };
    this.#gates.set(stream, gate);
    return gate;
  }

  #leave(stream: string, gate: Gate): void {
    if (gate.appends.size === 0 && gate.deletion === undefined) this.#gates.delete(stream);
  }
}
