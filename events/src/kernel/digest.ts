// SHA-256 (FIPS 180-4) of a text. It is computed where a decision is made, so that what is recorded never rests on a
// digest that a client has sent.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The SHA-256 of a text's UTF-8 bytes, in 64 lower-case hexadecimal digits: what `printf %s "$text" | sha256sum` prints. */
export const sha256Of = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
