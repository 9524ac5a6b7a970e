/** Secrets that a deployment makes for itself and keeps in its data folder, such as the key that seals sessions. */

import type { Buffer } from 'node:buffer';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

/** A secret's file is not as it was made. */
export class SecretDamaged extends Error {
  readonly code = 'secrets.damaged';

  constructor(file: string, bytes: number) {
    super(
      `The secret in ${file} has ${bytes} bytes instead of ${SECRET_BYTES}. Restore it from a backup, or remove it to have a new one made; what the old one sealed is then void.`,
    );
    this.name = 'SecretDamaged';
  }
}

/**
 * The secret of this name: 32 random bytes in a file of their own that only its owner may read, made at the first call.
 * Two processes that make it at the same time get the same one.
 *
 * @param directory made where it is missing, for its owner alone.
 * @param name lower-case letters, digits and hyphens.
 * @throws SecretDamaged, RangeError for a name that is none, and the file system's own errors.
 */
export function loadOrCreateSecret(directory: string, name: string): Buffer {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new RangeError(`Not the name of a secret: ${JSON.stringify(name)}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, name);
  return load(file) ?? create(directory, file);
}

function load(file: string): Buffer | undefined {
  let secret: Buffer;
  try {
    secret = readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  if (secret.length !== SECRET_BYTES) throw new SecretDamaged(file, secret.length);
  // A copy or a restored backup may have made it readable for others.
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, OWNER_ONLY);
  return secret;
}

function create(directory: string, file: string): Buffer {
  const draft = `${file}.${randomUUID()}`;
  writeDurably(draft, randomBytes(SECRET_BYTES));
  try {
    // A link, unlike a rename, fails where another process was first.
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return load(file)!;
}

function writeDurably(file: string, bytes: Buffer): void {
  const handle = openSync(file, 'wx', OWNER_ONLY);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
