/** Files copied from one place to another, whichever they are. */

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyFiles } from '@rostrum/infra';
import type { Files } from '@rostrum/infra';
import { openFolderFiles, openS3Files } from '@rostrum/infra/adapters';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { startS3 } from '../s3/server.ts';
import type { S3Server } from '../s3/server.ts';

let server: S3Server;
beforeAll(async () => void (server = await startS3()));
afterAll(() => server.close());

function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-copy-files-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

const bucket = (): Files =>
  openS3Files({ address: server.place(), credentials: server.credentials, spoolDirectory: folder() });

const listOf = async (files: Files) => Array.fromAsync(files.list());

it('go to a bucket and back, and a second time nothing is sent', async () => {
  const [from, there, back] = [
    openFolderFiles({ directory: folder() }),
    bucket(),
    openFolderFiles({ directory: folder() }),
  ];
  for (const size of [0, 1, 70_000, 300_000]) await from.put(randomBytes(size));
  const told: number[] = [];
  const copied = await copyFiles(from, there, { onProgress: ({ seen }) => told.push(seen) });
  expect(copied).toEqual({ seen: 4, sent: 4, bytes: 370_001, damaged: [] });
  expect(told).toEqual([1, 2, 3, 4]);
  await copyFiles(there, back);
  expect(await listOf(back)).toEqual(await listOf(from));
  expect(await copyFiles(from, there)).toEqual({ seen: 4, sent: 0, bytes: 0, damaged: [] });
});
