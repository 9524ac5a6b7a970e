import { describe, expect, it } from 'vitest';
import { canMount, smallDisk } from '../../disk/small-disk.fixture.ts';
import { StoreUnavailable } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { dataFolder, stands } from './data-folder.fixture.ts';
import { openSqliteEventStore } from './open.ts';
import type { SqliteOptions } from './open.ts';
import { all, said } from './said.fixture.ts';

/** A full disk, and how room is made on it while the store runs. */
type Way = {
  readonly name: string;
  readonly begin: () => {
    readonly options: SqliteOptions;
    readonly fill: () => void;
    readonly free: (store: EventStore) => Promise<void>;
  };
};

const FILLER = 'filler-1';

const ways: readonly Way[] = [
  {
    name: 'its file may not grow',
    begin: () => ({
      options: { directory: dataFolder(), maxFileBytes: 600 * 1024 },
      fill: () => undefined,
      // The pages of what was deleted are used again.
      free: (store) => store.deleteStream(FILLER),
    }),
  },
  ...(canMount
    ? [
        {
          name: 'the disk is full',
          begin: () => {
            const disk = smallDisk(4096);
            return {
              options: { directory: disk.directory },
              fill: () => disk.fill(400 * 1024),
              free: async () => disk.free(),
            };
          },
        },
      ]
    : []),
];

/** Appends until that is refused; gives the ids that were acknowledged and the refusal. */
async function appendUntilRefused(store: EventStore): Promise<{ ids: string[]; refusal: unknown }> {
  const ids: string[] = [];
  for (;;) {
    const event = said('x'.repeat(1500));
    try {
      await store.append('meeting-1', [event], 'any');
    } catch (refusal) {
      return { ids, refusal };
    }
    ids.push(event.id);
  }
}

const idsIn = async (store: EventStore, stream: string): Promise<string[]> =>
  (await all(store.readStream(stream))).map(({ id }) => id);

describe.each(ways)('where $name', ({ begin }) => {
  it('refuses to append, goes on reading, loses nothing and recovers by itself', async () => {
    const { options, fill, free } = begin();
    const store = await openSqliteEventStore(options);
    await store.append(FILLER, [said('x'.repeat(200_000))], 'none');
    fill();
    const { ids, refusal } = await appendUntilRefused(store);
    expect(ids.length).toBeGreaterThan(5);
    expect(refusal).toBeInstanceOf(StoreUnavailable);
    expect(refusal).toMatchObject({ code: 'store.disk-full', message: expect.stringMatching(/Make space/) as string });

    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(store.append('meeting-1', [said('x'.repeat(1500))], 'any')).rejects.toMatchObject({
        code: 'store.disk-full',
      });
    }
    expect(await idsIn(store, 'meeting-1')).toEqual(ids);

    await free(store);
    const after = said('after');
    const appended = await store.append('meeting-1', [after], ids.length - 1);
    expect(appended.revision).toBe(ids.length);
    expect(await idsIn(store, 'meeting-1')).toEqual([...ids, after.id]);
    await store.close();

    const again = await openSqliteEventStore(options);
    expect(await idsIn(again, 'meeting-1')).toEqual([...ids, after.id]);
    expect(await again.lastPosition()).toBeGreaterThanOrEqual(appended.position);
    await again.close();
  });

  it('refuses the appends that do not fit and takes those sent with them that do', async () => {
    const { options, fill } = begin();
    const store = await openSqliteEventStore(options);
    await store.append(FILLER, [said('x'.repeat(200_000))], 'none');
    fill();
    const first = await store.append('meeting-1', [said('a')], 'none');
    const outcomes = await Promise.allSettled([
      store.append('meeting-1', [said('b')], 0),
      store.append('meeting-2', [said('x'.repeat(700_000))], 'none'),
      store.append('meeting-1', [said('c')], 1),
      store.append('meeting-1', [said('conflict')], 0),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'store.disk-full' } });
    expect(outcomes[3]).toMatchObject({ reason: { code: 'store.wrong-expected-revision', actual: 2 } });
    expect(await idsIn(store, 'meeting-2')).toEqual([]);
    expect(await store.lastPosition()).toBe(first.position + 2n);
    await store.close();
  });

  it('tells its subscribers of what was acknowledged and of nothing else', async () => {
    const { options, fill, free } = begin();
    const store = await openSqliteEventStore(options);
    const end = new AbortController();
    const delivered: string[] = [];
    const subscription = (async () => {
      for await (const { events } of store.subscribe({ after: 'end', prefixes: ['meeting-'], signal: end.signal })) {
        delivered.push(...events.map(({ id }) => id));
        if (events.some(({ data }) => (data as { text: string }).text === 'last')) end.abort();
      }
    })();
    await store.append(FILLER, [said('x'.repeat(200_000))], 'none');
    fill();
    const { ids } = await appendUntilRefused(store);
    await free(store);
    const last = said('last');
    await store.append('meeting-1', [last], 'any');
    await subscription;
    expect(delivered).toEqual([...ids, last.id]);
    await store.close();
  });

  it('opens and can be read while it is full', async () => {
    const { options, fill } = begin();
    const store = await openSqliteEventStore(options);
    await store.append(FILLER, [said('x'.repeat(200_000))], 'none');
    fill();
    const { ids } = await appendUntilRefused(store);
    await store.close();
    const again = await openSqliteEventStore(options);
    expect(await idsIn(again, 'meeting-1')).toEqual(ids);
    await again.close();
  });
});

it.each(canMount ? ['a full disk'] : [])('owes the erasure that %s hinders until there is space', async () => {
  const disk = smallDisk(4096);
  const store = await openSqliteEventStore({ directory: disk.directory });
  await store.append('contact-1', [said('a@example.org')], 'none');
  await store.append(FILLER, [said('x'.repeat(900_000))], 'none');
  // Room for the deletion itself, and none for the file to take in what stands in the log.
  disk.fill(100 * 1024);
  await expect(store.deleteStream('contact-1')).rejects.toMatchObject({ code: 'store.disk-full' });
  expect(await all(store.readStream('contact-1'))).toEqual([]);
  expect(stands(disk.directory, 'a@example.org')).toBe(true);
  disk.free();
  await store.append('meeting-1', [said('a')], 'none');
  expect(stands(disk.directory, 'a@example.org')).toBe(false);
  await store.close();
});
