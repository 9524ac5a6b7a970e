// Commendations as a hall sees them conferred: one after another, each long enough to be read, a long list of recipients
// page by page. What is shown follows from the record and the clock alone, so that a screen that was away, or that begins
// anew, shows what all the others show.

import { conferredCommendations } from '@rostrum/events';
import type { Commendation, MeetingState } from '@rostrum/events';

/** Recipients shown at once. */
export const RECIPIENTS = 8;
/** Milliseconds that a page of recipients stays. */
export const PAGE_MS = 10_000;
/** Milliseconds that a commendation stays with nothing after it; once another is conferred it has at least its due. */
export const STAYS_MS = 20_000;
const DUE_MS = 8000;

export type Honour = {
  readonly commendation: Commendation;
  readonly page: number;
  readonly pages: number;
  /** Its time is over; it stays while its item is on and nothing else is. */
  readonly held: boolean;
};

const pagesOf = ({ recipients }: Commendation): number => Math.max(1, Math.ceil(recipients.length / RECIPIENTS));

/**
 * The commendation to show: the one whose turn it is; once all have had theirs, the last of the item that is on.
 * @param now milliseconds since 1970 by the server's clock
 */
export function honourAt({ agenda, commendations }: MeetingState, now: number): Honour | null {
  const conferred = conferredCommendations(commendations);
  let found: Honour | null = null;
  let free = -Infinity;
  for (const [place, commendation] of conferred.entries()) {
    const from = Math.max(conferredAt(commendation), free);
    if (from > now && found !== null) break;
    const pages = pagesOf(commendation);
    const next = conferred[place + 1];
    const unhurried = next ? Math.min(STAYS_MS, conferredAt(next) - from) : STAYS_MS;
    free = from + Math.max(pages === 1 ? DUE_MS : pages * PAGE_MS, unhurried);
    const page = Math.min(pages - 1, Math.max(0, Math.floor((now - from) / PAGE_MS)));
    found = { commendation, page, pages, held: now >= free };
  }
  return found?.held && found.commendation.conferral?.itemId !== agenda.open ? null : found;
}

const conferredAt = ({ conferral }: Commendation): number => Date.parse(conferral!.at);

/** The recipients of one page. */
export const recipientsOn = ({ commendation, page }: Honour): Commendation['recipients'] =>
  commendation.recipients.slice(page * RECIPIENTS, (page + 1) * RECIPIENTS);
