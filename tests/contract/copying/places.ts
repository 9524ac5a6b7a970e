/** Where a store can be, for copying from and to: it is opened in turn by a server, by a copy that reads, by one that writes. */

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, StoreExport, StoreImport } from '@rostrum/infra';
import {
  openEventStoreDb,
  openEventStoreDbExport,
  openEventStoreDbImport,
  openSqliteEventStore,
  openSqliteExport,
  openSqliteImport,
} from '@rostrum/infra/adapters';
import { startEventStoreDb } from '../../eventstoredb/server.ts';

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

/** A server of its own, as its protocol is spoken in tests. */
export const onTestServer: NewPlace = async () => {
  const server = await startEventStoreDb();
  return { ...onServer(server.url, ''), remove: server.close };
};

/** The same, cleared of what was deleted in it before a copy reads it. */
export const onScavengedServer: NewPlace = async () => {
  const server = await startEventStoreDb();
  const place = onServer(server.url, '');
  const source = (): Promise<StoreExport> => {
    server.log.scavenge();
    return place.source();
  };
  return { ...place, source, remove: server.close };
};

/** A real server, which may hold other things: each place has a namespace of its own in it. */
export const onRealServer =
  (connectionString: string): NewPlace =>
  async () =>
    onServer(connectionString, `test-${randomUUID()}-`);

const onServer = (connectionString: string, namespace: string): Place => ({
  open: () => openEventStoreDb({ connectionString, namespace }),
  source: () => openEventStoreDbExport({ connectionString, namespace }),
  target: () => openEventStoreDbImport({ connectionString, namespace }),
  remove: async () => undefined,
});

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
