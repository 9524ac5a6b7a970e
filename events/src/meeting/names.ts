// The names of a meeting: attendees, who are persons, and delegations, which are bodies. Both can be given the floor,
// present an item and be addressed, so they share one space of ids, the roster ids.

import * as z from 'zod';
import { reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import { id, line, unitPath } from '../kernel/text.ts';
import type { RosterState } from './roster.ts';

/** What someone is in the meeting. It gives no office: officers are appointed. */
export const capacity = z.enum([
  'chair',
  'leader',
  'rapporteur',
  'member',
  'presenter',
  'commended',
  'observer',
  'guest',
  'interpreter',
  'staff',
  'steward',
]);
export type Capacity = z.infer<typeof capacity>;

/** The last place in the order of precedence: whoever comes after it shares it. */
export const LAST_PLACE = 1_000_000;
const PRECEDENCE = `Must be a whole number from 1 to ${LAST_PLACE}.`;

/** What every name on the roster has. */
export const nameFields = {
  name: line(200),
  unit: unitPath,
  capacity,
  /** Order of precedence: 1 is the highest. Equals are listed in the order in which they were added. */
  precedence: z.int(PRECEDENCE).min(1, PRECEDENCE).max(LAST_PLACE, PRECEDENCE),
  /** Where they are present in person; null: by video from elsewhere. */
  venueId: id.nullable(),
};

export type Substitute = { readonly name: string; readonly title: string | null };

export type Attendee = {
  readonly attendeeId: string;
  readonly name: string;
  readonly title: string | null;
  readonly unit: string;
  readonly capacity: Capacity;
  readonly precedence: number;
  readonly venueId: string | null;
  readonly answer: 'none' | 'accepted' | 'declined' | 'substituted';
  /** Who comes instead, where the answer is `substituted`. */
  readonly substitute: Substitute | null;
  /** What was said with the answer. */
  readonly note: string | null;
  /** Why the absence is excused; null: it is not. */
  readonly excused: string | null;
  readonly removed: boolean;
};

export type Delegation = {
  readonly delegationId: string;
  readonly name: string;
  readonly unit: string;
  readonly capacity: Capacity;
  readonly precedence: number;
  readonly venueId: string | null;
  /** How many are to come. */
  readonly expected: number | null;
  /** The attendee who leads it and speaks for it. */
  readonly headId: string | null;
  /** The head's name, where the head is not on the roster. */
  readonly headName: string | null;
  readonly removed: boolean;
};

/** The attendee with this roster id who has not been removed. */
export function attendeeOnRoster(roster: RosterState, rosterId: string): Attendee | undefined {
  const attendee = roster.attendees.get(rosterId);
  return attendee?.removed ? undefined : attendee;
}

/** The delegation with this roster id that has not been removed. */
export function delegationOnRoster(roster: RosterState, rosterId: string): Delegation | undefined {
  const delegation = roster.delegations.get(rosterId);
  return delegation?.removed ? undefined : delegation;
}

/** The attendee or delegation with this roster id that has not been removed. */
export const entryOnRoster = (roster: RosterState, rosterId: string): Attendee | Delegation | undefined =>
  attendeeOnRoster(roster, rosterId) ?? delegationOnRoster(roster, rosterId);

/** The name at a roster id, of an attendee or a delegation; undefined where there is none or it was removed. */
export const nameOnRoster = (roster: RosterState, rosterId: string): string | undefined =>
  entryOnRoster(roster, rosterId)?.name;

/** The name at a roster id as the record tells it, removed names included; the id itself where it was never known. */
export const nameInRecord = (roster: RosterState, rosterId: string): string =>
  (roster.attendees.get(rosterId) ?? roster.delegations.get(rosterId))?.name ?? rosterId;

/** The place in the order of precedence after all who have one. */
export function nextPlace({ attendees, delegations }: RosterState, alsoTaken: readonly number[] = []): number {
  let last = 0;
  for (const { precedence } of attendees) last = Math.max(last, precedence);
  for (const { precedence } of delegations) last = Math.max(last, precedence);
  for (const place of alsoTaken) last = Math.max(last, place);
  return Math.min(last + 1, LAST_PLACE);
}

/** What a name is on the roster, in the words of `roster.csv`. */
export type NameKind = 'person' | 'delegation';

/** The person or delegation of this name in this unit that has not been removed. */
export function findByName(
  roster: RosterState,
  kind: NameKind,
  wanted: { readonly name: string; readonly unit: string },
) {
  const entries: readonly (Attendee | Delegation)[] = (
    kind === 'person' ? roster.attendees : roster.delegations
  ).values();
  return entries.find(({ name, unit, removed }) => !removed && name === wanted.name && unit === wanted.unit);
}

/** The refusal of a name that stands already, at another id, in the same unit. */
export function namesake(
  roster: RosterState,
  kind: NameKind,
  wanted: { readonly name: string; readonly unit: string },
  exceptId: string,
): Rejection | undefined {
  const found = findByName(roster, kind, wanted);
  const foundId = found && rosterIdOf(found);
  return foundId === undefined || foundId === exceptId ? undefined : sameName(wanted, foundId);
}

/** The refusal of a name that someone else, at another id, has in the same unit. */
export const sameName = (
  { name, unit }: { readonly name: string; readonly unit: string },
  rosterId: string,
  facts: Readonly<Record<string, string>> = {},
): Rejection =>
  reject.conflict(
    'roster.namesake',
    `${name} (${unit}) is on the roster already. Revise that entry, or add to the name what tells the two apart.`,
    { rosterId, name, unit, ...facts },
  );

/** The roster id of an entry. */
export const rosterIdOf = (entry: Attendee | Delegation): string =>
  'attendeeId' in entry ? entry.attendeeId : entry.delegationId;

/** The refusal of an id that an attendee or a delegation has, or had before it was removed. */
export function idTaken(roster: RosterState, rosterId: string): Rejection | undefined {
  const known = roster.attendees.get(rosterId) ?? roster.delegations.get(rosterId);
  if (!known) return undefined;
  const says = known.removed
    ? 'had this id and was removed. Use another id.'
    : 'has this id already. Revise that entry, or use another id.';
  return reject.conflict('roster.id-taken', `${known.name} ${says}`, { rosterId });
}
