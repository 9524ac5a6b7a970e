import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDataFolder } from './data-folder.ts';
import { StoreRefused } from '../errors.ts';

function place(): string {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-folder-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

it('is made for its owner alone, and belongs to one at a time', () => {
  const directory = join(place(), 'deep', 'data');
  const release = openDataFolder(directory);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  expect(() => openDataFolder(directory)).toThrow(/in use by another process/);
  release();
  openDataFolder(directory)();
});

it('is refused in a sentence where there can be none', () => {
  const file = join(place(), 'file');
  writeFileSync(file, '');
  expect(() => openDataFolder(join(file, 'data'))).toThrow(StoreRefused);
  expect(() => openDataFolder(join(file, 'data'))).toThrow(join(file, 'data'));
});
