// The door at which a running server is asked for a backup: who may ask for what, and what is answered.

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { doorOf, openBackupDoor } from './backup-door.ts';
import type { Snapshots } from './backup-door.ts';
import { Log } from './log.ts';

function dataDir(): string {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-door-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function doorIn(directory: string, store: Snapshots): Promise<readonly string[]> {
  const lines: string[] = [];
  const log = new Log({ level: 'warn', clock: { now: () => '' }, write: (line) => void lines.push(line) });
  onTestFinished(await openBackupDoor(store, directory, log));
  return lines;
}

/** Sends a line; gives the answers, once the server hangs up. */
async function ask(directory: string, line: string): Promise<readonly unknown[]> {
  const socket = connect(doorOf(directory));
  socket.write(`${line}\n`);
  const answers = await text(socket);
  return answers
    .trim()
    .split('\n')
    .map((answer) => JSON.parse(answer) as unknown);
}

const atOnce: Snapshots = {
  snapshot: async (file, { onProgress }) => {
    onProgress(0.5);
    writeFileSync(file, 'the record');
  },
};

test('a snapshot is taken where it is asked for, and said to be', async () => {
  const directory = dataDir();
  await doorIn(directory, atOnce);
  const snapshot = join(dataDir(), 'events.sqlite');
  expect(await ask(directory, JSON.stringify({ snapshot }))).toEqual([{ done: 0.5 }, { taken: true }]);
});

test('only the owner of the data folder can ask', async () => {
  const directory = dataDir();
  await doorIn(directory, atOnce);
  expect(statSync(join(directory, 'backup.sock')).mode & 0o777).toBe(0o600);
});

test('what is not asked rightly is refused with a sentence, and the door stays open', async () => {
  const directory = dataDir();
  await doorIn(directory, atOnce);
  const taken = join(directory, 'events.sqlite');
  writeFileSync(taken, '');
  const refused = { refused: expect.any(String) as string, unseen: false };
  for (const line of ['', 'no JSON', '{}', JSON.stringify({ snapshot: 'events.sqlite' })]) {
    expect(await ask(directory, line)).toEqual([refused]);
  }
  expect(await ask(directory, JSON.stringify({ snapshot: '/etc/passwd' }))).toEqual([refused]);
  expect(await ask(directory, JSON.stringify({ snapshot: taken }))).toEqual([
    { refused: `${taken} exists already.`, unseen: false },
  ]);
});

test('a server that does not see the folder says so, and puts the record aside in its own where it is asked to', async () => {
  const directory = dataDir();
  await doorIn(directory, atOnce);
  const snapshot = join(directory, 'not', 'here', 'events.sqlite');
  expect(await ask(directory, JSON.stringify({ snapshot }))).toEqual([
    { refused: expect.stringContaining('There is no folder') as string, unseen: true },
  ]);
  const id = randomUUID();
  expect(await ask(directory, JSON.stringify({ aside: id }))).toEqual([{ done: 0.5 }, { taken: true }]);
  expect(readdirSync(directory)).toContain(`backup-${id}.sqlite`);
  expect(await ask(directory, JSON.stringify({ aside: '../../etc/passwd' }))).toMatchObject([{ unseen: false }]);
});

test('what a killed backup put aside is cleared away when the server starts', async () => {
  const directory = dataDir();
  const kept = ['events.sqlite', 'backup-of-mine.sqlite'];
  for (const name of [...kept, `backup-${randomUUID()}.sqlite`]) writeFileSync(join(directory, name), '');
  await doorIn(directory, atOnce);
  expect(readdirSync(directory).toSorted()).toEqual(['backup-of-mine.sqlite', 'backup.sock', 'events.sqlite']);
});

test('who hangs up ends it', async () => {
  const directory = dataDir();
  const ended = vi.fn<() => void>();
  await doorIn(directory, {
    snapshot: async (_, { signal, onProgress }) => {
      onProgress(0);
      await once(signal, 'abort');
      ended();
    },
  });
  const socket = connect(doorOf(directory));
  socket.write(`${JSON.stringify({ snapshot: join(dataDir(), 'events.sqlite') })}\n`);
  await once(socket, 'data');
  socket.destroy();
  await expect.poll(() => ended).toHaveBeenCalledOnce();
});

test('a socket that a killed server left is no obstacle; a path that is too long for one is said', async () => {
  const directory = dataDir();
  writeFileSync(join(directory, 'backup.sock'), '');
  expect(await doorIn(directory, atOnce)).toEqual([]);
  const deep = join(dataDir(), 'x'.repeat(120));
  mkdirSync(deep);
  expect(await doorIn(deep, atOnce)).toEqual([
    expect.stringContaining('Backups can only be taken while the server is stopped'),
  ]);
});
