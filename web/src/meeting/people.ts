// The names of a meeting as pages show them: who somebody is by their roster id, and everyone in order of precedence.

import { attendeeOnRoster } from '@rostrum/events';
import { namesInOrder } from '@rostrum/projections';
import type { RosterName } from '@rostrum/projections';
import type { MeetingState } from '@rostrum/events';

/** A name as it is shown: a person of the roster, or a body that is present as one. */
export type Person = Pick<RosterName, 'rosterId' | 'kind' | 'name' | 'title' | 'unit'>;

/** The last part of a unit's path: `Second Academy` of `CASIC / Second-level units / Second Academy`. */
export const unitName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).trim();

/** Who has a roster id, removed names included; undefined where nobody ever had it. */
export function personOf({ roster }: Pick<MeetingState, 'roster'>, rosterId: string): Person | undefined {
  const attendee = roster.attendees.get(rosterId);
  if (attendee) return { rosterId, kind: 'attendee', name: attendee.name, title: attendee.title, unit: attendee.unit };
  const delegation = roster.delegations.get(rosterId);
  return delegation && { rosterId, kind: 'delegation', name: delegation.name, title: null, unit: delegation.unit };
}

/** Who leads a delegation and signs for it: the name, where one is known. */
export function headOf({ roster }: Pick<MeetingState, 'roster'>, delegationId: string): string | null {
  const delegation = roster.delegations.get(delegationId);
  if (!delegation) return null;
  const head = delegation.headId === null ? undefined : attendeeOnRoster(roster, delegation.headId);
  return head?.name ?? delegation.headName;
}

const ordered = new WeakMap<MeetingState['roster'], readonly RosterName[]>();

/** Everyone on the roster by order of precedence, without those removed. The same list while the roster is the same. */
export function everyone(meeting: MeetingState): readonly RosterName[] {
  let names = ordered.get(meeting.roster);
  if (!names) {
    names = namesInOrder(meeting).filter(({ removed }) => !removed);
    ordered.set(meeting.roster, names);
  }
  return names;
}
