// The client as everybody has it, on a test server, for as long as one test lasts.

import { type AppendExpectedRevision, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { onTestFinished } from 'vitest';
import { type Cluster, type ClusterOptions, startCluster } from './cluster.ts';
import { type EventStoreDbOptions, type EventStoreDbServer, startEventStoreDb } from './server.ts';

export type Given = { readonly server: EventStoreDbServer; readonly client: EventStoreDBClient };

export async function givenServer(options: EventStoreDbOptions = {}): Promise<Given> {
  const server = await startEventStoreDb(options);
  onTestFinished(() => server.close());
  return { server, client: connect(server.url) };
}

export async function givenCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const cluster = await startCluster(options);
  onTestFinished(() => cluster.close());
  return cluster;
}

export function connect(url: string): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(url);
  onTestFinished(() => client.dispose());
  return client;
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

/** The numbers in a stream, by revision; none where it is not there. */
export async function numbersIn(client: EventStoreDBClient, stream: string): Promise<unknown[]> {
  const numbers: unknown[] = [];
  for await (const { event } of client.readStream(stream)) numbers.push((event!.data as { number: number }).number);
  return numbers;
}
