// To whom a statement is addressed: names, units with all below them, capacities. What can be chosen, and what a choice is
// called.

import type { Capacity, MeetingState } from '@rostrum/events';
import { unitsOnRoster } from '@rostrum/events';
import { unitName } from '../../../meeting/people.ts';
import { unitPaths } from '../../../meeting/units.ts';
import type { Findable } from '../../../ui/finder.tsx';
import { nameOf, nameOptions } from '../people-options.ts';

/** The words in which groups are named, and their order. */
export type AddresseeWords = {
  readonly unit: (path: string) => string;
  readonly capacity: (capacity: Capacity) => string;
  readonly compare: (one: string, other: string) => number;
  readonly groups: { readonly units: string; readonly capacities: string; readonly names: string };
};

const UNIT = 'unit:';
const CAPACITY = 'capacity:';

/** The units, the capacities that somebody has, and the names of the roster. */
export function addresseeOptions(meeting: MeetingState, words: AddresseeWords): readonly Findable[] {
  const names = [...meeting.roster.attendees, ...meeting.roster.delegations].filter(({ removed }) => !removed);
  const capacities = [...new Set(names.map(({ capacity }) => capacity))];
  return [
    ...unitPaths(unitsOnRoster(meeting.roster), words.compare).map((path) => ({
      value: UNIT + path,
      label: words.unit(unitName(path)),
      note: path.includes(' / ') ? path.slice(0, path.lastIndexOf(' / ')) : undefined,
      group: words.groups.units,
    })),
    ...capacities.map((capacity) => ({
      value: CAPACITY + capacity,
      label: words.capacity(capacity),
      group: words.groups.capacities,
    })),
    ...nameOptions(meeting).map((option) => ({ ...option, group: words.groups.names })),
  ];
}

/** What an addressee is called. */
export function addresseeName(meeting: MeetingState, addressee: string, words: AddresseeWords): string {
  if (addressee.startsWith(UNIT)) return words.unit(addressee.slice(UNIT.length));
  if (addressee.startsWith(CAPACITY)) return words.capacity(addressee.slice(CAPACITY.length) as Capacity);
  return nameOf(meeting, addressee);
}
