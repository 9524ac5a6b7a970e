// The ids that a server remembers to know an append again which names no revision. It gives them a bounded memory, the
// oldest go first, and a server that starts knows none: such an append is repeated safely only for a while.

import type { Recorded } from './record.ts';

type Place = { readonly stream: string; readonly revision: number };

/** What the server counts for an id, beside the name of its stream at two bytes a letter. */
const SIZE_OF_ID = 16 + 4 + 8;

const sizeOf = ({ stream }: Place): number => SIZE_OF_ID + 2 * stream.length;

export class Remembered {
  readonly #places = new Map<string, Place>();
  readonly #capacity: number;
  #size = 0;

  /** @param capacity in bytes */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Where an event with this id was last written in this stream. */
  revision(id: string, stream: string): number | undefined {
    const place = this.#places.get(id);
    return place?.stream === stream ? place.revision : undefined;
  }

  add({ id, stream, revision }: Recorded): void {
    this.#remove(id);
    const place = { stream, revision };
    this.#places.set(id, place);
    this.#size += sizeOf(place);
    for (const oldest of this.#places.keys()) {
      if (this.#size <= this.#capacity) return;
      this.#remove(oldest);
    }
  }

  clear(): void {
    this.#places.clear();
    this.#size = 0;
  }

  #remove(id: string): void {
    const place = this.#places.get(id);
    if (!place) return;
    this.#places.delete(id);
    this.#size -= sizeOf(place);
  }
}
