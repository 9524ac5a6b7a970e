import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { StoreRefused } from '../errors.ts';
import { startProcess } from './child.fixture.ts';
import { bytesOf, dataFolder } from './data-folder.fixture.ts';
import { EVENTS_FILE } from './open-database.ts';
import { openSqliteEventStore } from './open.ts';
import { all, said } from './said.fixture.ts';
import { probe } from './probe.ts';
import { SCHEMA_VERSION } from './schema.ts';

const NEWER = SCHEMA_VERSION + 1;

/** A data folder with a store of some hundred events, closed in good order. */
async function kept(): Promise<string> {
  const directory = dataFolder();
  const store = await openSqliteEventStore({ directory });
  for (let meeting = 0; meeting < 20; meeting++) {
    const events = Array.from({ length: 20 }, (_, index) => said(`${index} ${'x'.repeat(500)}`));
    await store.append(`meeting-${meeting}`, events, 'none');
  }
  await store.close();
  return directory;
}

/** A data folder whose process was killed, so that some of its events stand in the write-ahead log alone. */
async function killed(): Promise<string> {
  const directory = await kept();
  const child = startProcess(directory, 'append');
  await child.said(200);
  await child.kill();
  expect(statSync(join(directory, `${EVENTS_FILE}-wal`)).size).toBeGreaterThan(0);
  return directory;
}

function overwrite(file: string, offset: number, bytes: Uint8Array): void {
  const content = readFileSync(file);
  content.set(bytes, offset);
  writeFileSync(file, content);
}

function withDatabase(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

const random = (bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, index) => (Math.imul(index + 1, 2_654_435_761) >>> 13) & 0xff);

type Harm = readonly [what: string, code: string, sentence: RegExp, harm: (file: string) => void];

const harms: readonly Harm[] = [
  ['empty', 'store.damaged', /it is empty/, (file) => truncateSync(file, 0)],
  ['too short for a header', 'store.damaged', /does not begin as a SQLite database/, (file) => truncateSync(file, 50)],
  ['cut in the middle of a page', 'store.damaged', /in the middle of a page/, (file) => truncateSync(file, 100_001)],
  ['cut between two pages', 'store.damaged', /its end is missing/, (file) => truncateSync(file, 4096 * 20)],
  [
    'random bytes',
    'store.damaged',
    /does not begin as a SQLite database/,
    (file) => writeFileSync(file, random(65_536)),
  ],
  ['damaged in its first page', 'store.damaged', /is damaged/, (file) => overwrite(file, 100, random(900))],
  ['damaged in a page of the index', 'store.damaged', /is damaged/, (file) => overwrite(file, 4096 * 4, random(4096))],
  ['damaged in a page of events', 'store.damaged', /is damaged/, (file) => overwrite(file, 4096 * 12, random(4096))],
  [
    'zeroed in a page of events',
    'store.damaged',
    /is damaged/,
    (file) => overwrite(file, 4096 * 12, new Uint8Array(4096)),
  ],
  [
    'text',
    'store.damaged',
    /does not begin as a SQLite database/,
    (file) => writeFileSync(file, 'meeting,date\n'.repeat(99)),
  ],
  [
    'the database of another program',
    'store.foreign',
    /of another program/,
    (file) => {
      rmSync(file);
      withDatabase(file, 'CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES (1)');
    },
  ],
  [
    'of a newer version',
    'store.newer',
    new RegExp(`its format is ${NEWER}, this version knows ${SCHEMA_VERSION}`),
    (file) => withDatabase(file, `PRAGMA user_version = ${NEWER}`),
  ],
  [
    'without its format number',
    'store.damaged',
    /format number/,
    (file) => withDatabase(file, 'PRAGMA user_version = 0'),
  ],
  ['without its tables', 'store.damaged', /is damaged/, (file) => withDatabase(file, 'DROP TABLE events')],
];

/** How the opening of a store was refused, and whether the folder is as it was to the byte. */
async function refusalOf(directory: string): Promise<{ code: string; message: string; untouched: boolean }> {
  const before = bytesOf(directory);
  const refusal: unknown = await openSqliteEventStore({ directory }).catch((error: unknown) => error);
  if (!(refusal instanceof StoreRefused)) throw new Error('It was not refused', { cause: refusal });
  const untouched = JSON.stringify(bytesOf(directory)) === JSON.stringify(before);
  return { code: refusal.code, message: refusal.message, untouched };
}

const refused = (code: string, sentence: RegExp) => ({
  code,
  message: expect.stringMatching(sentence) as string,
  untouched: true,
});

describe('a file that cannot be trusted is refused with a sentence and left to the byte:', () => {
  it.each(harms)('%s', async (_, code, sentence, harm) => {
    const directory = await kept();
    harm(join(directory, EVENTS_FILE));
    expect(await refusalOf(directory)).toEqual(refused(code, sentence));
    expect(await refusalOf(directory)).toEqual(refused(code, sentence));
  });
});

