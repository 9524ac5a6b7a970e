// Tokens that open a door to whoever has them: personal links and the one-time link of the first start. Only their
// digest is ever kept.

import { createHmac, hash, timingSafeEqual } from 'node:crypto';

const TOKEN_BYTES = 24;

/** The shape of a token: 32 base64url characters (RFC 4648, section 5). */
export const TOKEN = /^[A-Za-z0-9_-]{32}$/;

/**
 * A token of 192 bits that the same key and name give again (HMAC-SHA-256, RFC 2104, shortened): what was asked for
 * twice because the first answer was lost is the same token. Without the key, and without the name, nobody can tell it.
 */
export const tokenOf = (key: Uint8Array, name: string): string =>
  createHmac('sha256', key).update(name).digest().subarray(0, TOKEN_BYTES).toString('base64url');

/**
 * SHA-256 of a token in lower-case hexadecimal: what is kept of it. A token of 192 random bits needs neither salt nor
 * stretching, since no one can try even a small part of them.
 */
export const digestOf = (token: string): string => hash('sha256', token);

/** True where a token has the digest; takes the same time wherever the two differ. */
export const matches = (token: string, digest: string): boolean => {
  const [given, kept] = [Buffer.from(digestOf(token)), Buffer.from(digest)];
  return given.length === kept.length && timingSafeEqual(given, kept);
};
