// Opens cookies. A cookie comes back with every request and always holds the same, so what was opened is remembered for
// a while: whether the session still holds is asked each time all the same.

import type { Seal } from './seal.ts';
import { openSession } from './session.ts';
import type { Session } from './session.ts';

/** Cookies remembered at most; the one that came first goes first. */
const MOST_OPENED = 10_000;

/** Gives the session of a cookie's value; undefined where this deployment did not seal it. */
export function openerOf(seal: Seal): (value: string) => Session | undefined {
  const opened = new Map<string, Session>();
  return (value) => {
    const known = opened.get(value);
    if (known) return known;
    const session = openSession(seal, value);
    if (!session) return undefined;
    opened.set(value, session);
    const oldest = opened.keys().next();
    if (opened.size > MOST_OPENED && !oldest.done) opened.delete(oldest.value);
    return session;
  };
}
