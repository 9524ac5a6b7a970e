// Sealing: bytes that only this deployment can make and read. AES-256-GCM (NIST SP 800-38D) under keys derived from the
// deployment's secret for this purpose alone (HKDF-SHA-256, RFC 5869). A sealed text names its key, so that a new secret
// can take over while what was sealed under the old one is still opened.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type Seal = {
  /** Seals a text under the newest key: `<key id>.<base64url of nonce, ciphertext and tag>`. */
  readonly close: (text: string) => string;
  /** The text that was sealed; undefined where it was changed, or sealed for another purpose or under an unknown secret. */
  readonly open: (sealed: string) => string | undefined;
};

type Key = { readonly id: string; readonly bytes: Buffer };

/**
 * @param secrets of 32 bytes or more; the first seals, all of them open
 * @param purpose separates the keys: what is sealed for one purpose does not open for another
 */
export function sealWith(secrets: readonly [Uint8Array, ...Uint8Array[]], purpose: string): Seal {
  const derive = (secret: Uint8Array, part: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, '', `rostrum ${purpose} ${part}`, length));
  const keyOf = (secret: Uint8Array): Key => {
    if (secret.length < 32) throw new Error('The secret for sealing must have at least 32 bytes.');
    return { id: derive(secret, 'key id', 6).toString('base64url'), bytes: derive(secret, 'key', 32) };
  };
  const newest = keyOf(secrets[0]);
  const keys = new Map(secrets.map(keyOf).map((key) => [key.id, key]));

  return {
    close(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', newest.bytes, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(newest.id));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${newest.id}.${sealed.toString('base64url')}`;
    },

    open(sealed) {
      const dot = sealed.indexOf('.');
      const key = keys.get(sealed.slice(0, Math.max(0, dot)));
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
      const wellFormed =
        bytes.length >= NONCE_BYTES + TAG_BYTES && bytes.toString('base64url') === sealed.slice(dot + 1);
      if (!key || !wellFormed) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(key.id));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
