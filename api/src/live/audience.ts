// Who may read what of a meeting. An actor belongs to one audience of it or to none; an event is for both audiences or for
// the officers alone. Live, in the past, in exports: the same two functions are asked.

import { isOfficer, isVisibleTo, rolesOf } from '@rostrum/events';
import type { Actor, Audience, DomainEvent, MeetingState } from '@rostrum/events';

/** True where a meeting may be an actor's to read, whatever is in it: a record that cannot be read is told of to nobody else. */
export function mayBeFor(actor: Actor, meetingId: string): boolean {
  if (actor.kind === 'attendee') return actor.meetingId === meetingId;
  return actor.kind === 'system' || actor.roles.length > 0;
}

/**
 * The audience that an actor belongs to now; null where the meeting is not theirs to read. Archivists read what has been
 * convened; an attendee who was handed a link before that reads the draft. Without its beginning nothing is a meeting.
 */
export function audienceOf(actor: Actor, meeting: MeetingState): Audience | null {
  if (meeting.lifecycle.status === 'unscheduled') return null;
  if (isOfficer(actor, meeting)) return 'officers';
  if (actor.kind === 'account' && meeting.lifecycle.convenedAt === null) return null;
  return rolesOf(actor, meeting).length > 0 ? 'attendees' : null;
}

/** True where the audience may read the event. Attendance and follow-up are open to everyone in the meeting. */
export function mayRead(event: DomainEvent & { readonly stream: string }, audience: Audience): boolean {
  return event.stream.startsWith('meeting-') ? isVisibleTo(event, audience) : true;
}

/** What the audience may read of a record. Words that were withdrawn are kept for the officers alone, in the past as well. */
export function readableBy<E extends DomainEvent & { readonly stream: string }>(
  events: readonly E[],
  audience: Audience,
): readonly E[] {
  if (audience === 'officers') return events;
  const withdrawn = new Set(
    events.flatMap(({ type, data }) =>
      type === 'MessageWithdrawn' ? [(data as { messageId: string }).messageId] : [],
    ),
  );
  return events.filter(
    (event) =>
      mayRead(event, audience) &&
      !(event.type === 'MessagePosted' && withdrawn.has((event.data as { messageId: string }).messageId)),
  );
}
