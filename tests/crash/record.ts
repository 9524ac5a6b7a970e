// Looks at what a killed server left behind: the record in its store, and its read models beside a rebuild of them.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '@rostrum/events';
import { openSqliteEventStore } from '@rostrum/infra/adapters';
import { ReadModels } from '@rostrum/projections/tables';

/** Every event of the store, in order. */
export async function readWhole(directory: string): Promise<readonly RecordedEvent[]> {
  const store = await openSqliteEventStore({ directory });
  try {
    const events: RecordedEvent[] = [];
    for await (const page of store.readAll()) events.push(...page);
    return events;
  } finally {
    await store.close();
  }
}

/** Sentences about streams whose revisions have a gap or a double, or positions out of order; none where all is well. */
export function faultsOfOrder(events: readonly RecordedEvent[]): readonly string[] {
  const next = new Map<string, number>();
  let before = 0n;
  return events.flatMap(({ stream, revision, position }) => {
    const expected = next.get(stream) ?? 0;
    next.set(stream, revision + 1);
    const faults = [
      ...(revision === expected ? [] : [`${stream}: revision ${revision} where ${expected} should be`]),
      ...(position > before ? [] : [`position ${position} after ${before}`]),
    ];
    before = position;
    return faults;
  });
}

/** The rows of all read models: those that the server left, brought level with the record, and those of a rebuild. */
export async function readModelsBesideRebuild(
  directory: string,
): Promise<{ readonly left: Rows; readonly rebuilt: Rows }> {
  const left = join(directory, 'read-models.sqlite');
  const rebuilt = join(directory, `rebuilt-${process.hrtime.bigint()}.sqlite`);
  const store = await openSqliteEventStore({ directory });
  try {
    for (const file of [left, rebuilt]) {
      const readModels = ReadModels.open(file);
      await readModels.catchUp((after) => store.readAll({ after }));
      readModels.close();
    }
  } finally {
    await store.close();
  }
  return { left: rowsOf(left), rebuilt: rowsOf(rebuilt) };
}

export type Rows = Readonly<Record<string, readonly string[]>>;

function rowsOf(file: string): Rows {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).all() as {
      name: string;
    }[];
    return Object.fromEntries(
      tables.map(({ name }) => [
        name,
        db
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => JSON.stringify(row))
          .toSorted(),
      ]),
    );
  } finally {
    db.close();
  }
}
