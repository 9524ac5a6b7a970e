// What the tests of the adapter's faults begin with: a server that can be spoiled, and stores on it.

import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { openEventStoreDb } from '@rostrum/infra/adapters';
import type { EventStoreDb, EventStoreDbOptions } from '@rostrum/infra/adapters';
import { onTestFinished } from 'vitest';
import { type EventStoreDbOptions as ServerOptions, startEventStoreDb } from '../../eventstoredb/server.ts';
import type { EventStoreDbServer } from '../../eventstoredb/server.ts';

export type GivenStore = { readonly server: EventStoreDbServer; readonly store: EventStoreDb };

/** A server that is closed when the test ends. */
export async function givenServer(options: ServerOptions = {}): Promise<EventStoreDbServer> {
  const server = await startEventStoreDb(options);
  onTestFinished(() => server.close());
  return server;
}

/** A store that is closed when the test ends; its appends are answered within two seconds. */
export async function openOn(
  connectionString: string,
  options: Partial<EventStoreDbOptions> = {},
): Promise<EventStoreDb> {
  const store = await openEventStoreDb({ connectionString, deadlineMs: 2000, ...options });
  onTestFinished(() => store.close());
  return store;
}

export async function givenStore(options: Partial<EventStoreDbOptions> = {}): Promise<GivenStore> {
  const server = await givenServer();
  return { server, store: await openOn(server.url, options) };
}

/** Somebody else's client on the same server. */
export function somebodyElse(server: EventStoreDbServer): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(server.url);
  onTestFinished(() => client.dispose());
  return client;
}

/** An event as somebody else writes them. */
export const foreign = (type: string) => jsonEvent({ type, data: { of: 'somebody else' } });

/** Waits until it holds. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
