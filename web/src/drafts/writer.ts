// Whose drafts are kept, and where.

import type { Who } from '../api/session.tsx';

/** Names whoever is signed in, for as long as they exist. */
export function writerOf(who: Who | null): string {
  if (who === null) return '';
  return who.kind === 'account' ? `account:${who.accountId}` : `attendee:${who.meetingId}:${who.attendeeId}`;
}

/** The device's own memory; null where the browser forbids it. */
export function deviceStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
