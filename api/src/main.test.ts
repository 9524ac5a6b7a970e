import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let directory: string;
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'rostrum-start-'))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Starts the server where it cannot start. */
const start = () =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: directory },
    encoding: 'utf8',
  });

describe('a data folder of which a part cannot be used', () => {
  const spoilt: Readonly<Record<string, () => void>> = {
    files: () => writeFileSync(join(directory, 'files'), 'a file where a folder should be'),
    secrets: () => writeFileSync(join(directory, 'secrets'), 'a file where a folder should be'),
    'read-models.sqlite': () => mkdirSync(join(directory, 'read-models.sqlite')),
  };
  test.for(Object.keys(spoilt))('is refused with one line that names it: %s', (part) => {
    spoilt[part]!();
    const { status, stderr } = start();
    expect(status).toBe(1);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining(`${join(directory, part)} cannot be used: `),
    ]);
  });
});
