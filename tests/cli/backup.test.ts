// A backup of a data folder whose server takes commands: what was acknowledged before it began is in it, every document
// has its file, a server starts on it; and there is never half of one.

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readWhole } from '../crash/record.ts';
import { startServer } from '../server/start.ts';
import type { Server } from '../server/start.ts';
import { councilIn, MEETING, secretaryAt } from './council.ts';
import type { Secretary } from './council.ts';
import { longRecord } from './long-record.ts';
import { MAIN, newFolder, rostrum, starting } from './rostrum.ts';

const SECRET = 'only-her-address';

async function serverOn(directory: string): Promise<Server> {
  const server = await startServer(directory);
  onTestFinished(() => server.kill());
  return server;
}

/** Commands one after another until it is told to stop; gives the ids of the events acknowledged, in order. */
function working({ command }: Secretary): { readonly acknowledged: string[]; readonly stop: () => Promise<void> } {
  const acknowledged: string[] = [];
  let on = true;
  const work = (async () => {
    for (let turn = 0; on; turn += 1) {
      const { events } = await command('add-item', { title: `Item ${turn}` });
      acknowledged.push(...events.map(({ id }) => id));
    }
  })();
  return {
    acknowledged,
    stop: async () => {
      on = false;
      await work;
    },
  };
}

const fill = (directory: string): Promise<void> => longRecord(directory, 20_000);

describe('a backup while the server takes commands', () => {
  test('holds what was acknowledged before it began, with its documents, and a server starts on it', async () => {
    const [directory, copy] = [newFolder(), join(newFolder(), 'backups', 'first')];
    await fill(directory);
    const server = await serverOn(directory);
    const secretary = await secretaryAt(server);
    const digests = [await secretary.table(randomBytes(300_000)), await secretary.table(randomBytes(10))];
    const work = working(secretary);
    await pause(300);
    const before = [...work.acknowledged];
    const backup = await rostrum(['backup', '--from', directory, '--to', copy]);
    const after = work.acknowledged.length;
    await work.stop();
    expect(backup).toMatchObject({ code: 0, said: expect.stringContaining(`${copy} holds `) as string });
    expect(after).toBeGreaterThan(before.length);
    expect(await server.stop()).toBe(0);

    expect(readdirSync(copy)).toEqual(expect.arrayContaining(['events.sqlite', 'files', 'secrets']));
    expect(readdirSync(copy)).not.toContain('read-models.sqlite');
    expect(statSync(copy).mode & 0o777).toBe(0o700);
    expect(statSync(join(copy, 'secrets', 'sessions')).mode & 0o777).toBe(0o600);
    const copied = await readWhole(copy);
    expect(copied.map(({ id }) => id)).toEqual(expect.arrayContaining(before));
    expect(copied).toEqual((await readWhole(directory)).slice(0, copied.length));

    const restored = await serverOn(copy);
    const headers = { cookie: secretary.cookie };
    const meeting = await fetch(`${restored.address}/api/meetings/${MEETING}`, { headers });
    expect(meeting.status).toBe(200);
    const checked = await rostrum(['check', '--from', `sqlite:${copy}`]);
    expect(checked).toMatchObject({ code: 1, complained: expect.stringContaining('is in use') as string });
    expect(await restored.stop()).toBe(0);
    const report = await rostrum(['check', '--from', `sqlite:${copy}`, '--json']);
    expect(JSON.parse(report.said)).toMatchObject({ faultCount: 0, documents: { files: digests.length } });
  });

  test(
    'lets contact data be deleted meanwhile, and the deleted bytes are in neither',
    { timeout: 60_000 },
    async () => {
      const [directory, copy] = [newFolder(), join(newFolder(), 'copy')];
      await fill(directory);
      const server = await serverOn(directory);
      const { command, cookie } = await secretaryAt(server);
      await command('add-attendee', { attendeeId: 'mayor', name: 'The Mayor', unit: 'Council' });
      await command('set-contact', { attendeeId: 'mayor', email: `${SECRET}@example.org` });
      const backup = rostrum(['backup', '--from', directory, '--to', copy]);
      while (!existsSync(join(`${copy}.partial`, 'events.sqlite'))) await pause(5);
      const contact = `${server.address}/api/meetings/${MEETING}/contacts/mayor`;
      expect((await fetch(contact, { method: 'DELETE', headers: { cookie } })).status).toBeLessThan(300);
      expect(await backup).toMatchObject({ code: 0 });
      expect(await server.stop()).toBe(0);
      for (const place of [directory, copy]) {
        expect(readFileSync(join(place, 'events.sqlite')).includes(SECRET)).toBe(false);
      }
    },
  );
});

