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

/** A value that meetings can be chosen by, and how many have it. */
export type MeetingCount = { readonly value: string; readonly meetings: number };
export type MeetingCounts = Readonly<Record<'status' | 'form' | 'organisation', readonly MeetingCount[]>>;

export type MeetingPage = {
  readonly rows: readonly MeetingLine[];
  readonly total: number;
  /** Where they were asked for. */
  readonly counts?: MeetingCounts;
};

/** What is asked of the list; what is not given, or is empty, is not asked. */
export type MeetingsQuery = {
  readonly status?: readonly MeetingStatus[];
  readonly form?: readonly MeetingLine['form'][];
  readonly organisation?: string;
  /** Instants. */
  readonly from?: string;
  readonly to?: string;
  readonly q?: string;
  readonly order?: 'latest-first' | 'earliest-first';
  readonly counts?: boolean;
};

/** Meetings that one request brings at most. */
const AT_ONCE = 500;

/**
 * The first `limit` meetings that the reader may see and asks for.
 * @throws Problem
 */
export async function listMeetings(client: Client, query: MeetingsQuery, limit: number): Promise<MeetingPage> {
  const asked = Object.entries(query).flatMap(([name, value]): [string, string][] => {
    const text = String(value ?? '');
    return text === '' ? [] : [[name, text]];
  });
  const portion = (offset: number) => {
    const parameters = [...asked, ['limit', String(Math.min(AT_ONCE, limit - offset))], ['offset', String(offset)]];
    return client.get<MeetingPage>(`/api/meetings?${new URLSearchParams(parameters as [string, string][]).toString()}`);
  };
  const offsets = Array.from({ length: Math.ceil(limit / AT_ONCE) }, (_, place) => place * AT_ONCE);
  const [first, ...others] = await Promise.all(offsets.map(portion));
  return { ...first!, rows: [first!, ...others].flatMap(({ rows }) => rows) };
}
