// Settings from the environment: their defaults, and one line for each that is mistaken.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MistakenSettings, readSettings, settingsTable } from './settings.ts';

const read = (env: Record<string, string>) => readSettings(env, '/home/zhou');

function mistakes(env: Record<string, string>): readonly string[] {
  try {
    read(env);
  } catch (error) {
    if (error instanceof MistakenSettings) return error.lines;
    throw error;
  }
  return [];
}

test('without any, the server listens on this machine alone and keeps its data where it was started', () => {
  expect(read({})).toEqual({
    host: '127.0.0.1',
    port: 8080,
    publicUrl: null,
    dataDir: '/home/zhou/data',
    eventStore: 'sqlite',
    files: 'folder',
    secrets: null,
    nodeName: hostname(),
    adminPassword: null,
    logLevel: 'info',
    trustProxy: 0,
    rateLimits: true,
    sessionHours: 72,
    drainSeconds: 0,
  });
});

test('an empty variable counts as unset', () => {
  expect(read({ PORT: '', PUBLIC_URL: ' ', ADMIN_PASSWORD: '' })).toEqual(read({}));
});

test('the public address is kept without a slash at its end, the data folder as an absolute path', () => {
  expect(read({ PUBLIC_URL: 'https://meetings.example.org/', DATA_DIR: '/srv/rostrum' })).toMatchObject({
    publicUrl: 'https://meetings.example.org',
    dataDir: '/srv/rostrum',
  });
});

const STORE =
  'EVENT_STORE must be sqlite, or the connection string of an EventStoreDB or KurrentDB, such as esdb://127.0.0.1:2113?tls=false.';
const SECRET =
  'SECRET must be 32 random bytes or more, as 64 hexadecimal digits or as base64. Make one with: openssl rand -hex 32';

test.each([
  'esdb://127.0.0.1:2113?tls=false',
  'esdb+discover://admin:changeit@cluster.example.org:2113',
  'kurrentdb://127.0.0.1:2113',
  'kurrentdb+discover://a.example.org,b.example.org',
])('the record may be kept on a server: %s', (eventStore) => {
  expect(read({ EVENT_STORE: eventStore })).toMatchObject({ eventStore });
});

describe('the shared secret', () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, place) => place * 7);
  const hex = Buffer.from(bytes).toString('hex');

  test.each([hex, hex.toUpperCase(), Buffer.from(bytes).toString('base64'), Buffer.from(bytes).toString('base64url')])(
    'is 32 bytes, however they are written: %s',
    (written) => {
      expect(read({ SECRET: written }).secrets).toEqual([bytes]);
    },
  );

  test('may be followed by those before it', () => {
    const older = bytes.map((byte) => 255 - byte);
    expect(read({ SECRET: `${hex}, ${Buffer.from(older).toString('base64')}` }).secrets).toEqual([bytes, older]);
  });

  test('may be in a file, from where the server is started', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rostrum-secret-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'good'), `${hex}\n`);
    writeFileSync(join(folder, 'bad'), 'hunter2\n');
    expect(readSettings({ SECRET_FILE: 'good' }, folder).secrets).toEqual([bytes]);
    expect(() => readSettings({ SECRET_FILE: 'bad' }, folder)).toThrow(
      /^SECRET_FILE names a file whose content cannot be used: it must be 32 random bytes or more(?!.*hunter2)/,
    );
  });
});

describe('a mistake', () => {
  test.each([
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535.'],
    ['PUBLIC_URL', 'meetings.example.org', 'PUBLIC_URL must be a web address, such as https://meetings.example.org.'],
    [
      'PUBLIC_URL',
      'ftp://meetings.example.org',
      'PUBLIC_URL must be a web address, such as https://meetings.example.org.',
    ],
    ['PUBLIC_URL', 'https://example.org/meetings', 'PUBLIC_URL must be an address without a path.'],
    ['EVENT_STORE', 'postgres', STORE],
    ['EVENT_STORE', 'postgres://admin:hunter2@db/rostrum', STORE],
    ['EVENT_STORE', 'esdb://', STORE],
    ['SECRET', 'a phrase that is easily remembered by everybody here', SECRET],
    ['SECRET', 'deadbeef', SECRET],
    ['SECRET', 'changemechangemechangemechangemechangemechangeme', SECRET],
    ['SECRET', `${'0f1e2d3c4b5a69788796a5b4c3d2e1f0'.repeat(2)},later`, SECRET],
    ['SECRET', ',', SECRET],
    ['SECRET_FILE', 'not-there', 'SECRET_FILE cannot be read: ENOENT.'],
    ['NODE_NAME', 'node one', 'NODE_NAME must be a name of letters, digits, dots and hyphens.'],
    ['DRAIN_SECONDS', '301', 'DRAIN_SECONDS must be a whole number from 0 to 300.'],
    ['ADMIN_PASSWORD', 'short', 'ADMIN_PASSWORD must have at least 12 characters.'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of: debug, info, warn, error, silent.'],
    ['TRUST_PROXY', 'yes', 'TRUST_PROXY must be a whole number from 0 to 10.'],
    ['RATE_LIMITS', 'no', 'RATE_LIMITS must be one of: on, off.'],
    ['SESSION_HOURS', '0', 'SESSION_HOURS must be a whole number from 1 to 2160.'],
    ['HOST', 'http://here/', 'HOST must be a host name or an address to listen on.'],
  ])('in %s (%s) is told in one line', (name, value, line) => {
    expect(mistakes({ [name]: value })).toEqual([line]);
  });

  test('comes with all the others, and never repeats a value', () => {
    const lines = mistakes({ PORT: 'http', LOG_LEVEL: 'loud', ADMIN_PASSWORD: 'hunter2' });
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toMatch(/hunter2|loud|http/);
  });
});

test('every setting is in the table, with its default and a meaning', () => {
  expect(settingsTable.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'HOST',
      'PORT',
      'PUBLIC_URL',
      'DATA_DIR',
      'EVENT_STORE',
      'ADMIN_PASSWORD',
      'LOG_LEVEL',
      'TRUST_PROXY',
    ]),
  );
  for (const { meaning } of settingsTable) expect(meaning).not.toBe('');
});

test('files may be kept in a store that several servers share, with its credentials', () => {
  const FILES = 's3://minutes/city?endpoint=https://s3.example.org';
  expect(read({ FILES, AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key' }).files).toMatchObject({
    address: { bucket: 'minutes', prefix: 'city/' },
    credentials: { accessKeyId: 'id', secretAccessKey: 'key' },
  });
  expect(() => read({ FILES, AWS_ACCESS_KEY_ID: 'id' })).toThrow('Set both');
  expect(() => read({ FILES: 's3://id:key@minutes' })).toThrow(
    /^FILES must be folder, or an address: it must name a bucket/,
  );
  expect(() => read({ FILES: 's3://id:key@minutes' })).not.toThrow('id:key');
});
