// For the tests of the tables: the whole content of the tables as text, and a record that is read in pages.

import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RecordedEvent } from '@rostrum/events';
import { ReadModels } from './read-models.ts';
import type { ReadRecord } from './read-models.ts';

/** A file for the tables of one test; its folder is removed afterwards. */
export function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-tables-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'read-models.sqlite');
}

/** Tables in memory, filled with a record. */
export function filled(...records: readonly (readonly RecordedEvent[])[]): ReadModels {
  const models = ReadModels.open(':memory:');
  onTestFinished(() => models.close());
  for (const record of records) deliver(models, record);
  return models;
}

/** Delivers events as a subscription that goes on where the tables are. */
export const deliver = (models: ReadModels, events: readonly RecordedEvent[]): void =>
  models.apply(events, { after: models.checkpoint, until: events.at(-1)?.position ?? models.checkpoint });

/** Every row of every table in a file, checkpoints included. */
export function contentOf(file: string): unknown {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
    return names.map(({ name }) => [name, db.prepare(`SELECT * FROM ${String(name)} ORDER BY 1, 2, 3`).all()]);
  } finally {
    db.close();
  }
}

/** The record as an event store reads it: after a position, in pages of this size. */
export const inPages = (record: readonly RecordedEvent[], size: number): ReadRecord =>
  async function* (after) {
    const rest = record.filter(({ position }) => position > after);
    for (let place = 0; place < rest.length; place += size) yield rest.slice(place, place + size);
  };

/** What an event store records when it deletes a stream. */
export const deletionOf = (stream: string, position: bigint): RecordedEvent => ({
  id: `deletion-${position}`,
  type: '$streamDeleted',
  data: { stream, at: '2021-06-01T00:00:00.000Z' },
  metadata: {} as RecordedEvent['metadata'],
  stream: '$deleted',
  revision: 0,
  position,
});
