// The list of meetings as the server gives it.

import type { MeetingStatus } from '@rostrum/events';
import type { Client } from './client.ts';

/** A meeting as one line of the list. */
export type MeetingLine = {
  readonly meetingId: string;
  readonly title: string;
  readonly organisation: string;
  readonly form: 'video' | 'hybrid' | 'on-site';
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: MeetingStatus;
  readonly venues: readonly { readonly venueId: string; readonly name: string; readonly main: boolean }[];
  readonly attendees: number;
  readonly delegations: number;
  /** There where the server cannot read the meeting on: the line is as it was before that. */
  readonly unreadable?: true;
};

export type MeetingPage = { readonly rows: readonly MeetingLine[]; readonly total: number };

/** Meetings that one request brings. */
const AT_ONCE = 100;

/**
 * Meetings the reader may see, the latest planned start first: so many portions of a hundred.
 * @throws Problem
 */
export async function listMeetings(client: Client, portions: number): Promise<MeetingPage> {
  const pages = await Promise.all(
    Array.from({ length: portions }, (_, place) =>
      client.get<MeetingPage>(`/api/meetings?limit=${AT_ONCE}&offset=${place * AT_ONCE}`),
    ),
  );
  return { rows: pages.flatMap(({ rows }) => rows), total: pages[0]?.total ?? 0 };
}
