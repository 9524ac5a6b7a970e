// Who stands behind a session at this moment, by the accounts and the meeting's door as they are now: roles and names
// are never taken from the cookie.

import { isSessionEnded, linkAt, sessionHolds } from '@rostrum/events';
import type { AccountState, Actor, Instant } from '@rostrum/events';
import type { MeetingDoor } from './meeting-doors.ts';
import type { AccountSession, AttendeeSession, StationSession } from './session.ts';

/** The account as an actor, with the roles it has now; null where its session no longer holds. */
export function accountBehind(
  { sessionId, startedAt }: AccountSession,
  account: AccountState | undefined,
): Actor | null {
  if (!account || !sessionHolds(account, sessionId, startedAt)) return null;
  return { kind: 'account', id: account.accountId, name: account.name, roles: [...account.roles] };
}

/** The screen or the steward as an actor; null where the session was ended or the link no longer opens the door. */
export function stationBehind(session: StationSession, door: MeetingDoor, now: Instant): Actor | null {
  const { sessionId, meetingId, linkId } = session;
  const entry = linkAt(door.state, linkId, now);
  if (entry.refused !== null || entry.link.station === null || isSessionEnded(door.state, sessionId)) return null;
  const { kind, name, venueId } = entry.link.station;
  return { kind, id: linkId, meetingId, name, venueId };
}

/** Whoever came through a meeting's door, by a link. */
export const comerBehind = (session: AttendeeSession | StationSession, door: MeetingDoor, now: Instant): Actor | null =>
  session.kind === 'attendee' ? attendeeBehind(session, door, now) : stationBehind(session, door, now);

/** The attendee as an actor; null where the session was ended, the link no longer opens the door or the attendee left the roster. */
export function attendeeBehind(session: AttendeeSession, door: MeetingDoor, now: Instant): Actor | null {
  const { sessionId, meetingId, attendeeId, linkId } = session;
  const attendee = door.attendee(attendeeId);
  const entry = linkAt(door.state, linkId, now);
  if (!attendee || entry.refused !== null || entry.link.attendeeId !== attendeeId) return null;
  return isSessionEnded(door.state, sessionId)
    ? null
    : { kind: 'attendee', id: attendeeId, meetingId, name: attendee.name };
}
