import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { canMount, smallDisk } from '../disk/small-disk.fixture.ts';
import { openFolderFiles } from './folder.ts';
import { FilesUnavailable } from './port.ts';

function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-files-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

const filesIn = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

it('keeps each file under its digest, two folders deep, for its owner alone', async () => {
  const directory = folder();
  const bytes = randomBytes(100);
  const { sha256 } = await openFolderFiles({ directory }).put(bytes);
  const path = join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  expect(filesIn(directory)).toEqual([path]);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('clears away what an interrupted process left half-written', async () => {
  const directory = folder();
  openFolderFiles({ directory });
  writeFileSync(join(directory, 'incoming', 'half'), 'half');
  openFolderFiles({ directory });
  expect(filesIn(directory)).toEqual([]);
});

it('leaves nothing half-written behind where a content breaks off', async () => {
  const directory = folder();
  const files = openFolderFiles({ directory });
  const broken = ReadableStream.from(
    (async function* () {
      yield randomBytes(1000);
      throw new Error('broke off');
    })(),
  );
  await expect(files.put(broken)).rejects.toThrow('broke off');
  expect(filesIn(directory)).toEqual([]);
});

it('can be opened for reading while another process writes to it, and leaves it as it is', async () => {
  const directory = folder();
  const { sha256 } = await openFolderFiles({ directory }).put(randomBytes(10));
  writeFileSync(join(directory, 'incoming', 'half'), 'half');
  const before = filesIn(directory);
  const files = openFolderFiles({ directory, readOnly: true });
  expect(await Array.fromAsync(files.list())).toEqual([{ sha256, size: 10 }]);
  await expect(files.put(randomBytes(10))).rejects.toThrow('reading only');
  expect(filesIn(directory)).toEqual(before);
  const missing = join(directory, 'missing');
  expect(await Array.fromAsync(openFolderFiles({ directory: missing, readOnly: true }).list())).toEqual([]);
  expect(existsSync(missing)).toBe(false);
});

it('says that the files are unavailable where their folder is none', async () => {
  const place = join(folder(), 'file');
  writeFileSync(place, '');
  expect(() => openFolderFiles({ directory: place })).toThrow(FilesUnavailable);
  const directory = folder();
  const files = openFolderFiles({ directory });
  rmSync(join(directory, 'incoming'), { recursive: true });
  await expect(files.put(randomBytes(10))).rejects.toMatchObject({ code: 'files.io' });
});

it.each(canMount ? ['a small disk'] : [])(
  'refuses a file that does not fit on %s, keeps nothing of it and goes on',
  async () => {
    const { directory } = smallDisk(512);
    const files = openFolderFiles({ directory });
    const small = await files.put(randomBytes(1000));
    await expect(files.put(randomBytes(1_000_000))).rejects.toMatchObject({ code: 'files.disk-full' });
    expect(filesIn(directory)).toHaveLength(1);
    expect(await files.has(small.sha256)).toBe(true);
    await files.put(randomBytes(200_000));
    expect(filesIn(directory)).toHaveLength(2);
  },
);
