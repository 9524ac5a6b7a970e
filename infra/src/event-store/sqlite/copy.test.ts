import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canMount, smallDisk } from '../../disk/small-disk.fixture.ts';
import { copyStore } from '../copy.ts';
import type { Copied } from '../copy.ts';
import type { EventStore } from '../port.ts';
import { bytesOf, dataFolder, stands } from './data-folder.fixture.ts';
import { openSqliteExport } from './export.ts';
import { openSqliteImport } from './import.ts';
import { EVENTS_FILE } from './open-database.ts';
import { openSqliteEventStore } from './open.ts';
import { all, said, textOf } from './said.fixture.ts';

const SECRET = 'only-her-address';

async function inStore<T>(directory: string, work: (store: EventStore) => Promise<T>): Promise<T> {
  const store = await openSqliteEventStore({ directory });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function copy(from: string, to: string): Promise<Copied> {
  const source = await openSqliteExport({ directory: from });
  try {
    const target = await openSqliteImport({ directory: to, isUnordered: () => false });
    try {
      return await copyStore(source, target);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

const sql = (directory: string, statement: string): void => {
  const db = new DatabaseSync(join(directory, EVENTS_FILE));
  db.exec(statement);
  db.close();
};

/** A store in which a contact was written, deleted and written again. */
const withDeletions = (directory: string): Promise<void> =>
  inStore(directory, async (store) => {
    await store.append('meeting-1', [said('a')], 'none');
    await store.append('contact-1', [said(SECRET), said(SECRET)], 'none');
    await store.deleteStream('contact-1');
    await store.append('contact-1', [said('b')], 'none');
    await store.deleteStream('contact-1');
    await store.append('contact-1', [said('c')], 'none');
  });

describe('copying one data folder into another', () => {
  it('leaves the source as it is to the byte', async () => {
    const from = dataFolder();
    await withDeletions(from);
    const before = bytesOf(from);
    await copy(from, dataFolder());
    expect(bytesOf(from)).toEqual(before);
  });

  it('keeps the positions, those of deleted events among them', async () => {
    const [from, to] = [dataFolder(), dataFolder()];
    await withDeletions(from);
    await copy(from, to);
    const record = await inStore(from, (store) => all(store.readAll()));
    expect(await inStore(to, (store) => all(store.readAll()))).toEqual(record);
    expect(record.map(({ position }) => position)).toEqual([1n, 4n, 6n, 7n]);
  });

  it('says of each deletion how far it went, where an earlier version did not', async () => {
    const [from, to] = [dataFolder(), dataFolder()];
    await withDeletions(from);
    sql(from, `UPDATE events SET data = json_remove(data, '$.through') WHERE type = '$streamDeleted'`);
    await copy(from, to);
    const record = await inStore(to, (store) => all(store.readAll()));
    expect(record.map(({ data }) => (data as { through?: number }).through)).toEqual([undefined, 1, 2, undefined]);
  });

  it('deletes in the target, bytes and all, what the source has deleted since the last copy', async () => {
    const [from, to] = [dataFolder(), dataFolder()];
    await inStore(from, (store) => store.append('contact-1', [said(SECRET), said('x')], 'none'));
    await copy(from, to);
    expect(stands(to, SECRET)).toBe(true);
    await inStore(from, (store) => store.deleteStream('contact-1'));
    await copy(from, to);
    expect(stands(to, SECRET)).toBe(false);
    expect(await inStore(to, (store) => store.append('contact-1', [said('y')], 'none'))).toMatchObject({ revision: 2 });
  });

  it('refuses a source in which an event is missing, and names it', async () => {
    const from = dataFolder();
    await inStore(from, (store) => store.append('meeting-1', [said('a'), said('b'), said('c')], 'none'));
    sql(from, 'DELETE FROM events WHERE revision = 1');
    await expect(copy(from, dataFolder())).rejects.toMatchObject({
      code: 'copy.source-damaged',
      message: expect.stringContaining('Revision 1 of meeting-1 is missing.') as string,
    });
  });

  it('refuses a folder that a server uses, on either side, and one without a store', async () => {
    const [used, free] = [dataFolder(), dataFolder()];
    await inStore(free, (store) => store.append('meeting-1', [said('a')], 'none'));
    await inStore(used, async () => {
      await expect(copy(used, free)).rejects.toMatchObject({ code: 'store.in-use' });
      await expect(copy(free, used)).rejects.toMatchObject({ code: 'store.in-use' });
    });
    const nothing = dataFolder();
    await expect(copy(nothing, free)).rejects.toMatchObject({ code: 'store.inaccessible' });
    expect(bytesOf(nothing)).toEqual({});
  });

  it.runIf(canMount)('stops at a full disk, and goes on once there is space', async () => {
    const from = dataFolder();
    const disk = smallDisk(8192);
    await inStore(from, (store) =>
      store.append(
        'meeting-1',
        Array(1000)
          .fill(0)
          .map(() => said('x'.repeat(2000))),
        'none',
      ),
    );
    disk.fill(1024 * 1024);
    await expect(copy(from, disk.directory)).rejects.toMatchObject({ code: 'store.disk-full' });
    disk.free();
    expect(await copy(from, disk.directory)).toMatchObject({ events: 1000 });
    const texts = (await inStore(disk.directory, (store) => all(store.readAll()))).map(textOf);
    expect(texts).toHaveLength(1000);
  });
});