describe('so is, after a process was killed,', () => {
  const afterwards: readonly Harm[] = [
    ['a file that is missing', 'store.damaged', /it is missing/, (file) => rmSync(file)],
    ['a file that was cut', 'store.damaged', /is damaged/, (file) => truncateSync(file, 4096 * 20)],
    ['a file with a damaged page', 'store.damaged', /is damaged/, (file) => overwrite(file, 4096 * 12, random(4096))],
    [
      'a log that was written over',
      'store.damaged',
      /write-ahead log/,
      (file) => overwrite(`${file}-wal`, 0, random(32)),
    ],
    [
      'one that a newer version had begun to change',
      'store.newer',
      /newer version/,
      (file) => {
        // The mark stands in the log alone: the copies are taken while it has not reached the file yet.
        const db = new DatabaseSync(file);
        db.exec(`PRAGMA user_version = ${NEWER}`);
        const [content, log] = [readFileSync(file), readFileSync(`${file}-wal`)];
        db.close();
        writeFileSync(file, content);
        writeFileSync(`${file}-wal`, log);
      },
    ],
  ];
  it.each(afterwards)('%s', async (_, code, sentence, harm) => {
    const directory = await killed();
    harm(join(directory, EVENTS_FILE));
    expect(await refusalOf(directory)).toEqual(refused(code, sentence));
    expect(await refusalOf(directory)).toEqual(refused(code, sentence));
  });
});

it('finds a lost end and damaged last events in a store that is too large to be checked whole', async () => {
  const file = join(await kept(), EVENTS_FILE);
  const whole = readFileSync(file);
  expect(probe(file, 0)).toBe(true);
  truncateSync(file, whole.length - 4096);
  expect(() => probe(file, 0)).toThrow(/its end is missing/);
  writeFileSync(file, whole);
  overwrite(file, whole.length - 4096, random(4096));
  expect(() => probe(file, 0)).toThrow(/is damaged/);

  const directory = await killed();
  const cut = join(directory, EVENTS_FILE);
  const before = bytesOf(directory);
  expect(probe(cut, 0)).toBe(true);
  expect(bytesOf(directory)).toEqual(before);
  truncateSync(`${cut}-wal`, 4096 * 30);
  truncateSync(cut, 4096 * 20);
  expect(() => probe(cut, 0)).toThrow(/is damaged/);
});

it('opens what a killed process left, with everything that stands in its log', async () => {
  const directory = await killed();
  const store = await openSqliteEventStore({ directory });
  expect((await all(store.readAll())).length).toBeGreaterThanOrEqual(400 + 200);
  await store.close();
});

it('opens where the log was begun but its first bytes never reached the disk', async () => {
  const directory = await kept();
  writeFileSync(join(directory, `${EVENTS_FILE}-wal`), new Uint8Array(8192));
  const store = await openSqliteEventStore({ directory });
  expect(await all(store.readAll())).toHaveLength(400);
  await store.close();
});

it('makes a new store where the making of one was interrupted', async () => {
  const directory = dataFolder();
  writeFileSync(join(directory, `${EVENTS_FILE}.new`), random(5000));
  const store = await openSqliteEventStore({ directory });
  await store.append('meeting-1', [said('a')], 'none');
  await store.close();
  expect(Object.keys(bytesOf(directory))).toEqual([EVENTS_FILE]);
});

it('makes the folder it is given, for its owner alone', async () => {
  const directory = join(dataFolder(), 'new', 'data');
  const store = await openSqliteEventStore({ directory });
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  await store.close();
});

it('says what is wrong with a folder that cannot be used', async () => {
  const directory = dataFolder();
  const file = join(directory, 'file');
  writeFileSync(file, '');
  for (const place of [file, join(file, 'below')]) {
    await expect(openSqliteEventStore({ directory: place })).rejects.toMatchObject({ code: 'store.inaccessible' });
  }
  writeFileSync(join(directory, 'lock'), random(5000));
  await expect(openSqliteEventStore({ directory })).rejects.toThrow(/lock must be an empty file/);
});

it('names the file that it refuses', async () => {
  const directory = await kept();
  truncateSync(join(directory, EVENTS_FILE), 0);
  expect((await refusalOf(directory)).message).toContain(join(directory, EVENTS_FILE));
});

it('lets the folder go where it refuses to open it', async () => {
  const directory = await kept();
  const whole = readFileSync(join(directory, EVENTS_FILE));
  truncateSync(join(directory, EVENTS_FILE), 0);
  expect(await refusalOf(directory)).toEqual(refused('store.damaged', /it is empty/));
  writeFileSync(join(directory, EVENTS_FILE), whole);
  const store = await openSqliteEventStore({ directory });
  expect(await all(store.readAll())).toHaveLength(400);
  await store.close();
});

it('answers that the store is damaged where a page is found to be so while it runs', async () => {
  const directory = dataFolder();
  const store = await openSqliteEventStore({ directory });
  await store.append('meeting-1', [said('a')], 'none');
  await store.close();
  withDatabase(join(directory, EVENTS_FILE), `UPDATE events SET data = '{"text":'`);
  const again = await openSqliteEventStore({ directory });
  await expect(all(again.readAll())).rejects.toMatchObject({ code: 'store.damaged' });
  await expect(all(again.readStream('meeting-1'))).rejects.toMatchObject({ code: 'store.damaged' });
  await again.close();
});
