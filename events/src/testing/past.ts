// What happened in a meeting, in short: events with everything a case does not care about filled in, and the pasts that
// most cases start from. `given(...open, called('report')).when(…)`.

import type { MeetingEvent } from '../meeting/meeting.ts';
import type { Office } from '../meeting/officers.ts';
import { MEETING } from './given.ts';
import type { Happened } from './given.ts';

type Past = readonly Happened<MeetingEvent>[];
type Data<T extends MeetingEvent['type']> = Extract<Happened<MeetingEvent>, { type: T }>['data'];

/** Any event, typed; for those that have no short form here. */
export const happened = <T extends MeetingEvent['type']>(
  type: T,
  data: Data<T>,
): Extract<Happened<MeetingEvent>, { type: T }> =>
  ({ type, data }) as unknown as Extract<Happened<MeetingEvent>, { type: T }>;

const capital = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;

// ── lifecycle ───────────────────────────────────────────────────────────────────────────────────────────────────────

export const scheduled = (other: Partial<Data<'MeetingScheduled'>> = {}) =>
  happened('MeetingScheduled', {
    meetingId: MEETING,
    title: 'Digital Space Work Conference',
    organisation: 'CASIC',
    purpose: [],
    languages: ['en'],
    form: 'video',
    quorum: null,
    timeZone: 'Asia/Shanghai',
    startsAt: '2021-05-26T09:00:00+08:00',
    endsAt: '2021-05-26T11:50:00+08:00',
    ...other,
  });

export const convened = () => happened('MeetingConvened', { notice: null });

export const opened = (other: Partial<Data<'MeetingOpened'>> = {}) =>
  happened('MeetingOpened', { present: 3, quorum: null, withoutQuorumBecause: null, ...other });

export const recessCalled = (other: Partial<Data<'RecessCalled'>> = {}) =>
  happened('RecessCalled', { reason: null, resumesAt: null, ...other });

export const closed = () => happened('MeetingClosed', {});

// ── roster and officers ─────────────────────────────────────────────────────────────────────────────────────────────

export const venueAdded = (venueId: string, other: Partial<Data<'VenueAdded'>> = {}) =>
  happened('VenueAdded', { venueId, name: `Venue ${venueId}`, main: false, ...other });

/** An attendee; the name is the id with a capital letter, the unit `CASIC`. */
export const person = (attendeeId: string, other: Partial<Data<'AttendeeAdded'>> = {}) =>
  happened('AttendeeAdded', {
    attendeeId,
    name: capital(attendeeId),
    title: null,
    unit: 'CASIC',
    capacity: 'member',
    precedence: 1,
    venueId: null,
    ...other,
  });

/** A delegation; the name is the id with a capital letter, the unit `CASIC / Units`. */
export const delegation = (delegationId: string, other: Partial<Data<'DelegationAdded'>> = {}) =>
  happened('DelegationAdded', {
    delegationId,
    name: capital(delegationId),
    unit: 'CASIC / Units',
    capacity: 'member',
    precedence: 10,
    venueId: null,
    expected: null,
    headId: null,
    headName: null,
    ...other,
  });

export const personRemoved = (attendeeId: string) => happened('AttendeeRemoved', { attendeeId, reason: null });

export const appointed = (office: Office, attendeeId: string) => happened('OfficerAppointed', { office, attendeeId });

// ── agenda and floor ────────────────────────────────────────────────────────────────────────────────────────────────

/** An item at the end of the agenda; the title is the id with a capital letter. */
export const item = (itemId: string, other: Partial<Data<'ItemAdded'>> = {}) =>
  happened('ItemAdded', {
    itemId,
    kind: 'discussion',
    title: capital(itemId),
    presenters: [],
    plannedMinutes: null,
    documents: [],
    topics: [],
    beforeItemId: null,
    ...other,
  });

export const called = (itemId: string, at?: string) => happened('ItemCalled', { itemId, ...(at && { at }) });

export const concluded = (itemId: string, outcome: string | null = null) =>
  happened('ItemConcluded', { itemId, outcome });

/** A hand that goes up; the request’s id is `<kind>-<speaker>`. */
export const asked = (speakerId: string, other: Partial<Data<'FloorRequested'>> = {}) => {
  const kind = other.kind ?? 'speech';
  return happened('FloorRequested', { requestId: `${kind}-${speakerId}`, speakerId, kind, note: null, ...other });
};

/** A speech that begins, under the item `report`; its id is `speech-of-<speaker>`. */
export const floorGiven = (speakerId: string, other: Partial<Data<'FloorGiven'>> = {}) =>
  happened('FloorGiven', {
    speechId: `speech-of-${speakerId}`,
    speakerId,
    kind: 'speech',
    itemId: 'report',
    requestId: null,
    limitSeconds: null,
    ...other,
  });

export const yielded = (speakerId: string, at?: string) =>
  happened('FloorYielded', { speechId: `speech-of-${speakerId}`, ...(at && { at }) });

// ── pasts ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Scheduled and prepared: venues `main` and `branch`; attendees `liu` (chair), `chen` (deputy), `sun` (secretary), `wei`;
 * the delegation `academy`; the items `report` and `exchange`.
 */
export const draft: Past = [
  scheduled(),
  venueAdded('main', { main: true }),
  venueAdded('branch'),
  person('liu', { precedence: 1 }),
  person('chen', { precedence: 2 }),
  person('sun', { precedence: 3 }),
  person('wei', { precedence: 4, unit: 'CASIC / Headquarters' }),
  delegation('academy', { precedence: 5, unit: 'CASIC / Units / Academy' }),
  appointed('chair', 'liu'),
  appointed('deputy', 'chen'),
  appointed('secretary', 'sun'),
  item('report'),
  item('exchange'),
];

/** The same, convened. */
export const ready: Past = [...draft, convened()];
/** The same, open; no item has been called. */
export const open: Past = [...ready, opened()];
/** The same, with the item `report` open. */
export const underReport: Past = [...open, called('report')];
/** The same, in recess. */
export const inRecess: Past = [...open, recessCalled()];
/** The same, closed. */
export const over: Past = [...underReport, concluded('report'), closed()];
