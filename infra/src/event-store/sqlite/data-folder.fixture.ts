/** Data folders for the tests of the SQLite store, and their bytes. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new data folder, removed when the test ends. */
export function dataFolder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-infra-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** The names and digests of what is in a folder, but for the empty lock. */
export function bytesOf(directory: string): Record<string, string> {
  const names = readdirSync(directory).filter((name) => name !== 'lock');
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(directory, name)))
        .digest('hex'),
    ]),
  );
}

/**
 * Whether a text stands anywhere in the files of a folder. Another program looks: this process must not open the file of
 * an open store, since closing it would drop the store's own lock.
 */
export function stands(directory: string, text: string): boolean {
  const { status } = spawnSync('grep', ['--quiet', '--recursive', '--binary', '--fixed-strings', text, directory]);
  if (status !== 0 && status !== 1) throw new Error('grep could not look');
  return status === 0;
}
