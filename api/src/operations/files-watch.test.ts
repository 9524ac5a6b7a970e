import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestHouse } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { watchFiles } from './files-watch.ts';
import { Registry } from './metrics.ts';

let house: TestHouse;
let incoming: string;
beforeEach(async () => {
  house = await openTestHouse();
  incoming = join(house.directory, 'files', 'incoming');
});
afterEach(() => house.remove());

const said = (about: string): string[] =>
  house.lines
    .map((line) => (JSON.parse(line) as { message: string }).message)
    .filter((message) => message.includes(about));

test('a node whose files are away says so, and takes requests all the same', async () => {
  rmSync(incoming, { recursive: true });
  const response = await house.send(null, 'GET', '/readyz');
  const { ready, checks } = (await response.json()) as { ready: boolean; checks: { name: string; reason: string }[] };
  expect([response.status, ready]).toEqual([200, true]);
  expect(checks.find(({ name }) => name === 'files')).toMatchObject({
    ready: false,
    reason: expect.stringContaining('folder of the files'),
  });
  expect(await (await house.send(null, 'GET', '/metrics')).text()).toMatch(/^rostrum_files_reachable 0$/m);
});

test('it says so once, and once that they are there again', async () => {
  const ended = new AbortController();
  const { files, log } = house.deps;
  const watched = { files, log, metrics: new Registry(), signal: ended.signal, standsMs: 0 };
  const { check } = watchFiles(watched);
  expect(await check()).toBeNull();
  rmSync(incoming, { recursive: true });
  expect(await check()).toContain('folder of the files');
  expect(await check()).toContain('folder of the files');
  mkdirSync(incoming);
  expect(await check()).toBeNull();
  ended.abort();
  expect(said('files')).toEqual([
    'The files of documents are away. Meetings go on; documents are not stored or opened meanwhile.',
    'The files are there again.',
  ]);
});

test('what was seen stands for a while, and whoever asks at once asks once', async () => {
  let looks = 0;
  const { log, files } = house.deps;
  const counting = { ...files, check: () => files.check().finally(() => (looks += 1)) };
  const { check } = watchFiles({ files: counting, log, metrics: new Registry(), signal: house.deps.leaving });
  await Promise.all([check(), check(), check()]);
  await check();
  expect(looks).toBe(1);
});
