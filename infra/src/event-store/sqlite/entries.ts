/** All that stands in the database, as entries of a whole store, the places of deleted events among them. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { DELETIONS } from '../port.ts';
import type { Entry } from '../transfer.ts';
import { unavailable } from './failure.ts';

const PAGE = 1024;

type Columns = readonly [
  position: number,
  key: number,
  stream: string | null,
  revision: number,
  id: string,
  type: string | null,
  data: string | null,
  metadata: string | null,
  unordered: number | null,
];

export class Entries {
  readonly #page: StatementSync;
  readonly #last: StatementSync;
  readonly #erased: StatementSync;
  readonly #headBefore: StatementSync;

  constructor(db: DatabaseSync) {
    this.#page = db.prepare(`
      SELECT e.position, e.stream, s.name, e.revision, e.id, e.type, e.data, e.metadata, e.unordered
      FROM events AS e LEFT JOIN streams AS s ON s.key = e.stream
      WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ${PAGE}`);
    this.#page.setReturnArrays(true);
    this.#last = db.prepare('SELECT coalesce(max(position), 0) AS last FROM events');
    this.#erased = db.prepare('SELECT erased_through AS erased FROM streams WHERE name = ?');
    this.#headBefore = db.prepare(`
      SELECT max(revision) AS head FROM events
      WHERE stream = (SELECT key FROM streams WHERE name = ?) AND position < ?`);
  }

  /** @throws StoreUnavailable */
  lastPosition(): bigint {
    return attempt(() => BigInt((this.#last.get() as { last: number }).last));
  }

  /** @throws StoreUnavailable */
  isErased(stream: string, revision: number): boolean {
    const { erased } = attempt(() => this.#erased.get(stream) as { erased: number } | undefined) ?? { erased: -1 };
    return revision <= erased;
  }

  /** @throws StoreUnavailable */
  async *read(until: bigint = this.lastPosition()): AsyncGenerator<readonly Entry[], void, void> {
    let position = 0;
    for (;;) {
      const rows = attempt(() => this.#page.all(position, until) as unknown as Columns[]);
      if (rows.length > 0) yield attempt(() => rows.map((row) => this.#entry(row)));
      if (rows.length < PAGE) return;
      position = rows.at(-1)![0];
      await nextTurn();
    }
  }

  #entry([row, key, name, revision, id, type, data, metadata, flag]: Columns): Entry {
    const position = BigInt(row);
    const stream = name ?? `(stream ${key}, whose name is missing)`;
    const unordered = flag !== null;
    if (type === null) return { kind: 'erased', position, stream, revision, id, unordered };
    const said = stream === DELETIONS ? this.#saysThrough(data ?? '', row) : (data ?? '');
    return { kind: 'event', position, stream, revision, id, type, data: said, metadata: metadata ?? '', unordered };
  }

  /** The data of a deletion: earlier versions did not write up to which revision it went, which the rows still tell. */
  #saysThrough(data: string, position: number): string {
    const deletion = objectIn(data);
    if (deletion === undefined || deletion['through'] !== undefined || typeof deletion['stream'] !== 'string')
      return data;
    const { head } = this.#headBefore.get(deletion['stream'], position) as { head: number | null };
    return JSON.stringify({ ...deletion, through: head ?? -1 });
  }
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unavailable(error);
  }
}
