// The event store on EventStoreDB, beside the bare client of EventStoreDB doing the same without the port's promises: on
// the server for tests, in a process of its own, over a real socket.

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { EventStoreDBClient, jsonEvent, NO_STREAM, streamNameFilter } from '@eventstore/db-client';
import type { AppendExpectedRevision } from '@eventstore/db-client';
import type { EventStore } from '@rostrum/infra';
import { openEventStoreDb } from '@rostrum/infra/adapters';
import { nextEvents } from './events.ts';
import { alternate, perSecond, rowOf } from './row.ts';
import type { Row } from './row.ts';

const TURNS = 9;
const WRITERS = 64;
const READ = 8000;
const LIVE = 2000;

const SERVER = fileURLToPath(new URL('../eventstoredb/main.ts', import.meta.url));

type Server = { readonly url: string; readonly close: () => void };

/** The server for tests, in a process of its own: it is nobody's business here what it costs. */
async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [SERVER, '--port', '0', '--insecure'], { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface(child.stdout)) {
    const url = /esdb:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { url, close: () => child.kill() };
  }
  throw new Error('The server did not start.');
}

/** Appends one event after another, each when the one before is acknowledged. */
type Writer = () => Promise<number>;

async function ourWriter(store: EventStore, stream: string, count: number): Promise<Writer> {
  let { revision } = await store.append(stream, nextEvents(1), 'none');
  return async () => {
    ({ revision } = await store.append(stream, nextEvents(count), revision));
    return count;
  };
}

async function bareWriter(client: EventStoreDBClient, stream: string, count: number): Promise<Writer> {
  let expectedRevision: AppendExpectedRevision = NO_STREAM;
  const write = async (events: number): Promise<number> => {
    const drafts = nextEvents(events).map(({ id, type, data, metadata }) =>
      jsonEvent({ id, type, data: data as object as never, metadata: metadata as object as never }),
    );
    const { nextExpectedRevision } = await client.appendToStream(stream, drafts, { expectedRevision });
    expectedRevision = nextExpectedRevision;
    return events;
  };
  await write(1);
  return () => write(count);
}

const beside = { unit: 'events/s', direction: 'at least', bar: 0.9 } as const;

async function together(writers: readonly Writer[]): Promise<number> {
  const figures = await Promise.all(writers.map((write) => perSecond(write)));
  return figures.reduce((sum, figure) => sum + figure, 0);
}

async function appendRow(store: EventStore, client: EventStoreDBClient, count: number, writers: number): Promise<Row> {
  const run = randomUUID();
  const each = <T>(make: (writer: number) => Promise<T>) =>
    Promise.all(Array.from({ length: writers }, (_unused, writer) => make(writer)));
  const ours = await each((writer) => ourWriter(store, `ours-${run}-${writer}`, count));
  const theirs = await each((writer) => bareWriter(client, `theirs-${run}-${writer}`, count));
  const events = count === 1 ? '1 event' : `${count} events`;
  return rowOf({
    ...beside,
    name: `append ${events} at a time to EventStoreDB, ${writers === 1 ? '1 writer' : `${writers} writers`}`,
    reference: 'the bare client',
    ...(await alternate(
      TURNS,
      () => together(ours),
      () => together(theirs),
    )),
  });
}

/** How many a second something gives that gives `count`. */
async function pace(count: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (count / (performance.now() - start)) * 1000;
}

async function readStreamRow(store: EventStore, client: EventStoreDBClient, stream: string): Promise<Row> {
  const ours = async (): Promise<void> => {
    let seen = 0;
    for await (const page of store.readStream(stream)) seen += page.length;
    expectAll(seen);
  };
  const theirs = async (): Promise<void> => {
    let seen = 0;
    for await (const { event } of client.readStream(stream)) seen += event === undefined ? 0 : 1;
    expectAll(seen);
  };
  return rowOf({
    ...beside,
    name: 'read a stream from EventStoreDB',
    reference: 'the bare client',
    ...(await alternate(
      TURNS,
      () => pace(READ, ours),
      () => pace(READ, theirs),
    )),
  });
}

