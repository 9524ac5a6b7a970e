import { setImmediate as nextTurn } from 'node:timers/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canMount, smallDisk } from '../../disk/small-disk.fixture.ts';
import { startProcess } from './child.fixture.ts';
import { bytesOf, dataFolder, stands } from './data-folder.fixture.ts';
import { EVENTS_FILE } from './open-database.ts';
import { openSqliteEventStore } from './open.ts';
import { all, said } from './said.fixture.ts';
import { snapshotDataFolder } from './snapshot-folder.ts';
import type { SqliteEventStore } from './store.ts';

const SECRET = 'only-her-address';

async function openStore(directory: string): Promise<SqliteEventStore> {
  const store = await openSqliteEventStore({ directory });
  onTestFinished(() => store.close());
  return store;
}

/** Enough that a snapshot takes many steps. */
async function fill(store: SqliteEventStore): Promise<void> {
  for (let times = 0; times < 20; times += 1) {
    const events = Array.from({ length: 500 }, () => said('x'.repeat(1000)));
    await store.append('meeting-1', events, 'any');
  }
}

describe('a snapshot of a store in use', () => {
  it('holds all that was committed before it began, and is a store like any other', async () => {
    const store = await openStore(dataFolder());
    await fill(store);
    const before = await all(store.readAll());
    const copy = dataFolder();
    let steps = 0;
    let during = 0;
    const snapshot = store.snapshot(join(copy, EVENTS_FILE), { onProgress: () => void (steps += 1) });
    for (let taken = false; !taken; during += 1) {
      const [, won] = await Promise.all([
        store.append('meeting-2', [said(`during ${during}`)], 'any'),
        Promise.race([snapshot.then(() => true), nextTurn(false)]),
      ]);
      taken = won;
    }
    expect(await snapshot).toBe(before.at(-1)!.position);
    expect(steps).toBeGreaterThan(10);
    expect(during).toBeGreaterThan(3);
    const copied = await all((await openStore(copy)).readAll());
    expect(copied.slice(0, before.length)).toEqual(before);
    expect(copied).toEqual((await all(store.readAll())).slice(0, copied.length));
  });

  it('lets streams be deleted meanwhile, and does not hold what was deleted', async () => {
    const directory = dataFolder();
    const store = await openStore(directory);
    await store.append('contact-1', [said(SECRET)], 'none');
    await fill(store);
    await store.append('contact-2', [said(SECRET)], 'none');
    const copy = dataFolder();
    const deletions: Promise<void>[] = [];
    await store.snapshot(join(copy, EVENTS_FILE), {
      // The first page is copied by now, the last one is not.
      onProgress: (done) => {
        if (deletions.length === 0 && done > 0.4)
          deletions.push(...[1, 2].map((n) => store.deleteStream(`contact-${n}`)));
      },
    });
    await Promise.all(deletions);
    expect(deletions).toHaveLength(2);
    expect(stands(directory, SECRET)).toBe(false);
    expect(stands(copy, SECRET)).toBe(false);
  });

  it('ends where it is interrupted, and the store goes on', async () => {
    const store = await openStore(dataFolder());
    await fill(store);
    const interruption = new AbortController();
    const snapshot = store.snapshot(join(dataFolder(), EVENTS_FILE), {
      signal: interruption.signal,
      onProgress: () => interruption.abort(new Error('no more')),
    });
    await expect(snapshot).rejects.toThrow('no more');
    expect(await store.append('meeting-2', [said('a')], 'none')).toMatchObject({ revision: 0 });
  });

  it('writes over nothing', async () => {
    const directory = dataFolder();
    const store = await openStore(directory);
    await expect(store.snapshot(join(directory, EVENTS_FILE))).rejects.toBeInstanceOf(RangeError);
  });

  it.runIf(canMount)('says that its disk is full, and the store goes on', async () => {
    const store = await openStore(dataFolder());
    await fill(store);
    const { directory } = smallDisk(4096);
    await expect(store.snapshot(join(directory, EVENTS_FILE))).rejects.toMatchObject({ code: 'store.disk-full' });
    expect(await store.append('meeting-2', [said('a')], 'none')).toMatchObject({ revision: 0 });
  });
});

describe('a snapshot of a data folder that nobody uses', () => {
  it('holds what a killed server left, and leaves its files as they are', async () => {
    const directory = dataFolder();
    const child = startProcess(directory, 'append');
    await child.said(100);
    await child.kill();
    const before = bytesOf(directory);
    const copy = dataFolder();
    await snapshotDataFolder(directory, join(copy, EVENTS_FILE));
    expect(bytesOf(directory)).toEqual(before);
    const events = await all((await openStore(copy)).readAll());
    expect(events).toEqual(await all((await openStore(directory)).readAll()));
    expect(events.length).toBeGreaterThanOrEqual(100);
  });

  it('is refused while a server uses it, and where there is no store', async () => {
    const directory = dataFolder();
    await openStore(directory);
    const file = join(dataFolder(), EVENTS_FILE);
    await expect(snapshotDataFolder(directory, file)).rejects.toMatchObject({ code: 'store.in-use' });
    const nothing = dataFolder();
    await expect(snapshotDataFolder(nothing, file)).rejects.toMatchObject({ code: 'store.inaccessible' });
    expect(bytesOf(nothing)).toEqual({});
  });
});
