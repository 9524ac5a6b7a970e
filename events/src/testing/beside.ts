// Pasts of the streams beside a meeting: who is present, and the meeting that their decisions look at.

import { evolveAttendance } from '../attendance/attendance.ts';
import type { AttendanceEvent } from '../attendance/attendance.ts';
import { initialAttendance } from '../attendance/whereabouts.ts';
import type { AttendanceState } from '../attendance/whereabouts.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { foldBy } from '../kernel/fold.ts';
import type { Instant } from '../kernel/text.ts';
import type { BesideMeeting } from '../meeting/admission.ts';
import type { MeetingEvent } from '../meeting/meeting.ts';
import { EARLIER, given } from './given.ts';
import type { Happened } from './given.ts';

/** The surroundings of a decision in a stream beside the meeting in which this happened. */
export const beside = (...events: readonly Happened<MeetingEvent>[]): BesideMeeting => ({
  meeting: given(...events).state,
});

/** An event of a stream beside the meeting, in full. */
export const dated = <E extends DomainEvent>(event: Happened<E>, at: Instant = EARLIER): E =>
  ({ ...event, data: { at, ...event.data } }) as unknown as E;

const fold = foldBy(evolveAttendance);

/** The attendance that these events amount to. */
export const attendanceOf = (...events: readonly Happened<AttendanceEvent>[]): AttendanceState =>
  events.reduce((state, event) => fold(state, dated<AttendanceEvent>(event)), initialAttendance);

export const joined = (
  attendeeId: string,
  at?: Instant,
  sessionId = `session-${attendeeId}`,
): Happened<AttendanceEvent> => ({
  type: 'ParticipantJoined',
  data: { sessionId, attendeeId, via: 'video', ...(at && { at }) },
});

export const left = (
  attendeeId: string,
  at?: Instant,
  sessionId = `session-${attendeeId}`,
): Happened<AttendanceEvent> => ({
  type: 'ParticipantLeft',
  data: { sessionId, attendeeId, reason: null, ...(at && { at }) },
});

export const checkedIn = (attendeeId: string, at?: Instant, venueId = 'main'): Happened<AttendanceEvent> => ({
  type: 'CheckedIn',
  data: { attendeeId, venueId, by: 'account-1', ...(at && { at }) },
});

export const checkedOut = (attendeeId: string, at?: Instant): Happened<AttendanceEvent> => ({
  type: 'CheckedOut',
  data: { attendeeId, ...(at && { at }) },
});

export const counted = (delegationId: string, count: number, at?: Instant): Happened<AttendanceEvent> => ({
  type: 'DelegationCounted',
  data: { delegationId, count, venueId: null, ...(at && { at }) },
});
