import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { emptySpool, spool } from './spool.ts';

function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-spool-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return join(directory, 'incoming');
}

it('writes a content down for its owner alone, and tells its digest and size', async () => {
  const directory = emptySpool(folder());
  const bytes = randomBytes(100_000);
  const { draft, sha256, size } = await spool(directory, new Blob([bytes]).stream(), Infinity);
  expect({ sha256, size }).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: 100_000 });
  expect(readFileSync(draft).equals(bytes)).toBe(true);
  expect([statSync(directory).mode & 0o777, statSync(draft).mode & 0o777]).toEqual([0o700, 0o600]);
});

it('leaves nothing of a content that breaks off or is too long', async () => {
  const directory = emptySpool(folder());
  const broken = ReadableStream.from(
    (async function* () {
      yield randomBytes(1000);
      throw new Error('broke off');
    })(),
  );
  await expect(spool(directory, broken, Infinity)).rejects.toThrow('broke off');
  await expect(spool(directory, randomBytes(11), 10)).rejects.toMatchObject({ code: 'files.too-large' });
  expect(readdirSync(directory)).toEqual([]);
});

it('is empty at the start, whatever an interrupted process left in it', () => {
  const directory = emptySpool(folder());
  writeFileSync(join(directory, 'half'), 'half');
  expect(readdirSync(emptySpool(directory))).toEqual([]);
});
