import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { copyFiles } from './copy.ts';
import type { FilesCopied } from './copy.ts';
import { openFolderFiles } from './folder.ts';
import { placeOf } from './layout.ts';
import type { Files, StoredFile } from './port.ts';

type Place = { readonly files: Files; readonly directory: string; readonly pathOf: (sha256: string) => string };

function folder(): Place {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-copy-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return { files: openFolderFiles({ directory }), directory, pathOf: (sha256) => join(directory, placeOf(sha256)) };
}

const listOf = (files: Files): Promise<StoredFile[]> => Array.fromAsync(files.list());

const store = (files: Files, contents: readonly Uint8Array[]): Promise<StoredFile[]> =>
  Promise.all(contents.map((content) => files.put(content)));

const contents = (count: number, size = 100): Uint8Array[] => Array.from({ length: count }, () => randomBytes(size));

it('brings every file over, whatever each side held before, and loses none', async () => {
  const seeds = fc.uniqueArray(fc.nat(60), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(seeds, seeds, async (here, there) => {
      const [from, to] = [folder(), folder()];
      const bytesOf = (seed: number) => createHash('sha512').update(String(seed)).digest().subarray(0, seed);
      await store(from.files, here.map(bytesOf));
      await store(to.files, there.map(bytesOf));
      const lacking = here.filter((seed) => !there.includes(seed));
      expect(await copyFiles(from.files, to.files)).toEqual({
        seen: here.length,
        sent: lacking.length,
        bytes: lacking.reduce((sum, seed) => sum + bytesOf(seed).length, 0),
        damaged: [],
      });
      const all = [...new Set([...here, ...there])].map(bytesOf);
      const names = all.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
      expect((await listOf(to.files)).map(({ sha256 }) => sha256)).toEqual(names.toSorted());
    }),
    { numRuns: 15 },
  );
});

it('goes on where it was interrupted, and tells how far it has come', async () => {
  const [from, to] = [folder(), folder()];
  await store(from.files, contents(60));
  const interruption = new AbortController();
  const told: number[] = [];
  const onProgress = ({ seen }: FilesCopied) => {
    told.push(seen);
    if (seen === 20) interruption.abort(new Error('enough for today'));
  };
  await expect(copyFiles(from.files, to.files, { onProgress, signal: interruption.signal })).rejects.toThrow(
    'enough for today',
  );
  const before = (await listOf(to.files)).length;
  expect(told).toEqual(Array.from({ length: before }, (_, index) => index + 1));
  expect(before).toBeGreaterThanOrEqual(20);
  expect(before).toBeLessThan(60);
  expect(await copyFiles(from.files, to.files)).toMatchObject({ seen: 60, sent: 60 - before });
  expect(await listOf(to.files)).toEqual(await listOf(from.files));
});

it('replaces what the target holds in part', async () => {
  const [from, to] = [folder(), folder()];
  const [file] = await store(from.files, contents(1, 10_000));
  await copyFiles(from.files, to.files);
  truncateSync(to.pathOf(file!.sha256), 5000);
  expect(await copyFiles(from.files, to.files)).toMatchObject({ sent: 1 });
  expect(await listOf(to.files)).toEqual([file]);
});

it('leaves out and names what the source cannot give whole, and brings the others over', async () => {
  const [from, to] = [folder(), folder()];
  const stored = await store(from.files, contents(30, 70_000));
  const damaged = [stored[7]!.sha256, stored[20]!.sha256].toSorted();
  for (const sha256 of damaged) writeFileSync(from.pathOf(sha256), randomBytes(70_000));
  expect(await copyFiles(from.files, to.files)).toMatchObject({ seen: 30, sent: 28, damaged });
  const held = (await listOf(to.files)).map(({ sha256 }) => sha256);
  expect(held).toHaveLength(28);
  expect(held).not.toEqual(expect.arrayContaining(damaged.slice(0, 1)));
});

it('stops with what keeps the target away, and leaves nothing half-written', async () => {
  const [from, to] = [folder(), folder()];
  await store(from.files, contents(40));
  rmSync(join(to.directory, 'incoming'), { recursive: true });
  await expect(copyFiles(from.files, to.files)).rejects.toMatchObject({ code: 'files.io' });
  expect(await listOf(to.files)).toEqual([]);
});
