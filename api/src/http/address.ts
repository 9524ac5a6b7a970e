// Where a request comes from: the connection's own address, or, behind proxies that are trusted, the one they report.

import type { AppContext } from './context.ts';

/**
 * The address of the client. An IPv6 address is shortened to its /64 network, since one household owns all of it.
 * @param proxies how many proxies stand before the server; each appends the address it saw to `X-Forwarded-For`
 */
export function addressOf(c: AppContext, proxies: number): string {
  const direct = c.env?.incoming?.socket.remoteAddress ?? 'local';
  if (proxies === 0) return network(direct);
  const reported = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  return network(reported.at(-proxies) || direct);
}

function network(address: string): string {
  const mapped = address.startsWith('::ffff:') ? address.slice(7) : address;
  if (!mapped.includes(':')) return mapped.slice(0, 64);
  return mapped.split(':').slice(0, 4).join(':').slice(0, 64);
}
