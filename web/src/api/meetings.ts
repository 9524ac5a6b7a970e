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
};

export type MeetingPage = { readonly rows: readonly MeetingLine[]; readonly total: number };

/** Meetings the reader may see, the latest planned start first. Throws Problem. */
export const listMeetings = (client: Client, offset = 0, limit = 100): Promise<MeetingPage> =>
  client.get(`/api/meetings?limit=${limit}&offset=${offset}`);
