// The moment a query asks for: an instant, or a revision of the meeting's own stream.

import { instant } from '@rostrum/events';
import type { Instant } from '@rostrum/events';
import type { AppContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';

/**
 * `?at=` as a revision (digits) or an instant (RFC 3339); undefined where it is not there.
 * @throws Problem 400 where it is neither
 */
export function momentOf(c: AppContext): number | Instant | undefined {
  const text = c.req.query('at');
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  // In a query a plus sign means a space (WHATWG URL, section 5.1); an offset is often sent unescaped.
  const restored = text.replace(' ', '+');
  if (instant.safeParse(restored).success) return restored;
  throw new Problem(
    400,
    'query.no-moment',
    'at must be a revision, such as 42, or an instant, such as 2021-05-26T09:30:00+08:00.',
  );
}
