// The event store in the process, beside node:sqlite doing the same inserts and reads by hand: what the port's promises
// (expected revisions, retry safety, sizes, subscribers) cost, and what group commit gives.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventStore } from '@rostrum/infra';
import { openSqliteEventStore } from '@rostrum/infra/adapters';
import { nextEvents } from './events.ts';
import { alternate, perSecond, rowOf } from './row.ts';
import type { Row } from './row.ts';

const TURNS = 5;
const WRITERS = 64;
const READ = 100_000;
const PAGE = 256;

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

/** Appends `count` events at a time to one stream, each time after the one before is durable. */
async function appending(store: EventStore, stream: string, count: number): Promise<() => Promise<number>> {
  let { revision } = await store.append(stream, nextEvents(count), 'none');
  return async () => {
    ({ revision } = await store.append(stream, nextEvents(count), revision));
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
    for (const { id, type, data, metadata } of nextEvents(count)) {
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
