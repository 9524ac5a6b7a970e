// The test server of EventStoreDB in a process of its own would lose its log with it; it runs here, and is gone when the
// test ends.

import { onTestFinished } from 'vitest';
import { startEventStoreDb } from '../eventstoredb/server.ts';
import type { EventStoreDbOptions, EventStoreDbServer } from '../eventstoredb/server.ts';

export async function eventStoreDb(options: EventStoreDbOptions = {}): Promise<EventStoreDbServer> {
  const server = await startEventStoreDb(options);
  onTestFinished(() => server.close());
  return server;
}
