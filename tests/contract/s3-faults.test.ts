/** What the files in a store that speaks the S3 protocol do where the store or the way to it fails. */

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileDamaged, FilesUnavailable, readS3Address } from '@rostrum/infra';
import type { Files } from '@rostrum/infra';
import { openS3Files } from '@rostrum/infra/adapters';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGate } from '../s3/gate.ts';
import type { Gate } from '../s3/gate.ts';
import { startS3 } from '../s3/server.ts';
import type { S3Server } from '../s3/server.ts';

let server: S3Server;
let gate: Gate;
let spoolDirectory: string;
beforeAll(async () => {
  server = await startS3();
  gate = await openGate(server.endpoint);
  spoolDirectory = mkdtempSync(join(tmpdir(), 'rostrum-s3-faults-'));
});
afterAll(async () => {
  await gate.close();
  await server.close();
  rmSync(spoolDirectory, { recursive: true });
});

const filesAt = (setting: string, credentials = server.credentials, patienceMs = 15_000): Files =>
  openS3Files({ address: readS3Address(setting), credentials, spoolDirectory, patienceMs });

const throughGate = (): Files => filesAt(server.setting(gate.endpoint), server.credentials, 300);

const bytesOf = async (content: ReadableStream<Uint8Array> | undefined): Promise<Buffer> =>
  Buffer.from(await new Response(content).arrayBuffer());

describe('a store that speaks the S3 protocol', () => {
  it.each(['busy', 'silent', 'cut-upload'] as const)('is asked again where it was %s', async (turn) => {
    const files = throughGate();
    const bytes = randomBytes(200_000);
    const before = gate.count();
    gate.next(turn, turn);
    const { sha256 } = await files.put(bytes);
    expect(gate.count()).toBe(before + 3);
    expect((await bytesOf(await files.get(sha256, { verify: true }))).equals(bytes)).toBe(true);
    expect(readdirSync(spoolDirectory)).toEqual([]);
  });

  it('is given up where it stays busy, and nothing is left of the file', async () => {
    const files = throughGate();
    gate.next('busy', 'busy', 'busy', 'busy');
    await expect(files.put(randomBytes(10))).rejects.toMatchObject({ code: 'files.unreachable' });
    expect(readdirSync(spoolDirectory)).toEqual([]);
    expect(await Array.fromAsync(files.list())).toEqual([]);
  });

  it('never passes a download that broke off for a whole file', async () => {
    const files = throughGate();
    const { sha256 } = await files.put(randomBytes(500_000));
    gate.next('cut-download');
    await expect(bytesOf(await files.get(sha256))).rejects.toBeInstanceOf(FilesUnavailable);
    expect(await bytesOf(await files.get(sha256))).toHaveLength(500_000);
  });

  it('refuses another key and another bucket in words of their own, and once', async () => {
    const before = gate.count();
    const stranger = filesAt(server.setting(gate.endpoint), { ...server.credentials, secretAccessKey: 'another' });
    await expect(stranger.check()).rejects.toMatchObject({ code: 'files.access-denied' });
    await expect(stranger.put(randomBytes(10))).rejects.toMatchObject({ code: 'files.access-denied' });
    const elsewhere = filesAt(server.setting(gate.endpoint, 'another-bucket'));
    await expect(elsewhere.check()).rejects.toMatchObject({ code: 'files.no-bucket' });
    await expect(elsewhere.put(randomBytes(10))).rejects.toMatchObject({ code: 'files.no-bucket' });
    expect(gate.count()).toBe(before + 4);
    for (const { message } of await Promise.all(
      [stranger, elsewhere].map((files) => files.check().catch((e: Error) => e)),
    ).then((errors) => errors as Error[]))
      expect(message).not.toMatch(/another|127\.0\.0\.1/);
  });

  it('finds out on a verified read that the bytes were changed, and storing them again repairs it', async () => {
    const setting = server.setting();
    const files = filesAt(setting);
    const bytes = randomBytes(100_000);
    const { sha256 } = await files.put(bytes);
    const other = await filesAt(setting).put(randomBytes(100_000));
    await server.exchange(readS3Address(setting), other.sha256, sha256);
    await expect(bytesOf(await files.get(sha256, { verify: true }))).rejects.toBeInstanceOf(FileDamaged);
    await files.put(bytes);
    expect((await bytesOf(await files.get(sha256, { verify: true }))).equals(bytes)).toBe(true);
  });

  it('takes and gives many megabytes', { timeout: 60_000 }, async () => {
    const files = filesAt(server.setting());
    const large = randomBytes(20_000_000);
    const { sha256 } = await files.put(new Blob([large]).stream());
    expect((await bytesOf(await files.get(sha256, { verify: true }))).equals(large)).toBe(true);
  });
});

describe('an address of files', () => {
  it.each([
    ['s3://minutes', 'minutes', '', 'https://minutes.s3.us-east-1.amazonaws.com'],
    ['s3://minutes/city/?region=eu-central-1', 'minutes', 'city/', 'https://minutes.s3.eu-central-1.amazonaws.com'],
    ['s3://minutes/a/b?endpoint=https://s3.example.org:9000', 'minutes', 'a/b/', 'https://s3.example.org:9000/minutes'],
    ['s3://minutes?endpoint=http://store:9000/&style=virtual', 'minutes', '', 'http://minutes.store:9000'],
  ])('%s', (text, bucket, prefix, base) => {
    expect(readS3Address(text)).toMatchObject({ bucket, prefix, base });
  });

  it.each([
    'minutes',
    'https://minutes',
    's3://',
    's3://key:secret@minutes',
    's3://Minutes_',
    's3://minutes/with space',
    's3://minutes?endpoint=store:9000',
    's3://minutes?endpoint=https://store/path',
    's3://minutes?colour=red',
    's3://minutes?style=other',
  ])('is refused without being repeated: %s', (text) => {
    const refusal = (() => {
      try {
        return readS3Address(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(RangeError);
    expect((refusal as RangeError).message).not.toContain('secret');
  });
});