/** Whether this machine lets us give a process its own view of the disk, as a container has one: Linux, as root. */
const canHide = spawnSync('unshare', ['--mount', 'true'], { stdio: 'ignore' }).status === 0;

test.runIf(canHide)(
  'a server that does not see the place of the backup, as in a container, is no obstacle',
  async () => {
    const [directory, place] = [newFolder(), newFolder()];
    await fill(directory);
    const server = await serverOn(directory);
    const script =
      'mount -t tmpfs none "$1"; "$2" "$3" backup --from "$4" --to "$1/copy" && "$2" "$3" check --from "$1/copy"';
    const backup = await rostrum([place, process.execPath, MAIN, directory], {
      program: ['unshare', '--mount', 'sh', '-c', script, 'sh'],
    });
    expect(backup).toMatchObject({ code: 0, said: expect.stringContaining('No faults.') as string });
    expect(readdirSync(directory).filter((name) => name.startsWith('backup-'))).toEqual([]);
    expect(await server.stop()).toBe(0);
  },
);

describe('a backup', () => {
  test('of a folder that no server uses leaves it as it is', async () => {
    const [directory, copy] = [newFolder(), join(newFolder(), 'copy')];
    const sha256 = await councilIn(directory);
    expect(await rostrum(['backup', '--from', directory, '--to', copy])).toMatchObject({ code: 0, complained: '' });
    expect(await readWhole(copy)).toEqual(await readWhole(directory));
    expect(existsSync(join(copy, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256))).toBe(true);
  });

  test('is there whole or not at all, whenever it is killed', async () => {
    const [directory, copy] = [newFolder(), join(newFolder(), 'copy')];
    await fill(directory);
    const server = await serverOn(directory);
    for (let round = 0; round < 8; round += 1) {
      const { send, ended } = starting(['backup', '--from', directory, '--to', copy]);
      await Promise.race([pause(250 + Math.random() * 900), ended]);
      send('SIGKILL');
      await ended;
      if (existsSync(copy)) break;
    }
    if (!existsSync(copy)) await rostrum(['backup', '--from', directory, '--to', copy]);
    expect(existsSync(`${copy}.partial`)).toBe(false);
    expect(await rostrum(['check', '--from', copy])).toMatchObject({ code: 0 });
    expect(await server.stop()).toBe(0);
  });

  test('that is interrupted leaves nothing behind, and says so', async () => {
    const [directory, copy] = [newFolder(), join(newFolder(), 'copy')];
    await fill(directory);
    const { send, ended } = starting(['backup', '--from', directory, '--to', copy]);
    while (!existsSync(`${copy}.partial`)) await pause(5);
    send('SIGINT');
    expect(await ended).toMatchObject({ code: 1, complained: expect.stringContaining('Interrupted.') as string });
    expect([existsSync(copy), existsSync(`${copy}.partial`)]).toEqual([false, false]);
  });

  test('of a record with faults is made all the same, and says them', async () => {
    const [directory, copy] = [newFolder(), join(newFolder(), 'copy')];
    await councilIn(directory);
    rmSync(join(directory, 'files'), { recursive: true });
    const backup = await rostrum(['backup', '--from', directory, '--to', copy]);
    expect(backup).toMatchObject({
      code: 1,
      said: expect.stringMatching(/Documents without their file: 1\n/) as string,
    });
    expect(await readWhole(copy)).toEqual(await readWhole(directory));
  });

  test.runIf(process.getuid?.() === 0)('that the superuser makes belongs to whom the data folder belongs', async () => {
    const [directory, copy] = [newFolder(), join(newFolder(), 'copy')];
    await councilIn(directory);
    chownSync(directory, 1234, 1234);
    expect(await rostrum(['backup', '--from', directory, '--to', copy])).toMatchObject({ code: 0 });
    const owners = ['.', 'events.sqlite', 'files', join('secrets', 'sessions')].map(
      (path) => statSync(join(copy, path)).uid,
    );
    expect(owners).toEqual([1234, 1234, 1234, 1234]);
  });

  test('writes over nothing, and wants a data folder', async () => {
    const [directory, taken, nothing] = [newFolder(), newFolder(), newFolder()];
    await councilIn(directory);
    writeFileSync(join(taken, 'a'), '');
    expect(await rostrum(['backup', '--from', directory, '--to', taken])).toMatchObject({
      code: 1,
      complained: `${taken} is there already. Name a folder for the backup that does not exist yet.\n`,
    });
    mkdirSync(join(nothing, 'empty'));
    expect(await rostrum(['backup', '--from', nothing, '--to', join(nothing, 'copy')])).toMatchObject({
      code: 1,
      complained: expect.stringContaining('There is no event store in') as string,
    });
    expect(readdirSync(nothing)).toEqual(['empty']);
  });
});
