// Moving a deployment from one store to another on the command line: record, documents and processes arrive; whatever
// happens on the way, running it again ends well; what cannot end well is refused with a sentence.

import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RecordedEvent } from '@rostrum/events';
import { openEventStoreDb, openFolderFiles, openLocalProcessHome, openSqliteEventStore } from '@rostrum/infra/adapters';
import { describe, expect, test } from 'vitest';
import { readWhole } from '../crash/record.ts';
import { certify } from '../eventstoredb/certificates.ts';
import { signIn, startServer } from '../server/start.ts';
import { startS3 } from '../s3/server.ts';
import { councilIn, MEETING } from './council.ts';
import { longRecord, message } from './long-record.ts';
import { newFolder, rostrum, starting } from './rostrum.ts';
import { eventStoreDb } from './server.ts';

/** Every event of a server, but for the positions. */
async function onServer(connectionString: string): Promise<readonly object[]> {
  const store = await openEventStoreDb({ connectionString });
  try {
    return withoutPositions((await Array.fromAsync(store.readAll())).flat());
  } finally {
    await store.close();
  }
}

const withoutPositions = (events: readonly RecordedEvent[]): readonly object[] =>
  events.map((event) => ({ ...event, position: 'its own' }));

const inFolder = async (directory: string): Promise<readonly object[]> => withoutPositions(await readWhole(directory));

describe('a deployment', () => {
  test('moves to many machines and back with its documents, and a server starts on it', async () => {
    const [first, second] = [newFolder(), join(newFolder(), 'second')];
    const sha256 = await councilIn(first);
    const { url } = await eventStoreDb();
    const s3 = await startS3();
    const bucket = s3.setting();
    const env = {
      EVENT_STORE: url,
      AWS_ACCESS_KEY_ID: s3.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: s3.credentials.secretAccessKey,
    };
    const there = await rostrum(
      ['copy', '--from', `sqlite:${first}`, '--to', 'env:EVENT_STORE', '--files-to', bucket],
      {
        env,
      },
    );
    expect(there).toMatchObject({ code: 0, said: expect.stringContaining('1 of 1 file copied') as string });
    expect(await onServer(url)).toEqual(await inFolder(first));

    const back = ['copy', '--from', url, '--to', `sqlite:${second}`];
    expect(await rostrum([...back, '--files-from', bucket], { env })).toMatchObject({ code: 0 });
    expect(await rostrum(back)).toMatchObject({
      code: 0,
      said: expect.stringMatching(
        /^0 events copied .*\n.*SHA-256 .*\nThe documents’ files were not copied\./,
      ) as string,
    });
    expect(await inFolder(second)).toEqual(await inFolder(first));
    expect(await openFolderFiles({ directory: join(second, 'files'), readOnly: true }).has(sha256)).toBe(true);
    expect(statSync(second).mode & 0o777).toBe(0o700);

    const server = await startServer(second);
    const headers = { cookie: await signIn(server.address) };
    expect((await fetch(`${server.address}/api/meetings/${MEETING}`, { headers })).status).toBe(200);
    expect(await server.stop()).toBe(0);
    await s3.close();
  });

  test('takes its processes along: each goes on after what it has handled', async () => {
    const [from, to] = [newFolder(), newFolder()];
    const store = await openSqliteEventStore({ directory: from });
    await store.append('meeting-1', [message('a'), message('b'), message('c')], 'none');
    await store.append('contact-1.x', [message('d')], 'none');
    await store.deleteStream('contact-1.x');
    const events = (await Array.fromAsync(store.readAll())).flat();
    await store.close();
    const home = openLocalProcessHome({ directory: join(from, 'processes') });
    const at = async (name: string, { position, stream, revision, id }: RecordedEvent): Promise<void> => {
      const tenure = await home.take(name, { holder: 'node-1', ttlMs: 1000 });
      await tenure!.renew({ position, stream, revision, eventId: id });
    };
    await at('mail', events[1]!);
    // The event is deleted since: the one before it is the last that still stands.
    await at('sealing', { ...events[2]!, position: 4n, stream: 'contact-1.x', revision: 0 });

    const { url } = await eventStoreDb();
    const there = await rostrum(['copy', '--from', from, '--to', url]);
    expect(there).toMatchObject({ code: 0, said: expect.stringContaining('mail, sealing.') as string });
    expect(await rostrum(['copy', '--from', url, '--to', to])).toMatchObject({ code: 0 });
    const arrived = await openLocalProcessHome({ directory: join(to, 'processes') }).checkpoints();
    expect(new Map([...arrived].map(([name, { stream, revision }]) => [name, `${stream} ${revision}`]))).toEqual(
      new Map([
        ['mail', 'meeting-1 1'],
        ['sealing', 'meeting-1 2'],
      ]),
    );
  });
});

describe('a copy that is killed at any moment goes on and ends well', () => {
  test('between data folders', async () => {
    const [from, to] = [newFolder(), join(newFolder(), 'to')];
    await longRecord(from, 60_000);
    const words = ['copy', '--from', from, '--to', to];
    await killed(words, 8);
    expect(await rostrum(words)).toMatchObject({ code: 0 });
    expect(await readWhole(to)).toEqual(await readWhole(from));
  });

  test('to a server and back', async () => {
    const [from, to] = [newFolder(), join(newFolder(), 'to')];
    await longRecord(from, 20_000, 40);
    const { url } = await eventStoreDb();
    const there = ['copy', '--from', from, '--to', url];
    await killed(there, 8);
    expect(await rostrum(there)).toMatchObject({ code: 0 });
    expect(await onServer(url)).toEqual(await inFolder(from));
    const back = ['copy', '--from', url, '--to', to];
    await killed(back, 5);
    expect(await rostrum(back)).toMatchObject({ code: 0 });
    expect(await readWhole(to)).toEqual(await readWhole(from));
  });

  /** Runs it so many times and kills it at moments of chance, from its start to about its end. */
  async function killed(words: readonly string[], times: number): Promise<void> {
    const began = performance.now();
    const first = starting(words);
    await pause(400);
    first.send('SIGKILL');
    await first.ended;
    const whole = 4 * (performance.now() - began);
    for (let time = 1; time < times; time += 1) {
      const { send, ended } = starting(words);
      await Promise.race([pause(200 + Math.random() * whole), ended]);
      send('SIGKILL');
      await ended;
    }
  }
});

