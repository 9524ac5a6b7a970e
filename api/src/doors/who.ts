// Who stands behind a session at this moment, by the accounts and the meeting's door as they are now: roles and names
// are never taken from the cookie.

import { isSessionEnded, linkAt, sessionHolds } from '@rostrum/events';
import type { AccountState, Actor, Instant } from '@rostrum/events';
import type { MeetingDoor } from './meeting-doors.ts';
import type { AccountSession, AttendeeSession } from './session.ts';

/** The account as an actor, with the roles it has now; null where its session no longer holds. */
export function accountBehind(
  { sessionId, startedAt }: AccountSession,
  account: AccountState | undefined,
): Actor | null {
  if (!account || !sessionHolds(account, sessionId, startedAt)) return null;
  return { kind: 'account', id: account.accountId, name: account.name, roles: [...account.roles] };
}

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
