// The names of the roster as a finder offers them.

import type { MeetingState } from '@rostrum/events';
import { everyone, personOf, unitName } from '../../meeting/people.ts';
import type { Findable } from '../../ui/finder.tsx';

/** Everyone on the roster by precedence: persons and delegations, found by name, title and unit. */
export const nameOptions = (meeting: MeetingState): readonly Findable[] =>
  everyone(meeting).map(({ rosterId, name, title, unit }) => ({
    value: rosterId,
    label: name,
    note: unitName(unit),
    words: `${title ?? ''} ${unit}`,
  }));

/** Persons alone: who can hold an office, issue a statement, lead a delegation. */
export const attendeeOptions = (meeting: MeetingState): readonly Findable[] =>
  nameOptions(meeting).filter(({ value }) => meeting.roster.attendees.has(value));

/** What a roster id is called; the id itself where nobody ever had it. */
export const nameOf = (meeting: MeetingState, rosterId: string): string =>
  personOf(meeting, rosterId)?.name ?? rosterId;
