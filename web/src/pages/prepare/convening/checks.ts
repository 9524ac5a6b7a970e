// What is missing before a meeting is convened: what convening is refused without, and what one would miss later.

import { unitsOnRoster } from '@rostrum/events';
import type { AgendaItem, ItemKind, MeetingState } from '@rostrum/events';
import type { SectionId } from '../sections.ts';

export type CheckId =
  | 'time'
  | 'venue'
  | 'seats'
  | 'agenda'
  | 'minutes'
  | 'fits'
  | 'presenters'
  | 'promised'
  | 'roster'
  | 'quorum'
  | 'chair'
  | 'secretary'
  | 'links'
  | 'commendations'
  | 'statements';

export type Check = {
  readonly id: CheckId;
  /** Where it is put right. */
  readonly section: SectionId;
  /** `needed`: the meeting cannot be convened without; `advised`: it can, and somebody will miss it. */
  readonly state: 'done' | 'needed' | 'advised';
  /** How many there are, or how many are missing. */
  readonly count: number;
  /** The first item of the agenda that it is about; undefined where it is about none. */
  readonly itemId?: string | undefined;
};

/** What is known beside the meeting itself. */
export type Beside = {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** True where a link opens the door to an attendee; null where it is not known. */
  readonly hasLink: ((attendeeId: string) => boolean) | null;
};

const MINUTE = 60_000;

/** Items that somebody holds: without a name nobody knows that it is them. */
const HELD: ReadonlySet<ItemKind> = new Set(['report', 'speech', 'exchange']);

/** Everything that is looked at, in the order of the page. What does not concern the meeting is left out. */
export function checksOf(meeting: MeetingState, { now, hasLink }: Beside): readonly Check[] {
  const { lifecycle, agenda, roster, officers, commendations, statements, documents } = meeting;
  const items = agenda.order.flatMap((itemId) => agenda.items.get(itemId) ?? []);
  const attendees = roster.attendees.values().filter(({ removed }) => !removed);
  const delegations = roster.delegations.values().filter(({ removed }) => !removed);
  const unplanned = items.filter(({ plannedMinutes }) => plannedMinutes === null);
  const unheld = items.filter(({ kind, presenters }) => HELD.has(kind) && presenters.length === 0);
  const papers = documents.all.values().filter(({ withdrawn }) => withdrawn === null);
  const unpapered = items.filter(
    (item) =>
      item.kind === 'announcement' &&
      item.documents.length === 0 &&
      !papers.some(({ itemId }) => itemId === item.itemId),
  );
  const expected = attendees.length + delegations.reduce((sum, delegation) => sum + (delegation.expected ?? 1), 0);
  const venues = roster.venues.values().filter(({ withdrawn }) => !withdrawn);
  const seated = new Set([...attendees, ...delegations].map(({ venueId }) => venueId));
  const unseated = venues.filter(({ venueId }) => !seated.has(venueId)).length;
  const planned = items.reduce((sum, { plannedMinutes }) => sum + (plannedMinutes ?? 0), 0);
  const room = Math.round((Date.parse(lifecycle.endsAt) - Date.parse(lifecycle.startsAt)) / MINUTE);
  const outside = hasLink === null ? 0 : attendees.filter(({ attendeeId }) => !hasLink(attendeeId)).length;
  const has = (kind: ItemKind) => items.some((item) => item.kind === kind);

  const check = (id: CheckId, section: SectionId, state: 'needed' | 'advised', done: boolean, count = 0): Check => ({
    id,
    section,
    state: done ? 'done' : state,
    count,
  });
  /** Advises that none of some items be left; leads to the first. */
  const ofItems = (id: CheckId, left: readonly AgendaItem[]): Check => ({
    ...check(id, 'agenda', 'advised', left.length === 0, left.length),
    itemId: left[0]?.itemId,
  });
  const inPerson = lifecycle.form !== 'video';
  return [
    check('time', 'outline', 'advised', Date.parse(lifecycle.startsAt) > now),
    ...(inPerson
      ? [
          check(
            'venue',
            'venues',
            'advised',
            venues.some(({ main }) => main),
          ),
          ...(venues.length > 0 && seated.size > 0
            ? [check('seats', 'venues', 'advised', unseated === 0, unseated)]
            : []),
        ]
      : []),
    check('agenda', 'agenda', 'needed', items.length > 0, items.length),
    ...(items.length > 0 ? [ofItems('minutes', unplanned)] : []),
    ...(items.length > 0 ? [check('fits', 'agenda', 'advised', planned <= room, planned - room)] : []),
    ...(items.some(({ kind }) => HELD.has(kind)) ? [ofItems('presenters', unheld)] : []),
    ...(has('announcement') ? [ofItems('promised', unpapered)] : []),
    check('roster', 'roster', 'needed', attendees.length + delegations.length > 0, unitsOnRoster(roster).length),
    ...(lifecycle.quorum !== null && expected > 0
      ? [check('quorum', 'roster', 'advised', expected >= lifecycle.quorum, lifecycle.quorum - expected)]
      : []),
    check('chair', 'officers', 'advised', officers.chair !== null),
    check('secretary', 'officers', 'advised', officers.secretary !== null),
    ...(attendees.length > 0 && hasLink !== null ? [check('links', 'links', 'advised', outside === 0, outside)] : []),
    ...(has('commendation')
      ? [
          check(
            'commendations',
            'commendations',
            'advised',
            commendations.all.values().some(({ status }) => status === 'prepared'),
          ),
        ]
      : []),
    ...(has('statement')
      ? [
          check(
            'statements',
            'statements',
            'advised',
            statements.all.values().some(({ status }) => status === 'drafted'),
          ),
        ]
      : []),
  ];
}
