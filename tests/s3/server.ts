// A store that speaks the S3 protocol, over a socket: a real server on a folder, or the one that `S3_URL` names (in the form
// of FILES, with its credentials in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY).

import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { readS3Address } from '@rostrum/infra';
import type { S3Address } from '@rostrum/infra';

export type S3Server = {
  /** Such as `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** An address in the server's bucket under a prefix that nothing else uses. */
  readonly place: () => S3Address;
  /** The same as it would stand in FILES. */
  readonly setting: (endpoint?: string, bucket?: string) => string;
  /** Puts the bytes of one file in the place of another, behind the back of whoever stored them. */
  readonly exchange: (address: S3Address, from: string, to: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const BUCKET = 'rostrum';
/** What the server knows; it has no other accounts. */
const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

export async function startS3(): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  const setting = (at = endpoint, bucket = BUCKET) => `s3://${bucket}/${randomUUID()}?endpoint=${at}`;
  return {
    endpoint,
    credentials: CREDENTIALS,
    place: () => readS3Address(setting()),
    setting,
    exchange: async ({ bucket, prefix }, from, to) => {
      const folderOf = (sha256: string) => join(directory, bucket, prefix, sha256.slice(0, 2), sha256.slice(2, 4));
      const bytesOf = (sha256: string) =>
        readdirSync(folderOf(sha256)).find((name) => name.startsWith(sha256) && name.endsWith('object'))!;
      copyFileSync(join(folderOf(from), bytesOf(from)), join(folderOf(to), bytesOf(to)));
    },
    close: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The server that the environment names; undefined where it names none. */
export function namedS3(env = process.env): Omit<S3Server, 'setting' | 'exchange' | 'close'> | undefined {
  const url = env['S3_URL'];
  if (!url) return undefined;
  const { base } = readS3Address(url);
  return {
    endpoint: base,
    credentials: { accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '' },
    place: () => {
      const address = readS3Address(url);
      return { ...address, prefix: `${address.prefix}${randomUUID()}/` };
    },
  };
}
