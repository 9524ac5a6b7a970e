// Who may read what of a meeting. An actor belongs to one audience of it or to none; an event is for both audiences or for
// the officers alone. Live, in the past, in exports: the same two functions are asked. Screens and stewards are of neither
// audience: they follow live, from seats of their own, and read nothing else.

import { isOfficer, isStation, isVisibleTo, rolesOf } from '@rostrum/events';
import type { Actor, Audience, DomainEvent, MeetingState, Seat } from '@rostrum/events';

/** True where a meeting may be an actor's to read, whatever is in it: a record that cannot be read is told of to nobody else. */
export function mayBeFor(actor: Actor, meetingId: string): boolean {
  if (actor.kind === 'attendee' || isStation(actor)) return actor.meetingId === meetingId;
  return actor.kind === 'system' || actor.roles.length > 0;
}

/**
 * The audience that an actor belongs to now; null where the meeting is not theirs to read. Archivists read what has been
 * convened; an attendee who was handed a link before that reads the draft. Without its beginning nothing is a meeting.
 */
export function audienceOf(actor: Actor, meeting: MeetingState): Audience | null {
  if (meeting.lifecycle.status === 'unscheduled' || isStation(actor)) return null;
  if (isOfficer(actor, meeting)) return 'officers';
  if (actor.kind === 'account' && meeting.lifecycle.convenedAt === null) return null;
  return rolesOf(actor, meeting).length > 0 ? 'attendees' : null;
}

/** From where an actor follows a meeting live; null where the meeting is not theirs to see. */
export function seatOf(actor: Actor, meeting: MeetingState): Seat | null {
  if (!isStation(actor)) return audienceOf(actor, meeting);
  if (rolesOf(actor, meeting).length === 0) return null;
  return actor.kind === 'screen' ? 'hall' : 'door';
}

/**
 * True where the event may be read from the seat. Attendance, conversation and follow-up are open to everyone in the
 * meeting; of these a screen and a steward are told the attendance.
 */
export function mayRead(event: DomainEvent & { readonly stream: string }, seat: Seat): boolean {
  if (event.stream.startsWith('meeting-')) return isVisibleTo(event, seat);
  return (seat !== 'hall' && seat !== 'door') || event.stream.startsWith('attendance-');
}

/** What may be read of a record from a seat. Words that were withdrawn are kept for the officers alone, in the past as well. */
export function readableBy<E extends DomainEvent & { readonly stream: string }>(
  events: readonly E[],
  seat: Seat,
): readonly E[] {
  if (seat === 'officers') return events;
  const withdrawn = new Set(
    events.flatMap(({ type, data }) =>
      type === 'MessageWithdrawn' ? [(data as { messageId: string }).messageId] : [],
    ),
  );
  return events.filter(
    (event) =>
      mayRead(event, seat) &&
      !(event.type === 'MessagePosted' && withdrawn.has((event.data as { messageId: string }).messageId)),
  );
}
