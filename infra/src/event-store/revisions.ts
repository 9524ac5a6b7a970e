/** The revisions of every stream as they pass by: each follows the one before, unless a deletion took what lies between. */

import type { ErasedEntry, EventEntry, ForeignEntry, StoreExport } from './transfer.ts';

export class Revisions {
  readonly #store: Pick<StoreExport, 'isErased'>;
  readonly #next = new Map<string, number>();

  constructor(store: Pick<StoreExport, 'isErased'>) {
    this.#store = store;
  }

  /** Takes note of what is not ours, which may begin anywhere and leave out what it likes. */
  pass({ stream, revision }: ForeignEntry): void {
    this.#next.set(stream, Math.max(this.#next.get(stream) ?? 0, revision + 1));
  }

  /** A sentence about what is missing, or too much, before an entry; undefined where it follows. */
  async gapBefore({ stream, revision }: EventEntry | ErasedEntry): Promise<string | undefined> {
    const expected = this.#next.get(stream) ?? 0;
    this.#next.set(stream, Math.max(expected, revision + 1));
    if (revision === expected) return undefined;
    if (revision < expected) return `Revision ${revision} of ${stream} stands after revision ${expected - 1}.`;
    if (await this.#store.isErased(stream, revision - 1)) return undefined;
    const missing =
      revision - expected === 1
        ? `Revision ${expected} of ${stream} is`
        : `Revisions ${expected} to ${revision - 1} of ${stream} are`;
    return `${missing} missing.`;
  }
}
