import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { loadOrCreateSecret, SecretDamaged } from './keyring.ts';

function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-secrets-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, 'secrets');
}

it('makes a secret of 32 bytes that only its owner may read, and gives the same one ever after', () => {
  const directory = folder();
  const secret = loadOrCreateSecret(directory, 'session');
  expect(secret).toHaveLength(32);
  expect(new Set(secret).size).toBeGreaterThan(8);
  expect(loadOrCreateSecret(directory, 'session').equals(secret)).toBe(true);
  expect(statSync(join(directory, 'session')).mode & 0o777).toBe(0o600);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  expect(readdirSync(directory)).toEqual(['session']);
});

it('makes different secrets under different names and in different folders', () => {
  const directory = folder();
  const secrets = [
    loadOrCreateSecret(directory, 'session'),
    loadOrCreateSecret(directory, 'checkpoint-2'),
    loadOrCreateSecret(folder(), 'session'),
  ];
  expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(3);
});

it('gives the same secret to processes that make it at the same time', async () => {
  const directory = folder();
  const module = fileURLToPath(new URL('./keyring.ts', import.meta.url));
  const script = `import { loadOrCreateSecret } from ${JSON.stringify(module)};
    console.log(loadOrCreateSecret(${JSON.stringify(directory)}, 'session').toString('hex'));`;
  const run = promisify(execFile);
  const made = await Promise.all(
    Array.from({ length: 6 }, () => run(process.execPath, ['--input-type=module', '--eval', script])),
  );
  expect(new Set(made.map(({ stdout }) => stdout.trim())).size).toBe(1);
  expect(readdirSync(directory)).toEqual(['session']);
});

it('takes back the right to read it from everyone else', () => {
  const directory = folder();
  const secret = loadOrCreateSecret(directory, 'session');
  chmodSync(join(directory, 'session'), 0o644);
  expect(loadOrCreateSecret(directory, 'session').equals(secret)).toBe(true);
  expect(statSync(join(directory, 'session')).mode & 0o777).toBe(0o600);
});

it.each(['', 'short', 'x'.repeat(33)])('refuses a secret that is not as it was made: %j', (content) => {
  const directory = folder();
  loadOrCreateSecret(directory, 'session');
  writeFileSync(join(directory, 'session'), content);
  expect(() => loadOrCreateSecret(directory, 'session')).toThrow(SecretDamaged);
  expect(() => loadOrCreateSecret(directory, 'session')).toThrow(join(directory, 'session'));
});

it.each(['', '../session', 'Session', 'a/b', '.hidden'])('refuses the name %j', (name) => {
  expect(() => loadOrCreateSecret(folder(), name)).toThrow(RangeError);
});
