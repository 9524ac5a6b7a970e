// Who can come in: the personal links by attendee, and the table in which issued links are handed on.

import type { IssuedLink, ListedLink } from '../../../api/links.ts';

/** `open`: a link opens the door; `expired`, `revoked`: the last one no longer does; `none`: there never was one. */
export type Door = { readonly state: 'open' | 'expired' | 'revoked' | 'none'; readonly link: ListedLink | null };

const NO_LINK: Door = { state: 'none', link: null };

const stateAt = (link: ListedLink, now: number): Door['state'] => {
  if (link.revoked) return 'revoked';
  return Date.parse(link.expiresAt) <= now ? 'expired' : 'open';
};

/** The doors of all who ever had a link: the one that opens, else the last one. */
export type Doors = { readonly of: (attendeeId: string) => Door };

/**
 * The doors as they stand.
 * @param links in the order in which they were issued
 * @param now milliseconds since 1970
 */
export function doorsOf(links: readonly ListedLink[], now: number): Doors {
  const doors = new Map<string, Door>();
  for (const link of links) {
    const door = { state: stateAt(link, now), link };
    if (door.state === 'open' || doors.get(link.attendeeId)?.state !== 'open') doors.set(link.attendeeId, door);
  }
  return { of: (attendeeId) => doors.get(attendeeId) ?? NO_LINK };
}

/** A row of the table that is handed on. */
export type HandedLink = Pick<IssuedLink, 'name' | 'url' | 'expiresAt'> & {
  readonly title: string;
  readonly unit: string;
};

/**
 * The links as CSV (RFC 4180), with the byte order mark by which spreadsheets know UTF-8. A cell that a spreadsheet would
 * take for a formula begins with an apostrophe.
 * @param header name, title, unit, link, expiry
 */
export function linksCsv(header: readonly string[], links: readonly HandedLink[]): string {
  const rows = links.map(({ name, title, unit, url, expiresAt }) => [name, title, unit, url, expiresAt]);
  return `\uFEFF${[header, ...rows].map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
