// Nodes that keep documents' files in a store that they share.

import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openGate } from '../s3/gate.ts';
import { startS3 } from '../s3/server.ts';
import type { S3Server } from '../s3/server.ts';
import { Secretariat } from '../server/secretariat.ts';
import { ADMIN_PASSWORD } from '../server/start.ts';
import { eventStore, folder, newSecret, node, readiness, refusal } from './given.ts';

let server: S3Server;
beforeAll(async () => void (server = await startS3()));
afterAll(() => server.close());

const keys = ({ accessKeyId, secretAccessKey } = server.credentials) => ({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
});

const meeting = {
  meetingId: 'council',
  title: 'Sitting of the Council',
  organisation: 'Council of the City',
  timeZone: 'Europe/Zurich',
  startsAt: '2026-12-01T09:00:00+01:00',
  endsAt: '2026-12-01T12:00:00+01:00',
};

async function open(secretariat: Secretariat, documentId: string): Promise<Buffer> {
  const response = await secretariat.ask('GET', `/api/meetings/council/documents/${documentId}/file`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

describe('a document that was stored on one node', () => {
  test('is opened on another, and on one that begins with nothing', async () => {
    const store = await eventStore();
    const shared = { EVENT_STORE: store.url, SECRET: newSecret(), ADMIN_PASSWORD, FILES: server.setting(), ...keys() };
    const [one, other] = [await node(shared), await node(shared)];
    const here = await Secretariat.at(one.address);
    await here.does('POST', '/api/meetings', meeting);
    const bytes = randomBytes(3_000_000);
    const uploaded = await here.upload('council', 'plan.pdf', 'application/pdf', bytes);
    await here.gives('council', 'table-document', { documentId: 'plan', title: 'Plan', ...uploaded });
    expect((await open(here, 'plan')).equals(bytes)).toBe(true);
    const there = here.elsewhere(other.address);
    await expect.poll(async () => (await there.ask('GET', '/api/meetings/council')).status).toBe(200);
    await expect
      .poll(async () => (await there.ask('GET', '/api/meetings/council/documents/plan/file')).status)
      .toBe(200);
    expect((await open(there, 'plan')).equals(bytes)).toBe(true);

    const later = await node(shared);
    expect((await open(here.elsewhere(later.address), 'plan')).equals(bytes)).toBe(true);
    for (const { lines } of [one, other, later])
      expect(lines.join('\n')).not.toContain(server.credentials.secretAccessKey);
  });
});

describe('a node whose store of files does not answer yet', () => {
  test('opens, says so, and takes documents once it answers', async () => {
    const gate = await openGate(server.endpoint);
    onTestFinished(() => gate.close());
    gate.next('busy', 'busy');
    const directory = folder();
    const started = await node({
      DATA_DIR: directory,
      ADMIN_PASSWORD,
      FILES: server.setting({ endpoint: gate.endpoint }),
      ...keys(),
    });
    expect(started.lines.join('\n')).toContain('The store of the files does not answer');
    const [status, reasons] = await readiness(started.address);
    expect([status, reasons]).toEqual([200, expect.stringContaining('The store of the files does not answer')]);

    const secretariat = await Secretariat.at(started.address);
    await secretariat.does('POST', '/api/meetings', meeting);
    gate.next('busy', 'busy', 'busy', 'busy');
    await expect(secretariat.upload('council', 'a', 'text/plain', randomBytes(10))).rejects.toThrow(
      'files.unreachable',
    );
    expect(await secretariat.upload('council', 'a', 'text/plain', randomBytes(10))).toMatchObject({ sizeBytes: 10 });
    expect(readdirSync(join(directory, 'incoming'))).toEqual([]);
  });
});

describe('a node that cannot use its store of files says why in one line, without its key, and ends', () => {
  test.each([
    [
      'its key is another',
      () => ({ FILES: server.setting(), ...keys({ accessKeyId: 'A', secretAccessKey: 'B'.repeat(40) }) }),
      'refuses these credentials',
    ],
    [
      'there is no such bucket',
      () => ({ FILES: server.setting({ bucket: 'elsewhere' }), ...keys() }),
      'no such bucket',
    ],
    [
      'it is in another region',
      () => ({ FILES: server.setting({ region: 'elsewhere' }), ...keys() }),
      'another region',
    ],
    ['the key is missing', () => ({ FILES: server.setting() }), 'Set both'],
    ['the address is mistaken', () => ({ FILES: 's3://key:hunter2@bucket', ...keys() }), 'must name a bucket'],
  ])('where %s', async (_where, env, sentence) => {
    const lines = await refusal(env());
    expect(lines).toEqual([expect.stringContaining(sentence)]);
    expect(lines[0]).not.toMatch(/BBBB|hunter2/);
  });
});
