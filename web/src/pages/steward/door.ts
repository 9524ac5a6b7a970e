// Who is to come to a venue, who is there and who is missing, as a steward at its door needs to know it.

import { countedOf, isPresent, whereaboutsOf } from '@rostrum/events';
import type { Instant } from '@rostrum/events';
import type { MeetingView, RosterName } from '@rostrum/projections';
import { everyone, unitName } from '../../meeting/people.ts';
import { find } from '../../ui/find.ts';
import { initialsOf } from './initials.ts';

export type Guest = Pick<RosterName, 'rosterId' | 'name' | 'title' | 'unit' | 'venueId' | 'substitute'> & {
  /** At which venue they were checked in, and when; null where they are at none. */
  readonly at: { readonly venueId: string; readonly since: Instant } | null;
  /** Connected by video or by their page, wherever they are. */
  readonly online: boolean;
  readonly expected: boolean;
  /** Why nobody waits for them. */
  readonly away: 'excused' | 'declined' | null;
};

export type Body = Pick<RosterName, 'rosterId' | 'name' | 'unit' | 'head' | 'expected'> & {
  readonly counted: number | null;
};

export type Door = {
  /** Everyone of the roster who is a person, in order of precedence. */
  readonly guests: ReadonlyMap<string, Guest>;
  /** The delegations that are to come here, or anywhere where nobody said where. */
  readonly bodies: ReadonlyMap<string, Body>;
  readonly present: number;
  readonly missing: number;
  readonly expected: number;
};

/** The door of a venue; of no venue in particular where the meeting has none. */
export function doorOf({ meeting, attendance }: MeetingView, venueId: string | null): Door {
  const names = everyone(meeting);
  const people = names.filter(({ kind }) => kind === 'attendee');
  // Where nobody was given a venue, everyone may come to this one.
  const anywhere = people.every((name) => name.venueId === null);
  const guests = people.map((name): Guest => {
    const { rosterId, title, unit, substitute } = name;
    const check = whereaboutsOf(attendance, rosterId).checks.at(-1);
    const at = check && check.venueId !== null ? { venueId: check.venueId, since: check.at } : null;
    return {
      rosterId,
      name: name.name,
      title,
      unit,
      venueId: name.venueId,
      substitute,
      at,
      online: at === null && isPresent(attendance, rosterId),
      expected: anywhere || name.venueId === venueId,
      away: name.excused !== null ? 'excused' : name.answer === 'declined' ? 'declined' : null,
    };
  });
  const bodies = names
    .filter((name) => name.kind === 'delegation' && (name.venueId === null || name.venueId === venueId))
    .map(({ rosterId, name, unit, head, expected }) => ({
      rosterId,
      name,
      unit,
      head,
      expected,
      counted: countedOf(attendance, rosterId),
    }));
  return {
    guests: new Map(guests.map((guest) => [guest.rosterId, guest])),
    bodies: new Map(bodies.map((body) => [body.rosterId, body])),
    present: guests.filter((guest) => isHere(guest, venueId)).length,
    missing: guests.filter((guest) => isMissing(guest, venueId)).length,
    expected: guests.filter(({ expected, away }) => expected && away === null).length,
  };
}

export const isHere = ({ at }: Guest, venueId: string | null): boolean => at !== null && at.venueId === venueId;

const isMissing = (guest: Guest, venueId: string | null): boolean =>
  guest.expected && guest.away === null && !isHere(guest, venueId);

export type List = 'missing' | 'present' | 'all';

/**
 * The ids of the names to list: of everyone who matches what was typed, else of the chosen list.
 * @param kept ids that stay in the list although they belong there no more: those just dealt with
 */
export function listed(
  { guests }: Door,
  venueId: string | null,
  { list, typed, kept }: { readonly list: List; readonly typed: string; readonly kept: ReadonlySet<string> },
): readonly string[] {
  const all = [...guests.values()];
  if (typed.trim() !== '') {
    const options = all.map(({ rosterId, name, title, unit }) => ({
      rosterId,
      label: name,
      note: `${title ?? ''} ${unitName(unit)}`,
      words: initialsFor(name),
    }));
    return find(options, typed, all.length).map(({ rosterId }) => rosterId);
  }
  const belongs = (guest: Guest) =>
    list === 'all' || (list === 'present' ? isHere(guest, venueId) : isMissing(guest, venueId));
  return all.filter((guest) => belongs(guest) || kept.has(guest.rosterId)).map(({ rosterId }) => rosterId);
}

const known = new Map<string, string>();

/** Initials are asked for with every letter typed, and names do not change. */
function initialsFor(name: string): string {
  let initials = known.get(name);
  if (initials === undefined) known.set(name, (initials = initialsOf(name)));
  return initials;
}
