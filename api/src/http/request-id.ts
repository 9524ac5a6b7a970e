// Every request has a number: it stands in the log, in a problem's `instance` and in the record's correlation id.

import { randomBytes } from 'node:crypto';

const PROPER = /^[A-Za-z0-9][A-Za-z0-9_.-]{7,63}$/;

/** Gives numbers that are unique across restarts: a random part for each start, then a count. */
export function requestIds(): (given: string | undefined) => string {
  const start = randomBytes(6).toString('base64url').replaceAll(/[-_]/g, '0');
  let count = 0;
  return (given) => (given !== undefined && PROPER.test(given) ? given : `${start}.${(++count).toString(36)}`);
}
