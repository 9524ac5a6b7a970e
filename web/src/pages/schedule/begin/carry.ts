// What a new meeting takes over: from a past one what is chosen of it, from a template its agenda. Pure. Documents, what was
// signed, said, decided and conferred are never taken over: they belong to the record they stand in.

import type { Attendee, Delegation } from '@rostrum/events';
import type { CommandInput } from '../../../api/command.ts';
import type { Language } from '../../../i18n/words.ts';
import { textIn } from '../templates/template.ts';
import type { Template } from '../templates/template.ts';
import type { Past, PastMeeting } from './past.ts';

/** What is chosen to be taken over. */
export type Carry = {
  readonly agenda: boolean;
  readonly attendees: boolean;
  readonly delegations: boolean;
  readonly officers: boolean;
  readonly venues: boolean;
  /** Directives still open, as an item. */
  readonly directives: boolean;
};

export const carryAll: Carry = {
  agenda: true,
  attendees: true,
  delegations: true,
  officers: true,
  venues: true,
  directives: true,
};

type Input = CommandInput<'schedule-meeting'>;
export type Parts = {
  readonly [Part in 'attendees' | 'delegations' | 'officers' | 'items']: NonNullable<Input[Part]>;
};

export const noParts: Parts = { attendees: [], delegations: [], officers: {}, items: [] };

/** What there is to take over from a meeting. */
export function carriable({ meeting, directives }: Past) {
  const { agenda, officers, roster } = meeting;
  const here = (rosterId: string | null) =>
    roster.attendees.find(({ attendeeId, removed }) => attendeeId === rosterId && !removed);
  return {
    items: agenda.order.flatMap(
      (id) => agenda.items.find(({ itemId, status }) => itemId === id && status !== 'withdrawn') ?? [],
    ),
    attendees: roster.attendees.filter(({ removed }) => !removed),
    delegations: roster.delegations.filter(({ removed }) => !removed),
    venues: roster.venues.filter(({ withdrawn }) => !withdrawn),
    chair: here(officers.chair),
    deputies: officers.deputies.flatMap((deputy) => (deputy === officers.chair ? [] : (here(deputy) ?? []))),
    secretary: here(officers.secretary),
    directives,
  };
}

/** Characters of a topic of the agenda. */
const TOPIC = 500;
/** Minutes planned for what became of the directives. */
const FOLLOW_UP = 15;

/** A text of any length as one line that fits a topic. */
function asTopic(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/g, ' ').trim());
  return characters.length <= TOPIC
    ? characters.join('')
    : `${characters
        .slice(0, TOPIC - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * The parts taken over from a past meeting.
 * @param venueIds venues that the new meeting has; who sat elsewhere takes part by video
 * @param followUp title of the item for directives still open
 */
export function partsAfter(past: Past, carry: Carry, venueIds: readonly string[], followUp: string): Parts {
  const found = carriable(past);
  const venueOf = (venueId: string | null) => (venueId !== null && venueIds.includes(venueId) ? venueId : null);
  const attendees = carry.attendees ? found.attendees : [];
  const delegations = carry.delegations ? found.delegations : [];
  const listed = new Set([
    ...attendees.map(({ attendeeId }) => attendeeId),
    ...delegations.map(({ delegationId }) => delegationId),
  ]);
  const officers = carry.officers && carry.attendees ? found : { chair: undefined, deputies: [], secretary: undefined };
  const items: Parts['items'] = carry.agenda
    ? found.items.map(({ itemId, kind, title, presenters, plannedMinutes, topics }) => ({
        itemId,
        kind,
        title,
        presenters: presenters.filter((presenter) => listed.has(presenter)),
        plannedMinutes,
        topics: [...topics],
      }))
    : [];
  return {
    attendees: attendees.map((attendee) => attendeeAgain(attendee, venueOf)),
    delegations: delegations.map((delegation) => delegationAgain(delegation, venueOf, past.meeting, listed)),
    officers: {
      chair: officers.chair?.attendeeId ?? null,
      deputies: officers.deputies.map(({ attendeeId }) => attendeeId),
      secretary: officers.secretary?.attendeeId ?? null,
    },
    items: carry.directives && found.directives.length > 0 ? withFollowUp(items, found.directives, followUp) : items,
  };
}

type VenueOf = (venueId: string | null) => string | null;

const attendeeAgain = (attendee: Attendee, venueOf: VenueOf) => {
  const { attendeeId, name, title, unit, capacity, precedence, venueId } = attendee;
  return { attendeeId, name, title, unit, capacity, precedence, venueId: venueOf(venueId) };
};

function delegationAgain(
  delegation: Delegation,
  venueOf: VenueOf,
  { roster }: PastMeeting,
  listed: ReadonlySet<string>,
) {
  const { delegationId, name, unit, capacity, precedence, venueId, expected, headId, headName } = delegation;
  const head = roster.attendees.find(({ attendeeId }) => attendeeId === headId);
  const stays = headId !== null && listed.has(headId);
  return {
    delegationId,
    name,
    unit,
    capacity,
    precedence,
    venueId: venueOf(venueId),
    expected,
    headId: stays ? headId : null,
    headName: stays ? null : (headName ?? head?.name ?? null),
  };
}

/** The agenda with what became of the directives, after the opening. */
function withFollowUp(items: Parts['items'], directives: Past['directives'], title: string): Parts['items'] {
  const used = new Set(items.map(({ itemId }) => itemId));
  let itemId = 'follow-up';
  for (let number = 2; used.has(itemId); number++) itemId = `follow-up-${number}`;
  const item = {
    itemId,
    kind: 'report' as const,
    title,
    plannedMinutes: FOLLOW_UP,
    topics: directives.slice(0, 100).map(({ text }) => asTopic(text)),
  };
  return items.toSpliced(items[0]?.kind === 'opening' ? 1 : 0, 0, item);
}

/** The agenda of a template, in the languages of the meeting. */
export const partsOf = (template: Template, languages: readonly Language[]): Parts => ({
  ...noParts,
  items: template.items.map(({ itemId, kind, minutes, title }) => ({
    itemId,
    kind,
    title: textIn(title, languages),
    plannedMinutes: minutes,
  })),
});

/** Sum of the planned minutes. */
export const minutesOf = ({ items }: Parts): number =>
  items.reduce((sum, { plannedMinutes }) => sum + (plannedMinutes ?? 0), 0);
