/** What the files in a store that speaks the S3 protocol do where the store or the way to it fails. */

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FilesUnavailable, readS3Address } from '@rostrum/infra';
import type { Files } from '@rostrum/infra';
import { openS3Files } from '@rostrum/infra/adapters';
import type { S3Credentials } from '@rostrum/infra/adapters';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openGate } from '../s3/gate.ts';
import type { Gate } from '../s3/gate.ts';
import { startS3 } from '../s3/server.ts';
import type { S3Server } from '../s3/server.ts';

let server: S3Server;
beforeAll(async () => void (server = await startS3()));
afterAll(() => server.close());

let gate: Gate;
let spoolDirectory: string;
beforeEach(async () => {
  gate = await openGate(server.endpoint);
  spoolDirectory = mkdtempSync(join(tmpdir(), 'rostrum-s3-faults-'));
});
afterEach(async () => {
  await gate.close();
  // Fails where anything is left in it.
  rmdirSync(spoolDirectory);
});

const PATIENCE_MS = 1000;

const filesAt = (setting: string, credentials: S3Credentials = server.credentials): Files =>
  openS3Files({ address: readS3Address(setting), credentials, spoolDirectory, patienceMs: PATIENCE_MS });

const throughGate = (): Files => filesAt(server.setting({ endpoint: gate.endpoint }));

const bytesOf = async (content: ReadableStream<Uint8Array> | undefined): Promise<Buffer> =>
  Buffer.from(await new Response(content).arrayBuffer());

const failureOf = (work: Promise<unknown>): Promise<FilesUnavailable> =>
  work.then(
    () => expect.fail('It should have failed.'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(FilesUnavailable);
      return error as FilesUnavailable;
    },
  );

describe('storing a file', () => {
  it.each([
    ['busy', 1_000_000],
    ['silent', 10_000],
    ['cut-upload', 1_000_000],
    // More than fits between two sockets.
    ['stalled-upload', 20_000_000],
    ['altered-upload', 1_000_000],
  ] as const)('is tried again where it met with %s, and it is there whole', async (turn, size) => {
    const files = throughGate();
    const bytes = randomBytes(size);
    gate.next(turn, turn);
    const { sha256 } = await files.put(bytes);
    expect(gate.came).toEqual(['PUT', 'PUT', 'PUT']);
    expect((await bytesOf(await files.get(sha256, { verify: true }))).equals(bytes)).toBe(true);
  });

  it('takes its time where the way is slow', async () => {
    const files = throughGate();
    const bytes = randomBytes(3_000_000);
    gate.next('slow-upload');
    const before = performance.now();
    const { sha256 } = await files.put(bytes);
    expect(performance.now() - before).toBeGreaterThan(PATIENCE_MS);
    expect(gate.came).toEqual(['PUT']);
    expect(await files.has(sha256)).toBe(true);
  });

  it.each([
    ['busy', 1000],
    ['silent', 1000],
    ['cut-upload', 500_000],
    ['altered-upload', 500_000],
  ] as const)('is given up where it keeps meeting with %s, and nothing of it is there', async (turn, size) => {
    const files = throughGate();
    gate.next(turn, turn, turn, turn);
    const { code, message, cause } = await failureOf(files.put(randomBytes(size)));
    expect(code).toBe('files.unreachable');
    expect(message).not.toMatch(/127\.0\.0\.1|S3RVER/);
    expect(cause).toBeInstanceOf(Error);
    expect(gate.came).toHaveLength(4);
    expect(await Array.fromAsync(files.list())).toEqual([]);
  });
});

describe('storing a large file', () => {
  const large = randomBytes(20_000_000);

  it('hears why it is refused, and does not send it', async () => {
    gate.next('refused');
    expect((await failureOf(throughGate().put(large))).code).toBe('files.access-denied');
    expect(gate.came).toEqual(['PUT']);
  });

  it('sends it unasked to a store that does not ask', async () => {
    const files = throughGate();
    gate.next('unasked');
    const { sha256 } = await files.put(large);
    expect(gate.came).toEqual(['PUT']);
    expect(await files.has(sha256)).toBe(true);
  });
});

