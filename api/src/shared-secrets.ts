// The deployment's shared secrets as an operator writes them: hexadecimal or base64, several separated by commas. What
// people type from memory is refused, since whoever guesses it opens every session.

import { readFileSync } from 'node:fs';

/** The first seals; the others still open what they sealed before it. */
export type Secrets = readonly [Uint8Array, ...Uint8Array[]];

const SECRET_BYTES = 32;

/** Different bytes that 32 random ones have at least, save once in 10^15; a word said over and over has fewer. */
const DIFFERENT_BYTES = 16;

export const SECRET_SENTENCE =
  'must be 32 random bytes or more, as 64 hexadecimal digits or as base64. Make one with: openssl rand -hex 32';

/** The secrets in a text; undefined where one of them is none. */
export function parseSecrets(written: string): Secrets | undefined {
  const secrets = written.split(/[\s,]+/).flatMap((text) => (text === '' ? [] : [bytesOf(text)]));
  const [first, ...others] = secrets;
  if (first === undefined || others.includes(undefined)) return undefined;
  return [first, ...(others as Uint8Array[])];
}

/**
 * The secrets in a file.
 * @throws the file system's own errors
 */
export const readSecrets = (file: string): Secrets | undefined => parseSecrets(readFileSync(file, 'utf8'));

function bytesOf(text: string): Uint8Array | undefined {
  const encoding = /^(?:[0-9a-f]{2})+$/i.test(text) ? 'hex' : 'base64';
  // Both alphabets of RFC 4648; Buffer would pass over anything else.
  if (encoding === 'base64' && !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return undefined;
  const bytes = new Uint8Array(Buffer.from(text, encoding));
  return bytes.length >= SECRET_BYTES && new Set(bytes).size >= DIFFERENT_BYTES ? bytes : undefined;
}
