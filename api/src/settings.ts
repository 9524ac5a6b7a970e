// All settings, from the environment: names, defaults, meanings (the README's table is this one), and one clear line for
// each that is mistaken.

import { hostname } from 'node:os';
import { resolve } from 'node:path';
import * as z from 'zod';
import { readS3Address } from '@rostrum/infra';
import type { S3Address } from '@rostrum/infra';
import { LOG_LEVELS } from './operations/log.ts';
import { parseSecrets, readSecrets, SECRET_SENTENCE } from './shared-secrets.ts';
import type { Secrets } from './shared-secrets.ts';

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}.`;
  return z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .refine((number) => number >= from && number <= to, error);
};

const oneOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z.enum(values, `must be one of: ${values.join(', ')}.`);

/** What a store of files knows its caller by. */
type S3Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };

type Setting<T extends z.ZodType = z.ZodType> = {
  readonly value: T;
  /** As it would be written in the environment; null where it is unset by default. */
  readonly default: string | null;
  readonly meaning: string;
};

const setting = <T extends z.ZodType>(value: T, fallback: string | null, meaning: string): Setting<T> => ({
  value,
  default: fallback,
  meaning,
});

const origin = z
  .url({ protocol: /^https?$/, error: 'must be a web address, such as https://meetings.example.org.' })
  .refine(
    (text) => URL.canParse(text) && /^\/?$/.test(new URL(text).pathname + new URL(text).search),
    'must be an address without a path.',
  )
  .transform((text) => new URL(text).origin);

/** The embedded store. */
export const SQLITE = 'sqlite';

const CONNECTION_STRING = /^(?:esdb|kurrentdb)(?:\+discover)?:\/\/\S+$/i;

const eventStore = z
  .string()
  .refine(
    (text) => text === SQLITE || CONNECTION_STRING.test(text),
    'must be sqlite, or the connection string of an EventStoreDB or KurrentDB, such as esdb://127.0.0.1:2113?tls=false.',
  );

const secrets = z.string().transform((text, context): Secrets => {
  const parsed = parseSecrets(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: SECRET_SENTENCE });
  return z.NEVER;
});

/** Files beside the record, in the data folder. */
export const FOLDER = 'folder';

const files = z.string().transform((text, context): typeof FOLDER | S3Address => {
  if (text === FOLDER) return text;
  try {
    return readS3Address(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `must be folder, or an address: it ${(error as RangeError).message}` });
    return z.NEVER;
  }
});

const definitions = {
  HOST: setting(
    z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'must be a host name or an address to listen on.'),
    '127.0.0.1',
    'Address to listen on; `0.0.0.0` for every network of the machine',
  ),
  PORT: setting(wholeNumber(0, 65_535), '8080', 'Port to listen on; `0` lets the system choose one'),
  PUBLIC_URL: setting(
    origin,
    null,
    'Address under which people reach the server, for links and for the same-origin check. Unset: the address it listens on',
  ),
  DATA_DIR: setting(
    z.string().min(1, 'must name a folder.'),
    './data',
    'Folder of the record, the documents and the read models, from where the server is started',
  ),
  EVENT_STORE: setting(
    eventStore,
    SQLITE,
    'Where the record is kept: `sqlite`, a file in `DATA_DIR`; or the connection string of an EventStoreDB or KurrentDB that any number of servers share, `esdb://…` or `esdb+discover://…` (`kurrentdb` in place of `esdb` is the same)',
  ),
  FILES: setting(
    files,
    FOLDER,
    'Where the files of documents are kept: `folder`, in `DATA_DIR`; or a bucket of any store that speaks the S3 protocol, which several servers share: `s3://bucket/prefix?endpoint=https://…&region=…`, by path unless `&style=virtual`',
  ),
  AWS_ACCESS_KEY_ID: setting(z.string(), null, 'Who asks that store for files'),
  AWS_SECRET_ACCESS_KEY: setting(z.string(), null, 'With which key'),
  SECRET: setting(
    secrets,
    null,
    'Seals sessions and makes links; the same for all servers of one deployment. 64 hexadecimal digits or base64; of several separated by commas the first seals and the others still open. Unset: one that is kept in `DATA_DIR`',
  ),
  SECRET_FILE: setting(z.string(), null, 'File that `SECRET` is read from, in its place'),
  NODE_NAME: setting(
    z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'must be a name of letters, digits, dots and hyphens.'),
    null,
    'Names this server among several in the log and the measurements. Unset: the name of the machine',
  ),
  ADMIN_PASSWORD: setting(
    z.string().min(12, 'must have at least 12 characters.').max(200, 'must not have more than 200 characters.'),
    null,
    'Makes the first administrator with this password in place of the one-time link, for unattended set-up',
  ),
  LOG_LEVEL: setting(
    oneOf(LOG_LEVELS),
    'info',
    'How much is logged: `debug` (every request), `info`, `warn`, `error`, `silent`',
  ),
  TRUST_PROXY: setting(
    wholeNumber(0, 10),
    '0',
    'How many proxies stand before the server; their `X-Forwarded-For` is believed',
  ),
  RATE_LIMITS: setting(
    oneOf(['on', 'off']),
    'on',
    '`off` where a proxy limits the rate of requests, or for load tests',
  ),
  SESSION_HOURS: setting(
    wholeNumber(1, 24 * 90),
    '72',
    'Hours after which an account’s session ends and one signs in again; one that is not used ends after twelve',
  ),
  DRAIN_SECONDS: setting(
    wholeNumber(0, 300),
    '0',
    'Seconds for which a server that was told to stop still takes requests, while `/readyz` says 503 and a proxy sends them elsewhere',
  ),
} as const;

