// Tells a command sent again from an id used twice for different things.

import { hash } from 'node:crypto';

/**
 * First 16 hexadecimal digits of the SHA-256 of the command's name and data.
 * @param data as validated: keys in the order of the schema, defaults filled in
 */
export const fingerprintOf = (name: string, data: unknown): string =>
  hash('sha256', `${name}\n${JSON.stringify(data)}`).slice(0, 16);
