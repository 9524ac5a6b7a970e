// A client in another language, with its own understanding of the protocol, on the same server. It is Python's; without
// Python, or without a way to its package, there is one line that says so.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenCluster, givenServer } from './bare-client.ts';
import { certify } from './certificates.ts';

const run = promisify(execFile);

const PACKAGE = 'kurrentdbclient';
const VERSION = '1.3.5';
const SCRIPT = fileURLToPath(new URL('other-clients.py', import.meta.url));
/** Made once, and again after a fresh install. */
const ENVIRONMENT = fileURLToPath(new URL(`../node_modules/.cache/${PACKAGE}-${VERSION}`, import.meta.url));

/** A Python that has the client; or why there is none. */
async function findPython(): Promise<{ python: string } | { missing: string }> {
  const has = (python: string) =>
    run(python, ['-c', `import ${PACKAGE}`]).then(
      () => true,
      () => false,
    );
  if (await has('python3')) return { python: 'python3' };
  const python = join(ENVIRONMENT, 'bin', 'python');
  if (existsSync(python) && (await has(python))) return { python };
  try {
    await run('python3', ['-m', 'venv', '--clear', ENVIRONMENT]);
  } catch {
    return { missing: 'there is no python3 that can make an environment of its own' };
  }
  try {
    await run(python, ['-m', 'pip', 'install', '--quiet', '--no-input', `${PACKAGE}==${VERSION}`]);
  } catch {
    return { missing: `pip could not install ${PACKAGE}, perhaps for want of a network` };
  }
  return { python };
}

describe('the client for Python', () => {
  let found: Awaited<ReturnType<typeof findPython>>;
  beforeAll(async () => {
    found = await findPython();
  }, 180_000);

  const users = [{ username: 'admin', password: 'changeit' }];

  test.for([
    ['a server', async () => (await givenServer()).server.url],
    ['a server with users, over TLS', async () => (await givenServer({ users, tls: certify() })).server.url],
    ['a cluster, whose leader it finds', async () => (await givenCluster({ users, tls: certify() })).url],
    ['a cluster, of which it knows one node', async () => (await givenCluster()).discoverUrl],
  ] as const)('works with %s', { timeout: 60_000 }, async ([, start], { skip }) => {
    if ('missing' in found) return skip(`The client for Python was not tried: ${found.missing}.`);
    const { stdout, stderr } = await run(found.python, [SCRIPT, await start()]);
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
  });
});