describe('reading a file', () => {
  it.each(['busy', 'silent'] as const)('is tried again where it met with %s', async (turn) => {
    const files = throughGate();
    const { sha256 } = await files.put(randomBytes(1000));
    gate.next(turn, turn);
    expect(await bytesOf(await files.get(sha256))).toHaveLength(1000);
  });

  it.each(['cut-download', 'stalled-download'] as const)(
    'goes on from the byte where it met with %s, as often as it takes',
    async (turn) => {
      const files = throughGate();
      const bytes = randomBytes(2_000_000);
      const { sha256 } = await files.put(bytes);
      gate.next(turn, turn, turn, turn, turn, turn);
      expect((await bytesOf(await files.get(sha256, { verify: true }))).equals(bytes)).toBe(true);
      const [, first, ...others] = gate.came;
      expect(first).toBe('GET');
      expect(others).toHaveLength(6);
      for (const other of others) expect(other).toMatch(/^GET bytes=[1-9]\d*-$/);
    },
  );

  it('takes its time where the way is slow, and lets a slow reader take theirs', async () => {
    const files = throughGate();
    const { sha256 } = await files.put(randomBytes(2_000_000));
    gate.next('slow-download');
    const content = (await files.get(sha256))!;
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS * 2));
    expect(await bytesOf(content)).toHaveLength(2_000_000);
    expect(gate.came).toEqual(['PUT', 'GET']);
  });

  it('fails, and never ends as if it were whole, where it cannot go on', async () => {
    const files = throughGate();
    const { sha256 } = await files.put(randomBytes(500_000));
    for (const then of [['busy', 'busy', 'busy', 'busy'], ['whole-again']] as const) {
      gate.next('cut-download', ...then);
      expect((await failureOf(bytesOf(await files.get(sha256)))).code).toBe('files.unreachable');
    }
    expect(await bytesOf(await files.get(sha256))).toHaveLength(500_000);
  });

  it('asks for no more once the reader has gone', async () => {
    const files = throughGate();
    const { sha256 } = await files.put(randomBytes(2_000_000));
    gate.next('stalled-download');
    const reader = (await files.get(sha256))!.getReader();
    await reader.read();
    await reader.cancel();
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS * 2));
    expect(gate.came).toEqual(['PUT', 'GET']);
  });
});

describe('listing files', () => {
  it.each(['busy', 'silent'] as const)('is tried again where it met with %s', async (turn) => {
    const files = throughGate();
    const stored = await files.put(randomBytes(10));
    gate.next(turn, turn);
    expect(await Array.fromAsync(files.list())).toEqual([stored]);
  });
});

describe('a mistake in the setting', () => {
  const cases: [what: string, code: string, open: () => Files][] = [
    [
      'another key',
      'files.access-denied',
      () => filesAt(server.setting({ endpoint: gate.endpoint }), { ...server.credentials, secretAccessKey: 'other' }),
    ],
    [
      'another account',
      'files.access-denied',
      () => filesAt(server.setting({ endpoint: gate.endpoint }), { accessKeyId: 'other', secretAccessKey: 'other' }),
    ],
    ['another bucket', 'files.no-bucket', () => filesAt(server.setting({ endpoint: gate.endpoint, bucket: 'other' }))],
    [
      'another region',
      'files.wrong-region',
      () => filesAt(server.setting({ endpoint: gate.endpoint, region: 'other' })),
    ],
  ];

  it.each(cases)('is named, and not tried again: %s', async (_what, code, open) => {
    const files = open();
    const sha256 = 'ab'.repeat(32);
    for (const work of [
      () => files.check(),
      () => files.put(randomBytes(1_000_000)),
      () => files.get(sha256),
      () => files.has(sha256),
      () => Array.fromAsync(files.list()),
    ]) {
      const failure = await failureOf(work());
      expect(failure.code).toBe(code);
      expect(`${failure.message} ${String(failure.cause)}`).not.toMatch(/other\b(?! region)|127\.0\.0\.1|S3RVER/);
    }
    expect(gate.came).toHaveLength(5);
  });

  it('is named where nobody listens, at once', async () => {
    const endpoint = gate.endpoint;
    await gate.close();
    const failure = await failureOf(filesAt(server.setting({ endpoint })).check());
    expect(failure.code).toBe('files.unreachable');
    gate = await openGate(server.endpoint);
  });

  it('is named where something else listens', async () => {
    const page = createServer((_request, response) => response.end('<html>Welcome</html>'));
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void page.close());
    const endpoint = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
    expect((await failureOf(filesAt(server.setting({ endpoint })).check())).code).toBe('files.refused');
  });
});
