// Whoever came by the link of a screen or a steward has one page, whatever address they open.

import type { Who } from '../api/session.tsx';

/** The page of a screen or a steward; undefined for everyone else. */
export function ownPage({ kind, meetingId }: Who): string | undefined {
  if (meetingId === undefined || (kind !== 'screen' && kind !== 'steward')) return undefined;
  return `/meetings/${encodeURIComponent(meetingId)}/${kind}`;
}
