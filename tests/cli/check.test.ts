// What `rostrum check` finds in stores that are whole, strange, newer and damaged; it says so and never crashes.

import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { jsonEvent } from '@eventstore/db-client';
import { openEventStoreDb } from '@rostrum/infra/adapters';
import { beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../eventstoredb/bare-client.ts';
import { councilIn } from './council.ts';
import { longRecord, message } from './long-record.ts';
import { newFolder, rostrum } from './rostrum.ts';
import type { Ended } from './rostrum.ts';
import { eventStoreDb } from './server.ts';

type Report = {
  readonly events: number;
  readonly streams: Readonly<Record<string, number>>;
  readonly foreign: { readonly events: number; readonly streams: number };
  readonly faultCount: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly { readonly kind: string; readonly sentence: string }[];
};

const check = (place: string, ...words: readonly string[]): Promise<Ended> =>
  rostrum(['check', '--from', place, ...words]);

/** The counts of faults by kind, and the sentences. */
async function faultsOf(place: string): Promise<Pick<Report, 'counts'> & { readonly sentences: string }> {
  const { code, said, complained } = await check(place, '--json');
  const { counts, faults } = JSON.parse(said) as Report;
  expect([code, complained]).toEqual([1, '']);
  return { counts, sentences: faults.map(({ sentence }) => sentence).join('\n') };
}

describe('a data folder', () => {
  let directory: string;
  beforeEach(() => void (directory = newFolder()));

  const sql = (statement: string): void => {
    const db = new DatabaseSync(join(directory, 'events.sqlite'));
    db.exec(statement);
    db.close();
  };

  test('that is whole has no faults, and is left as it is', async () => {
    await councilIn(directory);
    const before = readFileSync(join(directory, 'events.sqlite'));
    const ended = await check(`sqlite:${directory}`);
    expect(ended).toMatchObject({ code: 0, said: expect.stringContaining('No faults.') as string });
    expect(ended.said).toMatch(/streams: 1 account, 1 meeting\b/);
    expect(ended.said).toContain('Files of documents named in the record: 1.');
    expect(readFileSync(join(directory, 'events.sqlite')).equals(before)).toBe(true);
  });

  test('of which events are missing, doubled, unknown, newer, or not as they were written', async () => {
    await longRecord(directory, 40, 4);
    sql(`
      DELETE FROM events WHERE position = 3;
      UPDATE events SET id = (SELECT id FROM events WHERE position = 5) WHERE position = 6;
      UPDATE events SET type = 'MessageSung' WHERE position = 7;
      UPDATE events SET metadata = json_set(metadata, '$.shape', 7) WHERE position = 8;
      UPDATE events SET data = json_remove(data, '$.text') WHERE position = 9;
      UPDATE events SET data = 'no JSON' WHERE position = 10;
      UPDATE events SET metadata = json_remove(metadata, '$.actor') WHERE position = 11;
    `);
    const { counts, sentences } = await faultsOf(directory);
    expect(counts).toEqual({ order: 1, 'doubled-id': 1, 'unknown-type': 1, 'newer-shape': 1, damaged: 3 });
    expect(sentences).toContain('Revision 2 of conversation-meeting0 is missing.');
    expect(sentences).toContain(
      'MessageSung at revision 6 of conversation-meeting0: The event type MessageSung is unknown',
    );
    const told = await check(directory);
    expect(told.said).toContain('7 faults.');
    expect(told.said).toMatch(
      /Damaged events: 3\n( {2}MessagePosted at revision \d+ of conversation-meeting0: .*\n){3}/,
    );
  });

  test('of which a document has no file, or another one', async () => {
    const sha256 = await councilIn(directory);
    const file = join(directory, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    writeFileSync(file, 'something else');
    expect((await faultsOf(directory)).counts).toEqual({ 'document-damaged': 1 });
    rmSync(file);
    expect(await faultsOf(directory)).toEqual({
      counts: { 'document-missing': 1 },
      sentences: expect.stringMatching(
        /^The file [0-9a-f]{64} is missing, which DocumentTabled at revision \d+ of meeting-council names\.$/,
      ) as string,
    });
    rmSync(join(directory, 'files'), { recursive: true });
    expect((await faultsOf(directory)).counts).toEqual({ 'document-missing': 1 });
    expect(readdirSync(directory)).not.toContain('files');
  });

  test('in which a deleted event still has its text', async () => {
    await longRecord(directory, 10, 1);
    sql(`UPDATE streams SET erased_through = 4`);
    const { counts, sentences } = await faultsOf(directory);
    expect(counts).toEqual({ store: 2 });
    expect(sentences).toContain('5 events of the deleted stream conversation-meeting0 still have their text.');
    expect(sentences).toContain('The stream conversation-meeting0 is deleted, but no event says so.');
  });

  const spoilt: Readonly<Record<string, (file: string) => void>> = {
    'cut off': (file) => truncateSync(file, 40_000),
    'written over in its middle': (file) => {
      const handle = openSync(file, 'r+');
      writeSync(handle, Buffer.alloc(8192, 0x5a), 0, 8192, 16_384);
      closeSync(handle);
    },
    'of another program': (file) => writeFileSync(file, 'no database at all'),
    empty: (file) => writeFileSync(file, ''),
  };
  test.for(Object.keys(spoilt))('whose file is %s is named in one sentence', async (way) => {
    await longRecord(directory, 500);
    spoilt[way]!(join(directory, 'events.sqlite'));
    const { code, said, complained } = await check(directory);
    expect([code, said]).toEqual([1, '']);
    expect(complained).toMatch(/^The event store .* is damaged: .* Restore the data folder from a backup\.\n$/);
  });

  test('that holds another program’s streams counts them', async () => {
    await longRecord(directory, 10, 2);
    sql(`UPDATE streams SET name = 'orders-1' WHERE name = 'conversation-meeting0'`);
    const { code, said } = await check(directory, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(said)).toMatchObject({ events: 0, foreign: { events: 10, streams: 1 }, faultCount: 0 });
  });
});

describe('a server', () => {
  test('is read whole: strangers are counted, and what is wrong with ours is found', async () => {
    const server = await eventStoreDb();
    const store = await openEventStoreDb({ connectionString: server.url });
    await store.append('conversation-a', [message('a'), message('b')], 'none');
    await store.append('contact-a.b', [message('c')], 'none');
    await store.deleteStream('contact-a.b');
    const client = connect(server.url);
    await client.appendToStream('orders-1', [jsonEvent({ type: 'Ordered', data: {} })]);
    expect(JSON.parse((await check(server.url, '--json')).said)).toMatchObject({
      events: 3,
      streams: { conversation: 1 },
      deletions: 1,
      foreign: { events: 1, streams: 1 },
      documents: null,
      faultCount: 0,
    });
    await store.append('conversation-a', [{ ...message('d'), type: 'MessageSung' }], 1);
    await store.close();
    expect((await faultsOf(server.url)).counts).toEqual({ 'unknown-type': 1 });
  });
});
