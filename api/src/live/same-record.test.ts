// Read models in the folder of a node, and a store that was exchanged under them.

import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteEventStore } from '@rostrum/infra/adapters';
import type { NewEvent } from '@rostrum/events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { item, plan } from '../conference.fixture.ts';
import { unreadable, written } from '../elsewhere.fixture.ts';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';

const houses: TestHouse[] = [];
let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
  houses.push(house);
});
afterEach(async () => {
  for (const { directory } of houses.splice(0)) rmSync(directory, { recursive: true, force: true });
});

const schedule = async (meetingId: string, of = house): Promise<void> => {
  expect((await of.send(organizer, 'POST', '/api/meetings', { ...plan, meetingId })).status).toBe(201);
};

const storeFile = ({ directory }: TestHouse) => join(directory, 'events.sqlite');

/** Starts the house anew, after what is done to its folder. */
async function startAgain(change: () => void | Promise<void> = () => undefined): Promise<void> {
  await house.stop();
  await change();
  house = await openTestHouse({ directory: house.directory });
}

/** The meetings in the list, once it is built. */
async function listed(): Promise<readonly string[]> {
  await expect.poll(async () => (await house.send(null, 'GET', '/readyz')).status).toBe(200);
  const response = await house.send(organizer, 'GET', '/api/meetings');
  const { rows } = (await response.json()) as { rows: { meetingId: string }[] };
  return rows.map(({ meetingId }) => meetingId).toSorted();
}

const BUILT_ANEW = 'built anew';
const wereBuiltAnew = () => house.lines.some((line) => line.includes(BUILT_ANEW));

describe('the lists', () => {
  test('are kept over a start with the same store', async () => {
    await schedule('one');
    await startAgain();
    expect([await listed(), wereBuiltAnew()]).toEqual([['one'], false]);
    await schedule('two');
    expect(await listed()).toEqual(['one', 'two']);
  });

  test.each([
    ['longer', ['two', 'three', 'four']],
    ['of the same length', ['two']],
  ])('are built anew from another store that is %s', async (_what, others) => {
    await schedule('one');
    const other = await openTestHouse();
    houses.push(other);
    for (const meetingId of others) await schedule(meetingId, other);
    await other.stop();
    await startAgain(() => copyFileSync(storeFile(other), storeFile(house)));
    expect([await listed(), wereBuiltAnew()]).toEqual([others.toSorted(), true]);
  });

  test('are built anew where an older copy was put back, and is as long again by now', async () => {
    const kept = `${storeFile(house)}.kept`;
    await schedule('one');
    await startAgain(() => copyFileSync(storeFile(house), kept));
    await schedule('lost');
    const other = await openTestHouse();
    houses.push(other);
    await other.stop();
    copyFileSync(kept, storeFile(other));
    const restored = await openTestHouse({ directory: other.directory });
    await schedule('instead', restored);
    await restored.stop();

    await startAgain(() => copyFileSync(storeFile(other), storeFile(house)));
    expect([await listed(), wereBuiltAnew()]).toEqual([['instead', 'one'], true]);
  });

  test('are built anew from a copy of the same events with other positions', async () => {
    for (const meetingId of ['one', 'two']) await schedule(meetingId);
    const events = (await Array.fromAsync(house.store.readAll())).flat();
    await startAgain(async () => {
      rmSync(storeFile(house));
      const store = await openSqliteEventStore({ directory: house.directory });
      for (const { stream, id, type, data, metadata } of events.toReversed())
        await store.append(stream, [{ id, type, data, metadata } as NewEvent], 'none');
      await store.close();
    });
    expect([await listed(), wereBuiltAnew()]).toEqual([['one', 'two'], true]);
  });

  test.each([
    ['before the stop', false],
    ['while they were not looking', true],
  ])('are kept where the stream they know the store by was deleted %s', async (_when, away) => {
    await schedule('one');
    for (const meetingId of ['two', 'three']) await schedule(meetingId);
    const remove = async (stream: string) => {
      const store = await openSqliteEventStore({ directory: house.directory });
      await store.deleteStream(stream);
      await store.close();
    };
    if (!away) {
      await house.store.deleteStream('meeting-three');
      await house.deps.readModels.waitFor(await house.store.lastPosition(), { timeoutMilliseconds: 5000 });
    }
    await startAgain(() => (away ? remove('meeting-three') : undefined));
    expect([await listed(), wereBuiltAnew()]).toEqual([['one', 'two'], false]);
  });

  test('are built anew once, where all that they know the store by was deleted', async () => {
    await schedule('one');
    await house.deps.readModels.waitFor(await house.store.lastPosition(), { timeoutMilliseconds: 5000 });
    await house.store.deleteStream('meeting-one');
    await startAgain();
    expect([await listed(), wereBuiltAnew()]).toEqual([[], true]);
    await schedule('two');
    await startAgain();
    expect([await listed(), wereBuiltAnew()]).toEqual([['two'], false]);
  });

  test('are built anew where what could not be read is gone since, and not before', async () => {
    await schedule('one');
    await schedule('two');
    await written(house, 'meeting-one', unreadable['of an unknown type']);
    await startAgain();
    expect([await listed(), wereBuiltAnew()]).toEqual([['one', 'two'], false]);
    await startAgain(async () => {
      const store = await openSqliteEventStore({ directory: house.directory });
      await store.deleteStream('meeting-one');
      await store.close();
    });
    expect([await listed(), wereBuiltAnew()]).toEqual([['two'], true]);
  });

  test('take nothing in from a store before they know that it is theirs', async () => {
    await schedule('one');
    const other = await openTestHouse();
    houses.push(other);
    for (const meetingId of ['two', 'three']) await schedule(meetingId, other);
    await other.stop();
    await house.stop();
    copyFileSync(storeFile(other), storeFile(house));
    house = await openTestHouse({ directory: house.directory });
    // At once, while the lists are still being looked at.
    await Promise.all([schedule('four'), house.send(organizer, 'POST', '/api/meetings/two/add-item', item('one'))]);
    const { position } = (await (
      await house.send(organizer, 'POST', '/api/meetings/two/add-item', item('two'))
    ).json()) as { position: string };
    expect((await house.send(organizer, 'GET', `/api/meetings?position=${position}`)).status).toBe(200);
    expect([await listed(), wereBuiltAnew()]).toEqual([['four', 'three', 'two'], true]);
  });
});
