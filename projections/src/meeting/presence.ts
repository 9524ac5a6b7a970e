// The roster as the chair reads it: every name in order of precedence, with who is here now and since when.

import { countedOf, intervalsOf, isPresent, officesOf, presenceOf } from '@rostrum/events';
import type {
  Attendee,
  Capacity,
  Delegation,
  Instant,
  MeetingState,
  Office,
  Presence,
  Substitute,
} from '@rostrum/events';
import type { MeetingView } from './view.ts';

/** A name on the roster: an attendee, who is a person, or a delegation, which is a body. */
export type RosterName = {
  readonly rosterId: string;
  readonly kind: 'attendee' | 'delegation';
  readonly name: string;
  readonly title: string | null;
  readonly unit: string;
  readonly capacity: Capacity;
  readonly precedence: number;
  readonly venueId: string | null;
  /** The venue's name; null: by video from elsewhere. */
  readonly venue: string | null;
  readonly removed: boolean;
  /** Of an attendee; null for a delegation. */
  readonly answer: Attendee['answer'] | null;
  readonly substitute: Substitute | null;
  readonly excused: string | null;
  /** Of a delegation: how many are to come; null where it was not said, and for an attendee. */
  readonly expected: number | null;
  /** Of a delegation: who leads it. */
  readonly head: string | null;
};

export type PresentName = RosterName & {
  /** An attendee connected or checked in; a delegation of which somebody was counted. */
  readonly here: boolean;
  /** Since when an attendee has been here without a break; null where not here, and for a delegation. */
  readonly since: Instant | null;
  /** Of a delegation: the latest count; null where it was not counted. */
  readonly counted: number | null;
  readonly offices: readonly Office[];
};

const attendeeName = (attendee: Attendee, meeting: MeetingState): RosterName => ({
  rosterId: attendee.attendeeId,
  kind: 'attendee',
  name: attendee.name,
  title: attendee.title,
  unit: attendee.unit,
  capacity: attendee.capacity,
  precedence: attendee.precedence,
  venueId: attendee.venueId,
  venue: venueName(meeting, attendee.venueId),
  removed: attendee.removed,
  answer: attendee.answer,
  substitute: attendee.substitute,
  excused: attendee.excused,
  expected: null,
  head: null,
});

const delegationName = (delegation: Delegation, meeting: MeetingState): RosterName => ({
  rosterId: delegation.delegationId,
  kind: 'delegation',
  name: delegation.name,
  title: null,
  unit: delegation.unit,
  capacity: delegation.capacity,
  precedence: delegation.precedence,
  venueId: delegation.venueId,
  venue: venueName(meeting, delegation.venueId),
  removed: delegation.removed,
  answer: null,
  substitute: null,
  excused: null,
  expected: delegation.expected,
  head:
    delegation.headId === null
      ? delegation.headName
      : (meeting.roster.attendees.get(delegation.headId)?.name ?? delegation.headId),
});

const venueName = (meeting: MeetingState, venueId: string | null): string | null =>
  venueId === null ? null : (meeting.roster.venues.get(venueId)?.name ?? venueId);

/** Every name of the roster, removed ones too, in order of precedence; equals in the order in which they were added. */
export function namesInOrder(meeting: MeetingState): readonly RosterName[] {
  const names = [
    ...meeting.roster.attendees.values().map((attendee) => attendeeName(attendee, meeting)),
    ...meeting.roster.delegations.values().map((delegation) => delegationName(delegation, meeting)),
  ];
  return names.toSorted((a, b) => a.precedence - b.precedence);
}

/** The roster with presence as it stands: for the desk, the room and the lobby. Removed names are left out. */
export function presentNames({ meeting, attendance }: MeetingView, at: Instant): readonly PresentName[] {
  return namesInOrder(meeting)
    .filter(({ removed }) => !removed)
    .map((name) => {
      const offices = officesOf(meeting.officers, name.rosterId);
      if (name.kind === 'delegation') {
        const counted = countedOf(attendance, name.rosterId);
        return { ...name, here: (counted ?? 0) > 0, since: null, counted, offices };
      }
      const here = isPresent(attendance, name.rosterId);
      const since = here ? (intervalsOf(attendance, name.rosterId, at).at(-1)?.from ?? null) : null;
      return { ...name, here, since, counted: null, offices };
    });
}

/** An attendee's presence over the meeting, as it is known at an instant. */
export const presenceOver = ({ meeting, attendance }: MeetingView, attendeeId: string, at: Instant): Presence =>
  presenceOf(meeting, attendance, attendeeId, at);
