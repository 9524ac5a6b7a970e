/**
 * Where the server is, out of a connection string. It is read here and not by the client, which ignores what it does not
 * know and prints the whole string, password and all, to the console.
 */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChannelCredentialOptions, Credentials, EndPoint } from '@eventstore/db-client';
import { StoreRefused } from '../errors.ts';

export type Address = {
  /** Host and port, or several; what people may read. */
  readonly name: string;
  /** The user, where one is named. */
  readonly user: string | undefined;
  readonly endpoints: readonly EndPoint[];
  /** Whether the endpoints are asked who leads: several nodes, or a name that stands for them. */
  readonly cluster: boolean;
  readonly tls: boolean;
  readonly channel: ChannelCredentialOptions;
  readonly credentials: Credentials | undefined;
  readonly client: ClientSettings;
};

export type ClientSettings = {
  readonly keepAliveInterval?: number;
  readonly keepAliveTimeout?: number;
  readonly maxDiscoverAttempts?: number;
  readonly discoveryInterval?: number;
  readonly gossipTimeout?: number;
  readonly connectionName?: string;
};

const SCHEME = /^(?:esdb|kurrentdb)(?<discover>\+discover)?:\/\//i;
const HOST = /^(?<host>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?::(?<port>\d{1,5}))?$/;
const DEFAULT_PORT = 2113;

/** What may follow the question mark, in lower case. */
const OPTIONS = [
  'tls',
  'tlsverifycert',
  'tlscafile',
  'usercertfile',
  'userkeyfile',
  'nodepreference',
  'connectionname',
  'keepaliveinterval',
  'keepalivetimeout',
  'maxdiscoverattempts',
  'discoveryinterval',
  'gossiptimeout',
  'defaultdeadline',
  'throwonappendfailure',
] as const;
type Option = (typeof OPTIONS)[number];

/**
 * @param connectionString `esdb://` or `kurrentdb://`, with `+discover` for a name that stands for all nodes.
 * @throws StoreRefused `store.address`, with a sentence that never holds the password.
 */
export function parseAddress(connectionString: string): Address {
  const text = connectionString.trim();
  const scheme = SCHEME.exec(text);
  if (scheme === null)
    throw mistaken('it does not begin with esdb://, esdb+discover://, kurrentdb:// or kurrentdb+discover://');
  const [place = '', query, ...more] = text.slice(scheme[0].length).split('?');
  if (more.length > 0) throw mistaken('it has more than one question mark; in a password write %3F');
  const at = place.lastIndexOf('@');
  if (at < 0 && query?.includes('@'))
    throw mistaken('there is an @ after the question mark; in a password write %3F for one');
  const credentials = at < 0 ? undefined : credentialsOf(place.slice(0, at));
  const endpoints = place
    .slice(at + 1)
    .replace(/\/+$/, '')
    .split(',')
    .map(endpointOf);
  const options = optionsOf(query ?? '');
  const preference = options.get('nodepreference')?.toLowerCase();
  if (preference !== undefined && preference !== 'leader') {
    throw mistaken('nodePreference must be left out or leader: another node may not have yet what was just recorded');
  }
  const tls = truth(options, 'tls') ?? true;
  return {
    name: endpoints.map(({ address, port }) => `${address}:${port}`).join(', '),
    user: credentials?.username,
    endpoints,
    cluster: scheme.groups?.['discover'] !== undefined || endpoints.length > 1,
    tls,
    channel: tls ? channelOf(options) : { insecure: true },
    credentials,
    client: clientSettingsOf(options),
  };
}

/** The hosts and ports that a connection string names. @throws StoreRefused `store.address` */
export const endpointsOf = (connectionString: string): readonly string[] =>
  parseAddress(connectionString).endpoints.map(({ address, port }) => `${address}:${port}`.toLowerCase());

function credentialsOf(text: string): Credentials {
  const colon = text.indexOf(':');
  if (colon < 1) throw mistaken('before the @ stand a user and a password with a colon between them');
  try {
    return {
      username: decodeURIComponent(text.slice(0, colon)),
      password: decodeURIComponent(text.slice(colon + 1)),
    };
  } catch {
    throw mistaken('the user or the password has a % that does not begin two hexadecimal digits; write %25 for it');
  }
}

function endpointOf(text: string): EndPoint {
  const found = HOST.exec(text.trim());
  const port = Number(found?.groups?.['port'] ?? DEFAULT_PORT);
  if (found === null || port < 1 || port > 65_535) {
    throw mistaken(
      text.trim() === ''
        ? 'the host is missing'
        : 'after the user come hosts as name:port, with commas between them; characters in a password that are neither letters nor digits are written as % and two hexadecimal digits',
    );
  }
  return { address: found.groups!['host']!, port };
}

function optionsOf(query: string): ReadonlyMap<Option, string> {
  const options = new Map<Option, string>();
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const [name = '', value = ''] = pair.split('=', 2);
    const option = OPTIONS.find((known) => known === name.toLowerCase());
    if (option === undefined) throw mistaken(`the option ${JSON.stringify(name)} is unknown`);
    try {
      options.set(option, decodeURIComponent(value));
    } catch {
      throw mistaken(`the option ${name} has a % that does not begin two hexadecimal digits`);
    }
  }
  return options;
}

function truth(options: ReadonlyMap<Option, string>, option: Option): boolean | undefined {
  const value = options.get(option);
  if (value === undefined) return undefined;
  if (value !== 'true' && value !== 'false') throw mistaken(`the option ${option} is true or false`);
  return value === 'true';
}

function channelOf(options: ReadonlyMap<Option, string>): ChannelCredentialOptions {
  const authority = fileOf(options, 'tlscafile');
  const certificate = fileOf(options, 'usercertfile');
  const key = fileOf(options, 'userkeyfile');
  if ((certificate === undefined) !== (key === undefined)) {
    throw mistaken('userCertFile and userKeyFile belong together: name both or none');
  }
  return {
    ...(authority && { rootCertificate: authority }),
    ...(certificate && key && { userCertFile: certificate, userKeyFile: key }),
    ...(truth(options, 'tlsverifycert') === false && { verifyOptions: { rejectUnauthorized: false } }),
  };
}

function fileOf(options: ReadonlyMap<Option, string>, option: Option): Buffer | undefined {
  const file = options.get(option);
  if (file === undefined) return undefined;
  try {
    return readFileSync(resolve(file));
  } catch (error) {
    throw mistaken(`the file ${file} of its option ${option} cannot be read`, error);
  }
}

function clientSettingsOf(options: ReadonlyMap<Option, string>): ClientSettings {
  const settings: Record<string, number | string> = {};
  const numbers = {
    keepaliveinterval: 'keepAliveInterval',
    keepalivetimeout: 'keepAliveTimeout',
    maxdiscoverattempts: 'maxDiscoverAttempts',
    discoveryinterval: 'discoveryInterval',
    gossiptimeout: 'gossipTimeout',
  } as const satisfies Partial<Record<Option, keyof ClientSettings>>;
  for (const [option, setting] of Object.entries(numbers)) {
    const value = options.get(option as Option);
    if (value === undefined) continue;
    if (!/^(?:-1|\d{1,9})$/.test(value)) throw mistaken(`the option ${option} is a whole number`);
    settings[setting] = Number(value);
  }
  const name = options.get('connectionname');
  if (name !== undefined) settings['connectionName'] = name;
  return settings;
}

const mistaken = (what: string, cause?: unknown): StoreRefused =>
  new StoreRefused('store.address', `The address of the event store cannot be used: ${what}.`, { cause });
