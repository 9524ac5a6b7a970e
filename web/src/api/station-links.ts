// The links of screens in the hall and of stewards at the door, as the server hands them out and lists them. They are
// revoked as personal links are.

import type { Client } from './client.ts';

export type StationKind = 'screen' | 'steward';

/** A link as it is known ever after. */
export type ListedStation = {
  readonly linkId: string;
  readonly station: StationKind;
  readonly name: string;
  /** Null: for the whole meeting. */
  readonly venueId: string | null;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly revoked: { readonly reason: string | null; readonly at: string } | null;
};

/** A link in the answer that issued it: the only time its address is told. */
export type IssuedStation = Omit<ListedStation, 'issuedAt' | 'revoked'> & { readonly url: string };

export type WantedStation = Pick<ListedStation, 'station' | 'name' | 'venueId'>;

const path = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}/station-links`;

/** Every such link, in the order in which they were issued. Throws Problem. */
export const listStations = (client: Client, meetingId: string): Promise<readonly ListedStation[]> =>
  client.get(path(meetingId));

/** Issues a link. Asked again with the same key it answers the same link. Throws Problem. */
export const issueStation = (
  client: Client,
  meetingId: string,
  wanted: WantedStation,
  key: string,
): Promise<IssuedStation> => client.send('POST', path(meetingId), { body: wanted, key });
