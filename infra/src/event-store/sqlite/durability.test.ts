import { expect, it } from 'vitest';
import { startProcess } from './child.fixture.ts';
import { openSqliteEventStore } from './open.ts';
import { dataFolder } from './data-folder.fixture.ts';
import { all, said } from './said.fixture.ts';

it('keeps everything acknowledged, once and in order, however often the process is killed', async () => {
  const directory = dataFolder();
  const acknowledged = new Map<string, string>();
  for (let round = 0; round < 6; round++) {
    const child = startProcess(directory, 'append');
    await child.said(40 + round * 97);
    await child.kill();
    expect(child.lines.length).toBeGreaterThanOrEqual(40);
    for (const line of child.lines) {
      const [stream, revision, id] = line.split(' ');
      acknowledged.set(`${stream} ${revision}`, id!);
    }
    const store = await openSqliteEventStore({ directory });
    const events = await all(store.readAll());
    await store.close();
    const standing = new Map(events.map(({ stream, revision, id }) => [`${stream} ${revision}`, id]));
    expect(standing.size).toBe(events.length);
    for (const [place, id] of acknowledged) expect(standing.get(place)).toBe(id);
    for (const stream of ['meeting-0', 'meeting-1', 'meeting-2']) {
      const revisions = events.filter((event) => event.stream === stream).map(({ revision }) => revision);
      expect(revisions).toEqual(revisions.keys().toArray());
    }
  }
});

it('says that the outcome is unknown where the disk fails at the commit; the same append again stands once', async () => {
  const directory = dataFolder();
  const child = startProcess(directory, 'fill', 1024);
  const failed = await child.saying('failed');
  expect(failed).toMatch(/^failed store\.outcome-unknown /);
  const acknowledged = child.lines
    .filter((line) => line.startsWith('acknowledged '))
    .map((line) => line.split(' ')[1]!);
  expect(acknowledged.length).toBeGreaterThan(20);
  expect(await child.saying('readable')).toBe(`readable ${acknowledged.length}`);
  await child.kill();

  const store = await openSqliteEventStore({ directory });
  const unknown = failed!.split(' ')[2]!;
  await store.append('meeting-0', [said('x', unknown)], 'any');
  expect((await all(store.readAll())).map(({ id }) => id)).toEqual([...acknowledged, unknown]);
  await store.close();
});
