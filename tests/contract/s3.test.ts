/** The files of a store that speaks the S3 protocol hold the contract: on a server of the test's own and on a named one. */

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Address } from '@rostrum/infra';
import { openS3Files } from '@rostrum/infra/adapters';
import type { S3Credentials } from '@rostrum/infra/adapters';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { namedS3, putOtherwise, startS3 } from '../s3/server.ts';
import type { S3Server } from '../s3/server.ts';
import { filesContract } from './files.ts';
import type { FilesUnderTest } from './files.ts';

type Store = Pick<S3Server, 'credentials' | 'place'>;

const keyOf = ({ prefix }: S3Address, sha256: string): string =>
  `${prefix}${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

async function filesIn({ credentials, place }: Store): Promise<FilesUnderTest> {
  const address = place();
  const spoolDirectory = mkdtempSync(join(tmpdir(), 'rostrum-files-'));
  const open = () => openS3Files({ address, credentials, spoolDirectory });
  return {
    files: open(),
    reopen: async () => open(),
    damage: (sha256, bytes) => putOtherwise(address, credentials, keyOf(address, sha256), bytes),
    // Fails where anything is left in it.
    close: async () => rmdirSync(spoolDirectory),
  };
}

function oneOfSeveralNodes(address: S3Address, credentials: S3Credentials) {
  const spoolDirectory = mkdtempSync(join(tmpdir(), 'rostrum-files-'));
  onTestFinished(() => rmSync(spoolDirectory, { recursive: true }));
  return openS3Files({ address, credentials, spoolDirectory });
}

function declare(name: string, store: () => Store): void {
  filesContract(name, () => filesIn(store()));

  describe(`several nodes on ${name}`, () => {
    it('store the same file at once, and each has it', async () => {
      const { credentials, place } = store();
      const address = place();
      const nodes = Array.from({ length: 4 }, () => oneOfSeveralNodes(address, credentials));
      const bytes = randomBytes(300_000);
      const [stored] = await Promise.all(nodes.map((node) => node.put(new Blob([bytes]).stream())));
      for (const node of nodes) {
        expect(await Array.fromAsync(node.list())).toEqual([stored]);
        const read = await new Response(await node.get(stored!.sha256, { verify: true })).bytes();
        expect(Buffer.compare(read, bytes)).toBe(0);
      }
    });

    it('see only what is a file, and under their own prefix', async () => {
      const { credentials, place } = store();
      const [address, elsewhere] = [place(), place()];
      const [here, there] = [oneOfSeveralNodes(address, credentials), oneOfSeveralNodes(elsewhere, credentials)];
      const [mine, theirs] = [await here.put(randomBytes(10)), await there.put(randomBytes(10))];
      for (const key of ['README.txt', 'aa/bb/not-a-name', `aa/bb/${mine.sha256}`])
        await putOtherwise(address, credentials, `${address.prefix}${key}`, randomBytes(3));
      expect(await Array.fromAsync(here.list())).toEqual([mine]);
      expect(await here.has(theirs.sha256)).toBe(false);
      expect(await here.get(theirs.sha256)).toBeUndefined();
    });
  });
}

let own: S3Server;
beforeAll(async () => void (own = await startS3()));
afterAll(() => own.close());
declare('a store that speaks the S3 protocol', () => own);

const named = namedS3();
if (named) declare('the store named by S3_URL', () => named);
