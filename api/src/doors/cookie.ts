// The session's cookie (RFC 6265bis). Over https it has the prefix `__Host-`, by which the browser itself holds it to
// this host, to https and to the whole site; other pages cannot make a browser send it with what changes something.

import type { Instant } from '@rostrum/events';
import type { AppContext } from '../http/context.ts';

const nameFor = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-rostrum' : 'rostrum');

const attributesFor = (publicUrl: string): string =>
  `Path=/; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`;

/** The cookie's value as the request brings it. Sealed values need no decoding, so this is all that every request costs. */
export function cookieOf(c: AppContext, publicUrl: string): string | undefined {
  const cookies = c.req.header('cookie');
  if (cookies === undefined) return undefined;
  const start = `${nameFor(publicUrl)}=`;
  for (const cookie of cookies.split(';')) {
    const pair = cookie.trim();
    if (pair.startsWith(start)) return pair.slice(start.length);
  }
  return undefined;
}

/** The `Set-Cookie` that hands out a session. */
export function handOut(publicUrl: string, value: string, expiresAt: Instant, now: Instant): string {
  const seconds = Math.max(0, Math.floor((Date.parse(expiresAt) - Date.parse(now)) / 1000));
  const until = new Date(expiresAt).toUTCString();
  return `${nameFor(publicUrl)}=${value}; Max-Age=${seconds}; Expires=${until}; ${attributesFor(publicUrl)}`;
}

/** The `Set-Cookie` that takes it back. */
export const takeBack = (publicUrl: string): string =>
  `${nameFor(publicUrl)}=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; ${attributesFor(publicUrl)}`;