describe('a copy', () => {
  test('that is interrupted ends in good order, and says how to go on', async () => {
    const [from, to] = [newFolder(), newFolder()];
    await longRecord(from, 60_000);
    const { send, ended } = starting(['copy', '--from', from, '--to', to]);
    while (!existsSync(join(to, 'events.sqlite'))) await pause(5);
    send('SIGINT');
    expect(await ended).toMatchObject({
      code: 1,
      complained: expect.stringContaining('run the same again to go on') as string,
    });
    expect(existsSync(join(to, 'events.sqlite-wal'))).toBe(false);
  });

  test('puts aside the lists that were made from another record', async () => {
    const [from, to] = [newFolder(), newFolder()];
    await longRecord(from, 10);
    writeFileSync(join(to, 'read-models.sqlite'), 'lists of another record');
    expect(await rostrum(['copy', '--from', from, '--to', to])).toMatchObject({ code: 0 });
    expect(existsSync(join(to, 'read-models.sqlite'))).toBe(false);
  });
});

describe('a copy is refused', () => {
  /** What a copy says and how it ends; `trace` where a stack was shown to people. */
  const copying = async (words: readonly string[]) => {
    const { code, said, complained } = await rostrum(['copy', ...words]);
    return { code, said, complained, trace: /\n\s+at /.test(complained) };
  };
  const refusal = (code: 1 | 2, sentence: RegExp) => ({
    code,
    said: '',
    complained: expect.stringMatching(sentence) as string,
    trace: false,
  });

  test('to a target that holds something else, which stays as it is', async () => {
    const [from, to] = [newFolder(), newFolder()];
    await longRecord(from, 10);
    await longRecord(to, 5);
    const before = await readWhole(to);
    expect(await copying(['--from', from, '--to', to])).toEqual(
      refusal(1, /is not empty and not the beginning of a copy of/),
    );
    expect(await readWhole(to)).toEqual(before);
  });

  test('while a server uses a folder', async () => {
    const [from, to] = [newFolder(), newFolder()];
    await longRecord(from, 10);
    const server = await startServer(from);
    expect(await copying(['--from', from, '--to', to])).toEqual(
      refusal(1, /is in use by another process. Stop that one first/),
    );
    expect(await copying(['--from', to, '--to', from])).toEqual(refusal(1, /There is no event store in/));
    expect(await server.stop()).toBe(0);
  });

  test('from a store onto itself, by whatever name', async () => {
    const folder = newFolder();
    await longRecord(folder, 1);
    mkdirSync(join(folder, 'files'));
    expect(await copying(['--from', `sqlite:${folder}`, '--to', join(folder, 'files', '..')])).toEqual(
      refusal(2, /are the same store/),
    );
    const { url } = await eventStoreDb();
    expect(await copying(['--from', url, '--to', url.replace('esdb:', 'kurrentdb:')])).toEqual(
      refusal(2, /are the same store/),
    );
  });

  test('where the server wants another password, which is not repeated', async () => {
    const from = newFolder();
    await longRecord(from, 1);
    const { url } = await eventStoreDb({ users: [{ username: 'ops', password: 'right' }], tls: certify() });
    const wrong = url.replace('ops:right@', 'ops:wr0ng-passw0rd@');
    const ended = await rostrum(['copy', '--from', from, '--to', wrong]);
    expect(ended).toMatchObject({ code: 1, complained: expect.stringContaining('refuses the user ops') as string });
    expect(ended.said + ended.complained).not.toContain('wr0ng-passw0rd');
  });

  test('where nothing answers', async () => {
    const from = newFolder();
    await longRecord(from, 1);
    expect(await copying(['--from', from, '--to', 'esdb://127.0.0.1:1?tls=false'])).toEqual(
      refusal(1, /did not answer within 20 seconds/),
    );
  });

  test('for words that cannot be understood', async () => {
    const mistakes: readonly (readonly [readonly string[], RegExp])[] = [
      [['--from', 'x'], /--to is missing/],
      [['--from', 'x', '--to', 'esdb://a:b@c:d'], /cannot be used/],
      [['--from', 'mysql://x', '--to', 'y'], /mysql: is neither/],
      [['--from', 'sqlite:', '--to', 'y'], /sqlite: and then a folder/],
      [['--from', 'env:NOT_SET', '--to', 'y'], /variable NOT_SET, which is not set/],
      [['--from', 'x', '--to', 'y', '--files-to', 's3://bucket'], /AWS_ACCESS_KEY_ID/],
      [['--from', 'x', '--to', 'y', '--files-from', 'folder:./missing'], /which is not there/],
      [['--from', 'x', '--to', 'esdb://c?tls=false', '--files-from', '.'], /--files-to is missing/],
      [['--from', 'x', '--to', 'y', '--fast'], /Unknown option '--fast'/],
      [['x', 'y'], /Unexpected argument 'x'/],
    ];
    const answers = await Promise.all(mistakes.map(([words]) => copying(words)));
    expect(answers).toEqual(mistakes.map(([, sentence]) => refusal(2, sentence)));
  });
});
