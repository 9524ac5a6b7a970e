import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { StoreRefused } from '../errors.ts';
import { startProcess } from './child.fixture.ts';
import { openSqliteEventStore } from './open.ts';
import { dataFolder } from './data-folder.fixture.ts';
import { all, textOf } from './said.fixture.ts';

it('refuses a second process on the same data folder, and lets it in once the first has closed', async () => {
  const directory = dataFolder();
  const store = await openSqliteEventStore({ directory });
  const refused = startProcess(directory, 'hold');
  expect(await refused.saying('refused')).toBe(
    `refused store.in-use The data folder ${directory} is in use by another process. Stop that one first, or use another data folder.`,
  );
  await store.close();
  const second = startProcess(directory, 'hold');
  expect(await second.saying('holding')).toBe('holding');
});

it('refuses a data folder that another process holds, and takes it over once that one was killed', async () => {
  const directory = dataFolder();
  const first = startProcess(directory, 'hold');
  expect(await first.saying('holding')).toBe('holding');
  await expect(openSqliteEventStore({ directory })).rejects.toMatchObject({ code: 'store.in-use' });
  await first.kill();
  const store = await openSqliteEventStore({ directory });
  expect((await all(store.readAll())).map(textOf)).toEqual(['a', 'b']);
  await store.close();
});

it('refuses a second store in the same process, and the first one keeps the folder', async () => {
  const directory = dataFolder();
  const first = await openSqliteEventStore({ directory });
  await expect(openSqliteEventStore({ directory })).rejects.toBeInstanceOf(StoreRefused);
  const other = startProcess(directory, 'hold');
  expect(await other.saying('refused')).toContain('store.in-use');
  await first.close();
  await (await openSqliteEventStore({ directory })).close();
  expect(readdirSync(directory).toSorted()).toEqual(['events.sqlite', 'lock']);
});
