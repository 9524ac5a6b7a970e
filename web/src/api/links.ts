// The personal links of a meeting's attendees, as the server hands them out, lists and revokes them.

import type { Client } from './client.ts';

/** A link in the answer that issued it: the only time its address is told. */
export type IssuedLink = {
  readonly attendeeId: string;
  readonly name: string;
  readonly url: string;
  readonly linkId: string;
  readonly expiresAt: string;
};

/** A link as it is known ever after. */
export type ListedLink = {
  readonly linkId: string;
  readonly attendeeId: string;
  readonly name: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly revoked: { readonly reason: string | null; readonly at: string } | null;
};

export type WantedLinks = {
  /** Without it: everyone on the roster who has no link that opens the door. */
  readonly attendeeIds?: readonly string[];
  /** RFC 3339; without it thirty days after the planned end. */
  readonly expiresAt?: string;
};

/** Milliseconds: for a whole roster the server writes one entry after another. */
const PATIENCE = 60_000;

const path = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}/links`;

/** Every link, in the order in which they were issued. Throws Problem. */
export const listLinks = (client: Client, meetingId: string): Promise<readonly ListedLink[]> =>
  client.get(path(meetingId));

/** Issues links. Asked again with the same key it answers the same links. Throws Problem. */
export const issueLinks = (
  client: Client,
  meetingId: string,
  wanted: WantedLinks,
  key: string,
): Promise<readonly IssuedLink[]> => client.send('POST', path(meetingId), { body: wanted, key, patience: PATIENCE });

/** Revokes a link, and every session that began with it. Throws Problem. */
export const revokeLink = (client: Client, meetingId: string, linkId: string, key: string): Promise<unknown> =>
  client.send('POST', `${path(meetingId)}/${encodeURIComponent(linkId)}/revoke`, { body: {}, key });
