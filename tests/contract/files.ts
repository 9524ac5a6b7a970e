/** The contract of the files port, sentence by sentence. Every adapter of `infra/src/files/port.ts` passes it. */

import { createHash, randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FileDamaged, FileTooLarge } from '@rostrum/infra';
import type { Files } from '@rostrum/infra';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';

/** Files under test. Each test has its own, empty at first. */
export type FilesUnderTest = {
  readonly files: Files;
  /** Opens the same files again, as after a restart. */
  readonly reopen: () => Promise<Files>;
  /** Puts other bytes in the place of a file's, behind the back of whoever stored it. */
  readonly damage: (sha256: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly close: () => Promise<void>;
};

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const stream = (...chunks: Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

async function bytesOf(content: ReadableStream<Uint8Array> | undefined): Promise<Buffer> {
  return Buffer.from(await new Response(content).arrayBuffer());
}

/** Bytes in memory beside the objects of the language. */
const bytesHeld = (): number => process.memoryUsage().arrayBuffers;

/** The same without what nobody holds any more. */
function bytesNeeded(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What the first has found to be nobody's, the second has given back.
  collect();
  collect();
  return bytesHeld();
}

/** A content that is made as it is asked for. */
function pieces(count: number, size: number): ReadableStream<Uint8Array> {
  let index = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (index === count) return controller.close();
        controller.enqueue(new Uint8Array(size).fill(index++));
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * Declares the suite for one adapter.
 * @param name of the adapter, for the report.
 * @param open an empty place for files, a new one for each test.
 */
export function filesContract(name: string, open: () => Promise<FilesUnderTest>): void {
  describe(`the files in ${name}`, () => {
    let current: FilesUnderTest;
    let files: Files;
    beforeEach(async () => {
      current = await open();
      ({ files } = current);
    });
    afterEach(() => current.close());

    const names = async (place: Files): Promise<string[]> => {
      const found: string[] = [];
      for await (const { sha256 } of place.list()) found.push(sha256);
      return found;
    };

    it.each([0, 1, 65_535, 65_536, 65_537, 1_000_003])('gives back a file of %i bytes', async (size) => {
      const bytes = randomBytes(size);
      const stored = await files.put(bytes);
      expect(stored).toEqual({ sha256: digestOf(bytes), size });
      expect(await files.has(stored.sha256)).toBe(true);
      expect((await bytesOf(await files.get(stored.sha256))).equals(bytes)).toBe(true);
      expect((await bytesOf(await files.get(stored.sha256, { verify: true }))).equals(bytes)).toBe(true);
    });

    it('takes a stream for the same file as its bytes at once', async () => {
      const [head, rest] = [randomBytes(70_000), randomBytes(3)];
      const whole = Buffer.concat([head, rest]);
      const streamed = await files.put(stream(head, new Uint8Array(), rest));
      expect(streamed).toEqual(await files.put(whole));
      expect(streamed).toEqual({ sha256: digestOf(whole), size: 70_003 });
      expect(await names(files)).toEqual([streamed.sha256]);
    });

    it('has nothing under a name it was never given, and under what is no name', async () => {
      await files.put(randomBytes(10));
      for (const name of [
        digestOf(randomBytes(1)),
        '',
        '..',
        '../../etc/passwd',
        digestOf(randomBytes(1)).toUpperCase(),
      ]) {
        expect(await files.has(name)).toBe(false);
        expect(await files.get(name)).toBeUndefined();
      }
    });

    it('refuses what is longer than allowed and stores nothing of it', async () => {
      const bytes = randomBytes(100_001);
      for (const content of [bytes, stream(bytes.subarray(0, 99_999), bytes.subarray(99_999))]) {
        const refusal = await files.put(content, { maxBytes: 100_000 }).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(FileTooLarge);
        expect(refusal).toMatchObject({ code: 'files.too-large', maxBytes: 100_000 });
      }
      expect(await names(files)).toEqual([]);
      expect(await files.put(bytes, { maxBytes: 100_001 })).toMatchObject({ size: 100_001 });
    });

    it('stops reading a content that turns out to be too long', async () => {
      let chunks = 0;
      const endless = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          chunks++;
          controller.enqueue(randomBytes(1000));
        },
      });
      await expect(files.put(endless, { maxBytes: 10_000 })).rejects.toBeInstanceOf(FileTooLarge);
      expect(chunks).toBeLessThan(20);
    });

    it('stores nothing of a content that breaks off', async () => {
      const broken = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(randomBytes(5000)),
        pull: () => {
          throw new Error('the upload broke off');
        },
      });
      await expect(files.put(broken)).rejects.toThrow('the upload broke off');
      expect(await names(files)).toEqual([]);
    });

    it('stores the same content sent many times at once as one file', async () => {
      const bytes = randomBytes(200_000);
      const stored = await Promise.all(Array.from({ length: 10 }, () => files.put(stream(bytes))));
      expect(new Set(stored.map(({ sha256 }) => sha256))).toEqual(new Set([digestOf(bytes)]));
      expect(await names(files)).toEqual([digestOf(bytes)]);
      expect((await bytesOf(await files.get(digestOf(bytes), { verify: true }))).equals(bytes)).toBe(true);
    });

    it('lists every file by name, with its size, also after it was opened again', async () => {
      const contents = Array.from({ length: 40 }, (_, size) => randomBytes(size + 1));
      await Promise.all(contents.map((bytes) => files.put(bytes)));
      const expected = contents
        .map((bytes) => ({ sha256: digestOf(bytes), size: bytes.length }))
        .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
      for (const place of [files, await current.reopen()]) {
        const found = [];
        for await (const file of place.list()) found.push(file);
        expect(found).toEqual(expected);
      }
    });

    it('takes and gives 50 MB without holding them in memory', { timeout: 120_000 }, async () => {
      const MB = 1_000_000;
      const most = bytesNeeded() + 10 * MB;
      const seen: number[] = [];
      const watch = setInterval(() => seen.push(bytesHeld() < most ? bytesHeld() : bytesNeeded()), 10);
      onTestFinished(() => clearInterval(watch));
      const stored = await files.put(pieces(50, MB));
      expect(stored.size).toBe(50 * MB);
      const digest = createHash('sha256');
      let read = 0;
      for await (const piece of (await files.get(stored.sha256, { verify: true }))!) {
        digest.update(piece);
        read += piece.byteLength;
      }
      expect(read).toBe(50 * MB);
      expect(digest.digest('hex')).toBe(stored.sha256);
      expect(seen.length).toBeGreaterThan(0);
      expect(Math.max(...seen)).toBeLessThan(most);
    });

    it('lists a thousand files and more', { timeout: 120_000 }, async () => {
      const stored: string[] = [];
      for (let round = 0; round < 35; round++) {
        const batch = await Promise.all(Array.from({ length: 30 }, () => files.put(randomBytes(8))));
        stored.push(...batch.map(({ sha256 }) => sha256));
      }
      expect(await names(files)).toEqual(stored.toSorted());
    });

    it('finds out on a verified read that the bytes are others, and storing them again repairs it', async () => {
      const bytes = randomBytes(200_000);
      const { sha256 } = await files.put(bytes);
      const changed = Buffer.from(bytes);
      changed[150_000]! ^= 1;
      for (const damaged of [changed, bytes.subarray(0, 100_000), Buffer.concat([bytes, Buffer.from('!')])]) {
        await current.damage(sha256, damaged);
        const reading = bytesOf(await files.get(sha256, { verify: true }));
        await expect(reading).rejects.toMatchObject({ code: 'files.damaged', sha256 });
        await expect(reading).rejects.toBeInstanceOf(FileDamaged);
      }
      await files.put(bytes);
      expect((await bytesOf(await files.get(sha256, { verify: true }))).equals(bytes)).toBe(true);
    });

    it('says that it is there', async () => {
      await expect(files.check()).resolves.toBeUndefined();
    });

    it('lets a reader go who has seen enough', async () => {
      const { sha256 } = await files.put(randomBytes(500_000));
      const reader = (await files.get(sha256))!.getReader();
      await reader.read();
      await reader.cancel();
      expect((await bytesOf(await files.get(sha256))).length).toBe(500_000);
    });
  });
}