async function readAllRow(store: EventStore, client: EventStoreDBClient): Promise<Row> {
  const ours = async (): Promise<void> => {
    let seen = 0;
    for await (const page of store.readAll()) seen += page.length;
    expectAll(seen);
  };
  const theirs = async (): Promise<void> => {
    let seen = 0;
    for await (const { event } of client.readAll()) seen += event?.streamId.startsWith('$') ? 0 : 1;
    expectAll(seen);
  };
  return rowOf({
    ...beside,
    name: 'read everything from EventStoreDB',
    reference: 'the bare client',
    ...(await alternate(
      TURNS,
      () => pace(READ, ours),
      () => pace(READ, theirs),
    )),
  });
}

async function catchUpRow(store: EventStore, client: EventStoreDBClient): Promise<Row> {
  const ours = async (): Promise<void> => {
    const end = new AbortController();
    let seen = 0;
    for await (const { events, caughtUp } of store.subscribe({ after: 'start', signal: end.signal })) {
      seen += events.length;
      if (caughtUp) break;
    }
    expectAll(seen);
  };
  const theirs = async (): Promise<void> => {
    const subscription = client.subscribeToAll({ filter: streamNameFilter({ regex: '^[^$]' }) });
    let seen = 0;
    for await (const { event } of subscription) {
      seen += event === undefined ? 0 : 1;
      if (seen === READ) break;
    }
    await subscription.unsubscribe();
  };
  return rowOf({
    ...beside,
    name: 'catch up with EventStoreDB',
    reference: 'the bare client’s subscription',
    ...(await alternate(
      TURNS,
      () => pace(READ, ours),
      () => pace(READ, theirs),
    )),
  });
}

/** From the first append to the last event at a subscriber, while both go on. */
async function liveRow(store: EventStore, client: EventStoreDBClient): Promise<Row> {
  const append = async (): Promise<void> => {
    for (let sent = 0; sent < LIVE; sent += 50) {
      await store.append('live', nextEvents(50), 'any');
    }
  };
  const ours = async (): Promise<void> => {
    const end = new AbortController();
    const subscription = store.subscribe({ after: 'end', prefixes: ['live'], signal: end.signal });
    const appending = append();
    let seen = 0;
    for await (const { events } of subscription) {
      seen += events.length;
      if (seen >= LIVE) break;
    }
    await appending;
  };
  const theirs = async (): Promise<void> => {
    const filter = streamNameFilter({ prefixes: ['live'] });
    const subscription = client.subscribeToAll({ fromPosition: 'end', filter });
    await new Promise<void>((resolve) => subscription.once('confirmation', () => resolve()));
    const appending = append();
    let seen = 0;
    for await (const { event } of subscription) {
      seen += event === undefined ? 0 : 1;
      if (seen >= LIVE) break;
    }
    await subscription.unsubscribe();
    await appending;
  };
  return rowOf({
    ...beside,
    name: 'follow EventStoreDB while it is written',
    reference: 'the bare client’s subscription',
    ...(await alternate(
      TURNS,
      () => pace(LIVE, ours),
      () => pace(LIVE, theirs),
    )),
  });
}

function expectAll(seen: number): void {
  if (seen !== READ) throw new Error(`${seen} events were read in place of ${READ}.`);
}

async function onServer<T>(
  work: (store: EventStore, client: EventStoreDBClient, url: string) => Promise<T>,
): Promise<T> {
  const server = await startServer();
  const store = await openEventStoreDb({ connectionString: server.url });
  const client = EventStoreDBClient.connectionString(server.url);
  try {
    return await work(store, client, server.url);
  } finally {
    await store.close();
    await client.dispose();
    server.close();
  }
}

export async function eventStoreDbRows(): Promise<readonly Row[]> {
  const appending = await onServer(async (store, client) => [
    await appendRow(store, client, 1, 1),
    await appendRow(store, client, 1, WRITERS),
    await appendRow(store, client, 50, 4),
    await liveRow(store, client),
  ]);
  const reading = await onServer(async (filler, client, url) => {
    for (let sent = 0; sent < READ; sent += 500) await filler.append('meeting-1', nextEvents(500), 'any');
    // One that was there from the beginning would have the latest in memory.
    const store = await openEventStoreDb({ connectionString: url });
    try {
      return [
        await readStreamRow(store, client, 'meeting-1'),
        await readAllRow(store, client),
        await catchUpRow(store, client),
      ];
    } finally {
      await store.close();
    }
  });
  return [...appending, ...reading];
}
