// A name of the roster as its form holds it: a person or a body that is present as one.

import type { Attendee, Capacity, Delegation } from '@rostrum/events';
import { numberShown, typedNumber, typedText } from '../form/typed.ts';

export type NameKind = 'attendee' | 'delegation';

export type NameDraft = {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly capacity: Capacity;
  readonly precedence: string;
  /** Empty: remote. */
  readonly venueId: string;
  readonly expected: string;
  readonly headId: string | null;
  readonly headName: string;
};

type Shared = { name: string; unit: string; capacity: Capacity; venueId: string | null };

/** What is said of a person, as the commands take it; without a precedence they come after all others. */
export type PersonEntry = Shared & { title: string | null; precedence?: number };

/** What is said of a delegation, as the commands take it. */
export type BodyEntry = Shared & {
  precedence?: number;
  expected: number | null;
  headId: string | null;
  headName: string | null;
};

export const emptyName = (capacity: Capacity = 'member'): NameDraft => ({
  name: '',
  title: '',
  unit: '',
  capacity,
  precedence: '',
  venueId: '',
  expected: '',
  headId: null,
  headName: '',
});

export const personDraft = (attendee: Attendee): NameDraft => ({
  ...emptyName(attendee.capacity),
  name: attendee.name,
  title: attendee.title ?? '',
  unit: attendee.unit,
  precedence: numberShown(attendee.precedence),
  venueId: attendee.venueId ?? '',
});

export const bodyDraft = (delegation: Delegation): NameDraft => ({
  ...emptyName(delegation.capacity),
  name: delegation.name,
  unit: delegation.unit,
  precedence: numberShown(delegation.precedence),
  venueId: delegation.venueId ?? '',
  expected: numberShown(delegation.expected),
  headId: delegation.headId,
  headName: delegation.headName ?? '',
});

/** The unit as the record writes its path, with one space around each stroke. */
export const unitTyped = (text: string): string =>
  text
    .split('/')
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' / ');

function shared(draft: NameDraft): Shared & { precedence?: number } {
  const precedence = typedNumber(draft.precedence);
  return {
    name: draft.name.trim(),
    unit: unitTyped(draft.unit),
    capacity: draft.capacity,
    venueId: draft.venueId === '' ? null : draft.venueId,
    ...(precedence === null ? {} : { precedence }),
  };
}

/** The person that was typed. */
export const personTyped = (draft: NameDraft): PersonEntry => ({ ...shared(draft), title: typedText(draft.title) });

/** The delegation that was typed. */
export const bodyTyped = (draft: NameDraft): BodyEntry => ({
  ...shared(draft),
  expected: typedNumber(draft.expected),
  headId: draft.headId,
  headName: typedText(draft.headName),
});
