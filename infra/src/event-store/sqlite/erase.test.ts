import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EventStore } from '../port.ts';
import { dataFolder, stands } from './data-folder.fixture.ts';
import { EVENTS_FILE } from './open-database.ts';
import { openSqliteEventStore } from './open.ts';
import { all, said, textOf } from './said.fixture.ts';

const address = (contact: number): string => `contact-${contact}@example.org`;

/** Contact data of some length, so that short rows, long rows and rows of several pages occur. */
const details = (contact: number, repeat: number): string => `${address(contact)} `.repeat(repeat);

async function record(store: EventStore, contact: number, repeat: number): Promise<void> {
  await store.append(`contact-${contact}`, [said(details(contact, repeat))], 'any');
}

it('leaves no trace of a deleted text in the files', async () => {
  const directory = dataFolder();
  const store = await openSqliteEventStore({ directory });
  for (const [contact, repeat] of [1, 40, 900].entries()) await record(store, contact, repeat);
  for (const contact of [0, 1, 2]) {
    expect(stands(directory, address(contact))).toBe(true);
    await store.deleteStream(`contact-${contact}`);
    expect(stands(directory, address(contact))).toBe(false);
  }
  await store.close();
});

it('leaves no trace of any of them, in whatever order they are written and deleted', async () => {
  const step = fc.record({
    contact: fc.nat(15),
    repeat: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 30 }) }, fc.integer({ min: 30, max: 600 })),
    deleted: fc.integer({ min: 0, max: 7 }).map((chance) => chance === 0),
  });
  let rounds = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 150, size: 'max' }), async (steps) => {
      const directory = dataFolder();
      const store = await openSqliteEventStore({ directory });
      const gone = new Set<number>();
      for (const { contact, repeat, deleted } of steps) {
        if (deleted) await store.deleteStream(`contact-${contact}`);
        else await record(store, contact, repeat);
        if (deleted) gone.add(contact);
        else gone.delete(contact);
      }
      const last = [...gone].at(-1);
      if (last !== undefined) await store.deleteStream(`contact-${last}`);
      for (const contact of gone) expect(stands(directory, address(contact))).toBe(false);
      await store.close();
      rounds++;
    }),
    { numRuns: 12 },
  );
  expect(rounds).toBeGreaterThan(0);
});

it('finishes on opening what a process that was killed had begun', async () => {
  const directory = dataFolder();
  const file = join(directory, EVENTS_FILE);
  const store = await openSqliteEventStore({ directory });
  await record(store, 1, 3);
  await store.close();
  // The deletion is committed and the log is not emptied yet: what such a process leaves behind.
  const db = new DatabaseSync(file);
  db.exec('PRAGMA secure_delete = ON');
  db.exec('UPDATE events SET type = NULL, data = NULL, metadata = NULL; UPDATE streams SET erased_through = 0');
  const [content, log] = [readFileSync(file), readFileSync(`${file}-wal`)];
  db.close();
  writeFileSync(file, content);
  writeFileSync(`${file}-wal`, log);
  expect(stands(directory, address(1))).toBe(true);
  const again = await openSqliteEventStore({ directory });
  expect(stands(directory, address(1))).toBe(false);
  expect(await all(again.readAll())).toEqual([]);
  await again.close();
});

it('does not bring a deleted text back when the append that wrote it is sent again late', async () => {
  const directory = dataFolder();
  const store = await openSqliteEventStore({ directory });
  const [first, second, third] = [said('a@example.org'), said('b@example.org'), said('c@example.org')];
  const answers = [
    await store.append('contact-1', [first], 'none'),
    await store.append('contact-1', [second], 0),
    await store.append('contact-1', [third], 'any'),
  ];
  await store.deleteStream('contact-1');
  expect(await store.append('contact-1', [first], 'none')).toEqual(answers[0]);
  expect(await store.append('contact-1', [second], 0)).toEqual(answers[1]);
  expect(await store.append('contact-1', [third], 'any')).toEqual(answers[2]);
  expect(await all(store.readStream('contact-1'))).toEqual([]);
  expect(stands(directory, '@example.org')).toBe(false);
  await store.append('contact-1', [said('new@example.org')], 'none');
  expect((await all(store.readStream('contact-1'))).map(textOf)).toEqual(['new@example.org']);
  await store.close();
});

it('recognises a retry of the append that wrote a deleted stream again', async () => {
  const store = await openSqliteEventStore({ directory: dataFolder() });
  await store.append('contact-1', [said('a'), said('b')], 'none');
  await store.deleteStream('contact-1');
  const renewed = [said('c'), said('d')];
  const first = await store.append('contact-1', renewed, 'none');
  expect(await store.append('contact-1', renewed, 'none')).toEqual(first);
  expect((await all(store.readStream('contact-1'))).map(textOf)).toEqual(['c', 'd']);
  await store.close();
});
