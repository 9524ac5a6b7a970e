// What is known of everyone's comings and goings: connections, checks at a venue, counts of delegations.

import { Ledger } from '../kernel/ledger.ts';
import type { Instant } from '../kernel/text.ts';

/** One connection. Its leaving may be heard of before its joining; once it has left it never comes back. */
export type Session = {
  readonly sessionId: string;
  readonly joined: { readonly via: 'video' | 'live'; readonly at: Instant } | null;
  readonly left: { readonly reason: string | null; readonly at: Instant } | null;
};

/** In at a venue, or out (`venueId` null). */
export type Check = { readonly at: Instant; readonly venueId: string | null };

export type Whereabouts = { readonly sessions: readonly Session[]; readonly checks: readonly Check[] };

export type Count = { readonly at: Instant; readonly count: number; readonly venueId: string | null };

export type AttendanceState = {
  /** By attendee. The order of entries is that of arrival and means nothing; within an entry all is sorted. */
  readonly whereabouts: Ledger<Whereabouts>;
  /** By delegation, in order of time. */
  readonly counts: Ledger<readonly Count[]>;
};

export const initialAttendance: AttendanceState = { whereabouts: Ledger.empty(), counts: Ledger.empty() };

const nowhere: Whereabouts = { sessions: [], checks: [] };

/** What is known of an attendee's comings and goings; nothing, where nothing was heard. */
export const whereaboutsOf = (attendance: AttendanceState, attendeeId: string): Whereabouts =>
  attendance.whereabouts.get(attendeeId) ?? nowhere;

/** One connection of an attendee, as far as it was heard of. */
export const sessionOf = (attendance: AttendanceState, attendeeId: string, sessionId: string): Session | undefined =>
  whereaboutsOf(attendance, attendeeId).sessions.find((session) => session.sessionId === sessionId);
