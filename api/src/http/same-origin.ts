// Unsafe requests must come from our own pages. Browsers say where a request comes from in Sec-Fetch-Site (W3C Fetch
// Metadata) and Origin (RFC 6454); programs send neither and carry no ambient cookies, so they pass.

import type { AppContext } from './context.ts';
import { Problem } from './problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses an unsafe request that a page of another origin makes a browser send.
 * @param ours the public origin, such as `https://meetings.example.org`
 * @throws Problem 403
 */
export function requireSameOrigin(c: AppContext, ours: string): void {
  if (SAFE.has(c.req.method)) return;
  const site = c.req.header('sec-fetch-site');
  if (site === 'same-origin' || site === 'none') return;
  const origin = c.req.header('origin');
  if (site === undefined && (origin === undefined || origin === ours || isHost(origin, c.req.header('host')))) return;
  throw new Problem(
    403,
    'request.cross-origin',
    'This request comes from a page of another site. Open the meeting here and do it again.',
  );
}

/** Compared with the host alone: behind a proxy the server does not know by which scheme it was reached. */
const isHost = (origin: string, host: string | undefined): boolean =>
  host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
