// Passwords: what may be one, how it is kept (argon2id, RFC 9106) and how it is checked.

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { formatPhc, parsePhc } from './phc.ts';
import type { Argon2Cost, Argon2Hash } from './phc.ts';
import { takeTurns } from './turns.ts';

/** Characters (code points) that a password has at least and at most. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/** OWASP Password Storage Cheat Sheet, section Argon2id: at least 19 MiB of memory, 2 iterations, 1 lane. */
const cost: Argon2Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** As many at once as there are processors, four at most: 76 MiB. A turn takes some 50 ms, so the last in the queue waits for seconds, not minutes. */
const turns = takeTurns({ atOnce: Math.min(4, availableParallelism()), waiting: 64 });

const deriveKey = promisify(argon2);

/** One form for what keyboards send differently: spaces of any width are spaces, and NFC (RFC 8265, section 4.2.2). */
const normalized = (password: string): string => password.replaceAll(/\p{Zs}/gu, ' ').normalize('NFC');

const derive = (password: string, { salt, hash, ...costs }: Argon2Hash): Promise<Buffer> =>
  turns(() => deriveKey('argon2id', { message: normalized(password), nonce: salt, tagLength: hash.length, ...costs }));

/**
 * What is wrong with a new password, as a sentence; undefined where it may be used.
 * @param signInName as typed; a password that only repeats it is refused
 */
export function faultOfPassword(password: string, signInName: string): string | undefined {
  const plain = normalized(password);
  const length = Array.from(plain).length;
  if (length < PASSWORD_MIN) return `A password has at least ${PASSWORD_MIN} characters. Choose a longer one.`;
  if (length > PASSWORD_MAX) return `A password has at most ${PASSWORD_MAX} characters. Choose a shorter one.`;
  if (new Set(plain).size < 4) return 'The password repeats a few characters. Choose one that is harder to guess.';
  if (onlyRepeats(plain, signInName)) return 'The password is made of the sign-in name. Choose another one.';
  return undefined;
}

/** True where nothing but digits and punctuation is left once the name is taken out, forwards or backwards, in any case. */
function onlyRepeats(password: string, signInName: string): boolean {
  const name = normalized(signInName).toLowerCase();
  if (name.length < 3) return false;
  const lower = password.toLowerCase();
  return [name, Array.from(name).reverse().join('')].some(
    (word) => lower.includes(word) && !/\p{L}/u.test(lower.replaceAll(word, '')),
  );
}

/**
 * A password as it is kept: a PHC string with a salt of its own.
 * @throws TooManyWaiting where too many are being hashed already
 */
export async function hashPassword(password: string): Promise<string> {
  const empty = { ...cost, salt: randomBytes(SALT_BYTES), hash: new Uint8Array(HASH_BYTES) };
  return formatPhc({ ...empty, hash: await derive(password, empty) });
}

/** Compared with where there is nothing to compare with, so that an unknown name takes as long as a known one. */
const decoy: Argon2Hash = { ...cost, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) };

/**
 * True where the password is the one that was hashed. Takes the same time whether it is, is not, or no hash is given.
 * @param kept the PHC string, or null where the name is unknown or has no password
 * @throws TooManyWaiting where too many are being checked already
 */
export async function verifyPassword(password: string, kept: string | null): Promise<boolean> {
  const expected = kept === null ? undefined : parsePhc(kept);
  const against = expected ?? decoy;
  const same = timingSafeEqual(await derive(password, against), against.hash);
  return same && expected !== undefined;
}