type Definitions = typeof definitions;
type Value<N extends keyof Definitions> = z.output<Definitions[N]['value']>;

export type Settings = {
  readonly host: Value<'HOST'>;
  readonly port: Value<'PORT'>;
  /** Scheme, host and port; null where it is to be taken from the address listened on. */
  readonly publicUrl: Value<'PUBLIC_URL'> | null;
  /** Absolute. */
  readonly dataDir: string;
  /** `sqlite` or a connection string, which may hold a password: never to be logged or answered. */
  readonly eventStore: Value<'EVENT_STORE'>;
  readonly files: typeof FOLDER | { readonly address: S3Address; readonly credentials: S3Credentials };
  /** Null where the deployment has none of its own, but the one in its data folder. */
  readonly secrets: Secrets | null;
  readonly nodeName: string;
  readonly adminPassword: Value<'ADMIN_PASSWORD'> | null;
  readonly logLevel: Value<'LOG_LEVEL'>;
  readonly trustProxy: Value<'TRUST_PROXY'>;
  readonly rateLimits: boolean;
  readonly sessionHours: Value<'SESSION_HOURS'>;
  readonly drainSeconds: Value<'DRAIN_SECONDS'>;
};

/** Every setting with its default and meaning, for the README and for whoever asks. */
export const settingsTable: readonly { readonly name: string; readonly default: string; readonly meaning: string }[] =
  Object.entries(definitions).map(([name, { default: fallback, meaning }]) => ({
    name,
    default: fallback ?? '',
    meaning,
  }));

/** Settings that cannot be used, one line each; values are never repeated, since they may be secret. */
export class MistakenSettings extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'MistakenSettings';
    this.lines = lines;
  }
}

/**
 * Reads the settings. A variable that is empty counts as unset.
 * @param env such as `process.env`
 * @param startedFrom the folder that a relative `DATA_DIR` is taken from
 * @throws MistakenSettings with every mistake at once
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, startedFrom: string): Settings {
  const mistakes: string[] = [];
  const read = <N extends keyof Definitions>(name: N): Value<N> => {
    // A password may begin or end with a blank on purpose.
    const written = name === 'ADMIN_PASSWORD' ? env[name] : env[name]?.trim();
    const given = written || definitions[name].default;
    if (given === null) return null as Value<N>;
    const parsed = definitions[name].value.safeParse(given);
    if (parsed.success) return parsed.data as Value<N>;
    mistakes.push(`${name} ${parsed.error.issues[0]?.message ?? 'cannot be used.'}`);
    return null as Value<N>;
  };
  const settings: Settings = {
    host: read('HOST'),
    port: read('PORT'),
    publicUrl: read('PUBLIC_URL'),
    dataDir: resolve(startedFrom, read('DATA_DIR') ?? '.'),
    eventStore: read('EVENT_STORE'),
    files: filesFrom(read('FILES'), read('AWS_ACCESS_KEY_ID'), read('AWS_SECRET_ACCESS_KEY'), mistakes),
    secrets: read('SECRET') ?? secretsInFile(read('SECRET_FILE'), startedFrom, mistakes),
    nodeName: read('NODE_NAME') ?? hostname(),
    adminPassword: read('ADMIN_PASSWORD'),
    logLevel: read('LOG_LEVEL'),
    trustProxy: read('TRUST_PROXY'),
    rateLimits: read('RATE_LIMITS') === 'on',
    sessionHours: read('SESSION_HOURS'),
    drainSeconds: read('DRAIN_SECONDS'),
  };
  if (mistakes.length > 0) throw new MistakenSettings(mistakes);
  return settings;
}

function filesFrom(
  place: Value<'FILES'> | null,
  accessKeyId: string | null,
  secretAccessKey: string | null,
  mistakes: string[],
): Settings['files'] {
  if (place === null || place === FOLDER) return FOLDER;
  if (accessKeyId === null || secretAccessKey === null) {
    mistakes.push('FILES names a store that wants AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Set both.');
    return FOLDER;
  }
  return { address: place, credentials: { accessKeyId, secretAccessKey } };
}

function secretsInFile(file: string | null, startedFrom: string, mistakes: string[]): Secrets | null {
  if (file === null) return null;
  try {
    const found = readSecrets(resolve(startedFrom, file));
    if (found) return found;
    mistakes.push(`SECRET_FILE names a file whose content cannot be used: it ${SECRET_SENTENCE}`);
  } catch (error) {
    mistakes.push(`SECRET_FILE cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}.`);
  }
  return null;
}
