// What is missing before a meeting is convened: what convening is refused without, and what one would miss later.

import { unitsOnRoster } from '@rostrum/events';
import type { ItemKind, MeetingState } from '@rostrum/events';
import type { SectionId } from '../sections.ts';

export type CheckId =
  | 'time'
  | 'venue'
  | 'agenda'
  | 'minutes'
  | 'fits'
  | 'roster'
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
};

/** What is known beside the meeting itself. */
export type Beside = {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** True where a link opens the door to an attendee; null where it is not known. */
  readonly hasLink: ((attendeeId: string) => boolean) | null;
};

const MINUTE = 60_000;

/** Everything that is looked at, in the order of the page. What does not concern the meeting is left out. */
export function checksOf(meeting: MeetingState, { now, hasLink }: Beside): readonly Check[] {
  const { lifecycle, agenda, roster, officers, commendations, statements } = meeting;
  const items = agenda.order.flatMap((itemId) => agenda.items.get(itemId) ?? []);
  const attendees = roster.attendees.values().filter(({ removed }) => !removed);
  const delegations = roster.delegations.values().filter(({ removed }) => !removed);
  const unplanned = items.filter(({ plannedMinutes }) => plannedMinutes === null).length;
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
  const inPerson = lifecycle.form !== 'video';
  return [
    check('time', 'outline', 'advised', Date.parse(lifecycle.startsAt) > now),
    ...(inPerson
      ? [
          check(
            'venue',
            'venues',
            'advised',
            roster.venues.values().some(({ main, withdrawn }) => main && !withdrawn),
          ),
        ]
      : []),
    check('agenda', 'agenda', 'needed', items.length > 0, items.length),
    ...(items.length > 0 ? [check('minutes', 'agenda', 'advised', unplanned === 0, unplanned)] : []),
    ...(items.length > 0 ? [check('fits', 'agenda', 'advised', planned <= room, planned - room)] : []),
    check('roster', 'roster', 'needed', attendees.length + delegations.length > 0, unitsOnRoster(roster).length),
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
