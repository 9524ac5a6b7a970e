// An insertion-ordered, keyed collection that is never changed in place: `set` gives a new ledger that shares almost
// everything with the old one. It lets a fold of 20,000 events stay linear while every earlier state remains valid
// (time travel keeps them as keyframes). Entries are replaced, never removed: a record forgets nothing.
//
// A persistent vector of 32-way nodes (P. Bagwell and T. Rompf, RRB-Trees, 2011, section 2, without relaxation) holds the
// entries; the index from key to place is shared by all versions of one lineage and copied only where a lineage branches.

const BITS = 5;
const WIDTH = 1 << BITS;
const MASK = WIDTH - 1;

type Node = readonly unknown[];

/** Grows only at its end, by the newest version; older versions of the lineage look at its first `size` keys. */
type Index = { readonly keys: string[]; readonly places: Map<string, number> };

export class Ledger<T> implements Iterable<T> {
  readonly #root: Node;
  readonly #shift: number;
  readonly #size: number;
  readonly #index: Index;

  private constructor(root: Node, shift: number, size: number, index: Index) {
    this.#root = root;
    this.#shift = shift;
    this.#size = size;
    this.#index = index;
  }

  /** A ledger without entries. */
  static empty<T>(): Ledger<T> {
    return new Ledger<T>([], 0, 0, { keys: [], places: new Map() });
  }

  /** A ledger of the given `[key, value]` pairs, in their order; a later pair with the same key replaces the earlier in its place. */
  static from<T>(entries: Iterable<readonly [string, T]>): Ledger<T> {
    let ledger = Ledger.empty<T>();
    for (const [key, value] of entries) ledger = ledger.set(key, value);
    return ledger;
  }

  /** How many entries. */
  get size(): number {
    return this.#size;
  }

  /** Where the key stands, counted from 0; -1 where it is unknown. */
  indexOf(key: string): number {
    const place = this.#index.places.get(key);
    return place !== undefined && place < this.#size ? place : -1;
  }

  has(key: string): boolean {
    return this.indexOf(key) >= 0;
  }

  /** The value at the key. */
  get(key: string): T | undefined {
    const place = this.indexOf(key);
    return place < 0 ? undefined : this.at(place);
  }

  /** The value at a place counted from 0. */
  at(place: number): T | undefined {
    if (place < 0 || place >= this.#size) return undefined;
    let node: Node = this.#root;
    for (let level = this.#shift; level > 0; level -= BITS) node = node[(place >>> level) & MASK] as Node;
    return node[place & MASK] as T;
  }

  /** A ledger in which the key has this value: in its old place where it stood already, else at the end. */
  set(key: string, value: T): Ledger<T> {
    const place = this.indexOf(key);
    if (place >= 0)
      return new Ledger<T>(replace(this.#root, this.#shift, place, value), this.#shift, this.#size, this.#index);

    // Folding the same events again from an earlier version adds the same keys: then the newer index fits as it is.
    const fits = this.#index.keys.length === this.#size || this.#index.keys[this.#size] === key;
    const index = fits ? this.#index : branch(this.#index, this.#size);
    if (index.keys.length === this.#size) {
      index.keys.push(key);
      index.places.set(key, this.#size);
    }
    const full = this.#size === WIDTH << this.#shift && this.#size > 0;
    const shift = full ? this.#shift + BITS : this.#shift;
    return new Ledger<T>(
      replace(full ? [this.#root] : this.#root, shift, this.#size, value),
      shift,
      this.#size + 1,
      index,
    );
  }

  /** A ledger in which the value at the key is what `change` makes of it; the same ledger where the key is unknown. */
  change(key: string, change: (value: T) => T): Ledger<T> {
    const value = this.get(key);
    return value === undefined ? this : this.set(key, change(value));
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let place = 0; place < this.#size; place++) yield this.at(place) as T;
  }

  /** The values in their order, as a new array. */
  values(): T[] {
    const values: T[] = [];
    for (let place = 0; place < this.#size; place++) values.push(this.at(place) as T);
    return values;
  }

  /** The keys in their order, as a new array. */
  keys(): string[] {
    return this.#index.keys.slice(0, this.#size);
  }

  /** What `JSON.stringify` writes; `reviveLedgers` reads it back. */
  toJSON(): { readonly $ledger: readonly (readonly [string, T])[] } {
    return { $ledger: this.#index.keys.slice(0, this.#size).map((key, place) => [key, this.at(place) as T] as const) };
  }
}

/** For `JSON.parse(text, reviveLedgers)`: turns what `Ledger.toJSON` wrote back into ledgers. */
export function reviveLedgers(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$ledger' in value) || !Array.isArray(value.$ledger))
    return value;
  return Ledger.from(value.$ledger as (readonly [string, unknown])[]);
}

function replace(node: Node, level: number, place: number, value: unknown): Node {
  const copy = node.slice();
  const slot = (place >>> level) & MASK;
  copy[slot] = level === 0 ? value : replace((node[slot] as Node | undefined) ?? [], level - BITS, place, value);
  return copy;
}

function branch(index: Index, size: number): Index {
  const keys = index.keys.slice(0, size);
  return { keys, places: new Map(keys.map((key, place) => [key, place])) };
}
