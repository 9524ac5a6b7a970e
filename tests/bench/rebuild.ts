// Building all tables anew from a record in the event store, beside inserting the rows of that record raw: the same
// columns, their text made beforehand, no index but the position, in transactions of the same size, with the same settings.
// 200,000 events; `npm run bench -- rebuild --events=1000000` for as many as the bar is meant for.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '@rostrum/events';
import type { EventStore } from '@rostrum/infra';
import { openSqliteEventStore } from '@rostrum/infra/adapters';
import { ReadModels } from '@rostrum/projections/tables';
import { longMeeting } from '@rostrum/projections/testing';
import { alternate, rowOf } from './row.ts';
import type { Row } from './row.ts';

const asked = process.argv.find((argument) => argument.startsWith('--events='));
const EVENTS = Number(asked?.slice('--events='.length) ?? 200_000);
const PER_MEETING = 2000;
const ATTENDEES = 60;
const BATCH = 2048;
const TURNS = 3;

const meeting = longMeeting({ events: PER_MEETING, attendees: ATTENDEES });

/** The meeting's events once more, as those of another meeting. */
function copyOf(number: number): readonly RecordedEvent[] {
  return meeting.map((event, place) => {
    const id = `${number.toString(16).padStart(8, '0')}-0000-5000-8000-${place.toString(16).padStart(12, '0')}`;
    const [family] = event.stream.split('-');
    const data =
      event.type === 'MeetingScheduled' ? { ...(event.data as object), meetingId: `long${number}` } : event.data;
    return { ...event, id, data, stream: `${family}-long${number}` };
  });
}

/** Writes the record: meetings one after another, each stream of a meeting at once. */
async function record(store: EventStore): Promise<void> {
  for (let number = 0; number * PER_MEETING < EVENTS; number++) {
    const events = copyOf(number).slice(0, EVENTS - number * PER_MEETING);
    for (const [stream, inStream] of Map.groupBy(events, (event) => event.stream)) {
      const appended = inStream.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }));
      await store.append(stream, appended, 'none');
    }
  }
}

async function rebuild(store: EventStore, file: string): Promise<number> {
  const started = performance.now();
  const models = ReadModels.open(file);
  await models.catchUp((after) => store.readAll({ after }));
  models.close();
  return EVENTS / ((performance.now() - started) / 1000);
}

const rows = meeting.map(
  ({ stream, revision, id, type, data, metadata }) =>
    [stream, revision, id, type, JSON.stringify(data), JSON.stringify(metadata)] as const,
);

function insertRaw(file: string): number {
  const started = performance.now();
  const db = new DatabaseSync(file);
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE rows (
      position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL,
      type TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL
    ) STRICT;
  `);
  const insert = db.prepare('INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (let position = 0; position < EVENTS;) {
    db.exec('BEGIN');
    for (const end = Math.min(position + BATCH, EVENTS); position < end; position++) {
      insert.run(position, ...rows[position % PER_MEETING]!);
    }
    db.exec('COMMIT');
  }
  db.close();
  return EVENTS / ((performance.now() - started) / 1000);
}

export async function rebuildRows(): Promise<readonly Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-rebuild-'));
  let files = 0;
  const freshFile = () => join(directory, `${(files += 1)}.sqlite`);
  const store = await openSqliteEventStore({ directory });
  try {
    await record(store);
    const { ours, theirs } = await alternate(
      TURNS,
      () => rebuild(store, freshFile()),
      () => insertRaw(freshFile()),
    );
    return [
      rowOf({
        name: `rebuild all tables from ${EVENTS.toLocaleString('en')} events in the store`,
        reference: 'inserting the rows of the record raw',
        unit: 'events/s',
        ours,
        theirs,
        bar: 0.5,
        direction: 'at least',
      }),
    ];
  } finally {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
