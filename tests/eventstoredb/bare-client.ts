// The client as everybody has it, on a test server, for as long as one test lasts.

import { type AppendExpectedRevision, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { onTestFinished } from 'vitest';
import { type EventStoreDbOptions, type EventStoreDbServer, startEventStoreDb } from './server.ts';

export type Given = { readonly server: EventStoreDbServer; readonly client: EventStoreDBClient };

export async function givenServer(options: EventStoreDbOptions = {}): Promise<Given> {
  const server = await startEventStoreDb(options);
  const client = EventStoreDBClient.connectionString(server.url);
  onTestFinished(async () => {
    await client.dispose();
    await server.close();
  });
  return { server, client };
}

/** Events of which each says its number. */
export const numbered = (...numbers: readonly number[]) =>
  numbers.map((number) => jsonEvent({ type: 'Counted', data: { number } }));

export const append = (
  client: EventStoreDBClient,
  stream: string,
  expectedRevision: AppendExpectedRevision,
  ...numbers: readonly number[]
) => client.appendToStream(stream, numbered(...numbers), { expectedRevision });
