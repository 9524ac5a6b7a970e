// The headers that make a command safe to repeat: `Idempotency-Key` is its id, `If-Match` the revision it was decided on.

import type { AppContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { isUuid } from './event-id.ts';

/**
 * The command's id: the caller's key, or a new one.
 * @throws Problem 400 where the key is no UUID
 */
export function commandIdOf(c: AppContext, newId: () => string): string {
  const given = c.req.header('idempotency-key');
  if (given === undefined) return newId();
  // The IETF draft writes the key as a structured string, in quotes; most clients send it bare.
  const key = given.length === 38 && given.startsWith('"') && given.endsWith('"') ? given.slice(1, -1) : given;
  if (!isUuid(key))
    throw new Problem(
      400,
      'idempotency.key-malformed',
      'The Idempotency-Key must be a UUID, a new one for each command.',
    );
  return key.toLowerCase();
}

/**
 * The revision at which the command is meant to be decided; undefined where it does not matter.
 * @throws Problem 400 where the header is not a revision in quotes
 */
export function expectedRevisionOf(c: AppContext): number | undefined {
  const given = c.req.header('if-match');
  if (given === undefined || given === '*') return undefined;
  const [, digits] = /^"(\d{1,15})"$/.exec(given) ?? [];
  if (digits === undefined)
    throw new Problem(400, 'request.malformed', 'If-Match must hold a revision in quotes, such as "42".');
  return Number(digits);
}
