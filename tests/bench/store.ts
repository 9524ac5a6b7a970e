// The event store in the process, beside node:sqlite doing the same inserts and reads by hand: what the port's promises
// (expected revisions, retry safety, sizes, subscribers) cost, and what group commit gives.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { NewEvent } from '@rostrum/events';
import type { EventStore } from '@rostrum/infra';
import { openSqliteEventStore } from '@rostrum/infra/adapters';
import { alternate, rowOf } from './row.ts';
import type { Row } from './row.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3) / 3;
const TURNS = 5;
const WRITERS = 64;
const READ = 100_000;
const PAGE = 256;

/** An event as long as most are: some 600 bytes of JSON. */
function event(): NewEvent {
  const id = randomUUID();
  const at = '2021-05-26T01:12:45.120Z';
  return {
    id,
    type: 'FloorGiven',
    data: { at, speechId: id, attendeeId: 'attendee-17', itemId: 'item-4', kind: 'speech', limitSeconds: 480 },
    metadata: {
      actor: { kind: 'account', id: 'account-1', name: '王芳', roles: ['organizer'] },
      commandId: id,
      command: 'give-floor',
      fingerprint: '0123456789abcdef',
      $correlationId: id,
      $causationId: id,
      recordedAt: at,
    },
  };
}

const events = Array.from({ length: 1000 }, event);
/** The next so many events, each with an id of its own, since an id that stands already is not written again. */
const next = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_unused, place) => ({ ...events[place % events.length]!, id: randomUUID() }));

/** What one would write by hand: the same columns, the same index, the same durability. */
function openByHand(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE events (
      position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL,
      type TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL, UNIQUE (stream, revision)
    ) STRICT;
  `);
  return db;
}

/** Does it again and again; gives how many a second it did. */
async function perSecond(work: () => Promise<number> | number): Promise<number> {
  const start = performance.now();
  let done = 0;
  let elapsed = 0;
  while (elapsed < SECONDS * 1000) {
    done += await work();
    elapsed = performance.now() - start;
  }
  return (done / elapsed) * 1000;
}

/** Appends `count` events at a time to one stream, each time after the one before is durable. */
async function appending(store: EventStore, stream: string, count: number): Promise<() => Promise<number>> {
  let { revision } = await store.append(stream, next(count), 'none');
  return async () => {
    ({ revision } = await store.append(stream, next(count), revision));
    return count;
  };
}

function insertingByHand(db: DatabaseSync, stream: string, count: number): () => number {
  const insert = db.prepare(
    'INSERT INTO events (stream, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)',
  );
  let revision = 0;
  return () => {
    if (count > 1) db.exec('BEGIN');
    for (const { id, type, data, metadata } of next(count)) {
      insert.run(stream, revision++, id, type, JSON.stringify(data), JSON.stringify(metadata));
    }
    if (count > 1) db.exec('COMMIT');
    return count;
  };
}

const besideByHand = { unit: 'events/s', direction: 'at least' } as const;

async function appendRow(store: EventStore, db: DatabaseSync, count: number, bar: number): Promise<Row> {
  const ours = await appending(store, `meeting-${count}`, count);
  const theirs = insertingByHand(db, `meeting-${count}`, count);
  const figures = await alternate(
    TURNS,
    () => perSecond(ours),
    () => perSecond(theirs),
  );
  const events = count === 1 ? 'event' : 'events';
  return rowOf({
    ...besideByHand,
    name: `append ${count} ${events} at a time to the store`,
    reference: `${count} INSERT by hand in a transaction`,
    ...figures,
    bar,
  });
}

async function togetherRow(store: EventStore, db: DatabaseSync): Promise<Row> {
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, (_unused, place) => appending(store, `meeting-writer-${place}`, 1)),
  );
  const ours = async (): Promise<number> => {
    const figures = await Promise.all(writers.map((write) => perSecond(write)));
    return figures.reduce((sum, figure) => sum + figure, 0);
  };
  const theirs = insertingByHand(db, 'meeting-writers', 1);
  return rowOf({
    ...besideByHand,
    name: `append 1 event at a time to the store, ${WRITERS} writers`,
    reference: '1 INSERT by hand in a transaction',
    ...(await alternate(TURNS, ours, () => perSecond(theirs))),
    bar: 3,
  });
}

async function readAll(store: EventStore): Promise<number> {
  const start = performance.now();
  let seen = 0;
  for await (const page of store.readAll({ limit: READ })) seen += page.length;
  return (seen / (performance.now() - start)) * 1000;
}

function readByHand(db: DatabaseSync): number {
  const select = db.prepare('SELECT * FROM events WHERE position > ? ORDER BY position LIMIT ?');
  const start = performance.now();
  let seen = 0;
  let after = 0;
  while (seen < READ) {
    const rows = select.all(after, PAGE);
    const page = rows.map((row) => ({
      ...row,
      data: JSON.parse(row['data'] as string) as unknown,
      metadata: JSON.parse(row['metadata'] as string) as unknown,
    }));
    if (page.length === 0) break;
    seen += page.length;
    after = rows.at(-1)!['position'] as number;
  }
  return (seen / (performance.now() - start)) * 1000;
}

export async function storeRows(): Promise<readonly Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  const store = await openSqliteEventStore({ directory: join(directory, 'rostrum') });
  const db = openByHand(join(directory, 'by-hand.sqlite'));
  try {
    const rows = [
      // One at a time waits for the end of a turn in which nobody else comes.
      await appendRow(store, db, 1, 0.7),
      await appendRow(store, db, 10, 0.8),
      await appendRow(store, db, 100, 0.8),
      await togetherRow(store, db),
    ];
    const reading = await alternate(
      TURNS,
      () => readAll(store),
      () => readByHand(db),
    );
    const reference = `SELECT by hand in pages of ${PAGE}, with JSON.parse`;
    return [...rows, rowOf({ ...besideByHand, name: 'read the whole store', reference, ...reading, bar: 0.9 })];
  } finally {
    await store.close();
    db.close();
    rmSync(directory, { recursive: true });
  }
}
