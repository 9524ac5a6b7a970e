/** Where a store can be, for copying from and to: it is opened in turn by a server, by a copy that reads, by one that writes. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, StoreExport, StoreImport } from '@rostrum/infra';
import { openSqliteEventStore, openSqliteExport, openSqliteImport } from '@rostrum/infra/adapters';

export type Place = {
  readonly open: () => Promise<EventStore>;
  readonly source: () => Promise<StoreExport>;
  readonly target: () => Promise<StoreImport>;
  readonly remove: () => Promise<void>;
};

/** An empty place, a new one at each call. */
export type NewPlace = () => Promise<Place>;

const isUnordered = (stream: string): boolean => stream.startsWith('attendance-');

export const onSqlite: NewPlace = async () => {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-copy-'));
  return {
    open: () => openSqliteEventStore({ directory }),
    source: () => openSqliteExport({ directory }),
    target: () => openSqliteImport({ directory, isUnordered }),
    remove: async () => rmSync(directory, { recursive: true }),
  };
};

/** Opens, does something, and closes again. */
export async function using<T extends { close(): Promise<void> }, R>(
  open: () => Promise<T>,
  work: (opened: T) => Promise<R>,
): Promise<R> {
  const opened = await open();
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}
