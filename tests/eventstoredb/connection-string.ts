// The connection string for a test server: its user, its addresses, and whether it speaks TLS.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeOptions } from './endpoint.ts';
import type { Endpoint } from './errors.ts';

export type ConnectionString = {
  readonly url: string;
  /** Takes away the file with the authority's certificate, which the string names. */
  readonly discard: () => void;
};

export function connectionString({ tls, users }: NodeOptions, endpoints: readonly Endpoint[]): ConnectionString {
  const [user] = users ?? [];
  const signIn = user ? `${encodeURIComponent(user.username)}:${encodeURIComponent(user.password)}@` : '';
  const addresses = endpoints.map(({ host, port }) => `${host}:${port}`).join(',');
  const base = `esdb://${signIn}${addresses}`;
  if (!tls) return { url: `${base}?tls=false`, discard: () => {} };
  const directory = mkdtempSync(join(tmpdir(), 'eventstoredb-'));
  const file = join(directory, 'ca.crt');
  writeFileSync(file, tls.authority);
  return {
    url: `${base}?tls=true&tlsCAFile=${file}`,
    discard: () => rmSync(directory, { recursive: true, force: true }),
  };
}
