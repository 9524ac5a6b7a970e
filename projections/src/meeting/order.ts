// The order of events: positions in the store, which are 64 bits and therefore travel as decimal text, and instants.

import type { Instant } from '@rostrum/events';

/** A place in the whole store: a bigint in the server, decimal text without leading zeros on the wire. */
export type Position = bigint | string;

/** A position as decimal text. */
export const positionText = (position: Position): string =>
  typeof position === 'string' ? position : position.toString();

/** True where the first position comes after the second; both as decimal text. */
export const isLaterPosition = (position: string, than: string): boolean =>
  position.length === than.length ? position > than : position.length > than.length;

/** True where the first instant is after the second. What the server writes, UTC with milliseconds, compares as text. */
export const isLaterInstant = (instant: Instant, than: Instant): boolean =>
  instant.length === than.length && instant.endsWith('Z') && than.endsWith('Z')
    ? instant > than
    : Date.parse(instant) > Date.parse(than);

/** Events of several streams in one order, that of their positions. */
export function inOrder<E extends { readonly position: Position }>(...streams: readonly (readonly E[])[]): E[] {
  const keyed = streams.flat().map((event) => ({ event, position: positionText(event.position) }));
  keyed.sort((a, b) => (a.position === b.position ? 0 : isLaterPosition(a.position, b.position) ? 1 : -1));
  return keyed.map(({ event }) => event);
}
