// How a password's hash is written down: the PHC string format,
// `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>` (github.com/P-H-C/phc-string-format, phc-sf-spec.md), salt and hash in
// base64 without padding.

export type Argon2Cost = {
  /** Memory in KiB (`m`). */
  readonly memory: number;
  /** Iterations (`t`). */
  readonly passes: number;
  /** Lanes (`p`). */
  readonly parallelism: number;
};

export type Argon2Hash = Argon2Cost & { readonly salt: Uint8Array; readonly hash: Uint8Array };

const PHC =
  /^\$argon2id\$v=19\$m=([1-9]\d{0,6}),t=([1-9]\d?),p=([1-9]\d?)\$([A-Za-z0-9+/]{11,64})\$([A-Za-z0-9+/]{22,86})$/;

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

/** The PHC string of an argon2id hash (version 19 of RFC 9106, section 3.1). */
export const formatPhc = ({ memory, passes, parallelism, salt, hash }: Argon2Hash): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;

/** The parts of a PHC string; undefined where it is not argon2id of version 19 in this very form. */
export function parsePhc(text: string): Argon2Hash | undefined {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(text) ?? [];
  if (!memory || !passes || !parallelism || !salt || !hash) return undefined;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}
