// A store that speaks the S3 protocol, over a socket: a server of the test's own, or the one that `S3_URL` names (in the form
// of FILES, with its credentials in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY).

import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readS3Address } from '@rostrum/infra';
import type { S3Address } from '@rostrum/infra';
import type { S3Credentials } from '@rostrum/infra/adapters';
import { AwsClient } from 'aws4fetch';

export type S3Server = {
  /** Such as `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  readonly credentials: S3Credentials;
  /** What would stand in FILES for a prefix that nothing else uses. */
  readonly setting: (differently?: {
    readonly endpoint?: string;
    readonly bucket?: string;
    readonly region?: string;
  }) => string;
  /** The same, read. */
  readonly place: () => S3Address;
  readonly close: () => Promise<void>;
};

const BUCKET = 'rostrum';
const REGION = 'us-east-1';
/** What the server knows; it has no other accounts. */
const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

/** Starts a server on a folder of its own, in a process of its own. */
export async function startS3(): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-s3-'));
  const server = fork(join(import.meta.dirname, 'serve.ts'), [directory, BUCKET, REGION], { execArgv: [] });
  const [{ port }] = (await once(server, 'message')) as [{ port: number }];
  const own = `http://127.0.0.1:${port}`;
  const setting: S3Server['setting'] = ({ endpoint = own, bucket = BUCKET, region = REGION } = {}) =>
    `s3://${bucket}/${randomUUID()}?endpoint=${endpoint}&region=${region}`;
  return {
    endpoint: own,
    credentials: CREDENTIALS,
    setting,
    place: () => readS3Address(setting()),
    close: async () => {
      const ended = once(server, 'exit');
      server.disconnect();
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The server that the environment names; undefined where it names none. */
export function namedS3(env = process.env): Pick<S3Server, 'credentials' | 'place'> | undefined {
  const url = env['S3_URL'];
  if (!url) return undefined;
  return {
    credentials: { accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '' },
    place: () => {
      const address = readS3Address(url);
      return { ...address, prefix: `${address.prefix}${randomUUID()}/` };
    },
  };
}

/** Puts bytes under a key as somebody else would, with a client that knows nothing of ours. */
export async function putOtherwise(
  { base, region }: S3Address,
  credentials: S3Credentials,
  key: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const client = new AwsClient({ ...credentials, region, service: 's3' });
  const answer = await client.fetch(`${base}/${key}`, { method: 'PUT', body });
  if (!answer.ok) throw new Error(`The store answered ${answer.status}: ${await answer.text()}`);
}
