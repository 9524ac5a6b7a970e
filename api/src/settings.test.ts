// Settings from the environment: their defaults, and one line for each that is mistaken.

import { describe, expect, test } from 'vitest';
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
    adminPassword: null,
    logLevel: 'info',
    trustProxy: 0,
    rateLimits: true,
    sessionHours: 72,
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
    ['EVENT_STORE', 'postgres', 'EVENT_STORE must be one of: sqlite.'],
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
