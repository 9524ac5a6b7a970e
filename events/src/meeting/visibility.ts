// Which events of a meeting everyone may see, and which the officers alone: what is under embargo or in draft. Whatever
// becomes public later does so by an event that tells it whole (`CommendationConferred`, `StatementIssued`,
// `DocumentAnnounced`), so folding only what everyone may see gives a true state without what is hidden.

import type { DomainEvent } from '../kernel/event.ts';
import type { Distribution } from './document.ts';
import type { MeetingEvent } from './meeting.ts';

/** For whom an event is folded and sent: the officers, or everyone else in the meeting. */
export type Audience = 'officers' | 'attendees';

/**
 * From where a meeting is followed live: by one of its audiences, by a screen that hangs in the hall, or by a steward at
 * the door. A screen sees what everyone does; a steward who is expected, who is there and at which venue.
 */
export type Seat = Audience | 'hall' | 'door';

/** What a steward needs to know of a meeting: when and where it is, how far it has come, and its roster. */
const AT_THE_DOOR: ReadonlySet<string> = new Set([
  'MeetingScheduled',
  'MeetingRevised',
  'MeetingRescheduled',
  'MeetingConvened',
  'MeetingOpened',
  'RecessCalled',
  'MeetingResumed',
  'MeetingClosed',
  'MeetingMinuted',
  'MeetingCancelled',
  'VenueAdded',
  'VenueRevised',
  'VenueWithdrawn',
  'AttendeeAdded',
  'AttendeeRevised',
  'AttendeeRemoved',
  'DelegationAdded',
  'DelegationRevised',
  'DelegationRemoved',
  'AttendanceAnswered',
  'AttendeeExcused',
  'ExcuseWithdrawn',
] satisfies MeetingEvent['type'][]);

type Rule<Data> = Distribution | ((data: Data) => Distribution);

const asDistributed = (data: { readonly distribution: Distribution }): Distribution => data.distribution;

/** For each event type who may see it, or how its data tells; the compiler finds the type that is missing. */
export const visibility: { readonly [T in MeetingEvent['type']]: Rule<Extract<MeetingEvent, { type: T }>['data']> } = {
  MeetingScheduled: 'everyone',
  MeetingRevised: 'everyone',
  MeetingRescheduled: 'everyone',
  MeetingConvened: 'everyone',
  MeetingOpened: 'everyone',
  RecessCalled: 'everyone',
  MeetingResumed: 'everyone',
  MeetingClosed: 'everyone',
  MeetingMinuted: 'everyone',
  MeetingCancelled: 'everyone',
  CorrectionRecorded: 'everyone',

  OfficerAppointed: 'everyone',
  OfficerRelieved: 'everyone',
  ChairHandedOver: 'everyone',

  ItemAdded: 'everyone',
  ItemRevised: 'everyone',
  ItemMoved: 'everyone',
  ItemWithdrawn: 'everyone',
  ItemCalled: 'everyone',
  ItemConcluded: 'everyone',
  ItemDeferred: 'everyone',
  ItemReopened: 'everyone',
  ItemReturned: 'everyone',

  VenueAdded: 'everyone',
  VenueRevised: 'everyone',
  VenueWithdrawn: 'everyone',
  AttendeeAdded: 'everyone',
  AttendeeRevised: 'everyone',
  AttendeeRemoved: 'everyone',
  DelegationAdded: 'everyone',
  DelegationRevised: 'everyone',
  DelegationRemoved: 'everyone',
  AttendanceAnswered: 'everyone',
  AttendeeExcused: 'everyone',
  ExcuseWithdrawn: 'everyone',

  FloorRequested: 'everyone',
  FloorRequestWithdrawn: 'everyone',
  FloorRequestDismissed: 'everyone',
  FloorRequestMoved: 'everyone',
  QueueDisciplineSet: 'everyone',
  UnitBudgetSet: 'everyone',
  FloorGiven: 'everyone',
  FloorExtended: 'everyone',
  FloorPaused: 'everyone',
  FloorResumed: 'everyone',
  FloorYielded: 'everyone',
  FloorTakenBack: 'everyone',
  SpeechSummarized: 'everyone',

  DirectiveIssued: 'everyone',
  DirectiveRevised: 'everyone',
  DirectiveWithdrawn: 'everyone',

  StatementDrafted: 'officers',
  StatementRevised: 'officers',
  StatementWithdrawn: 'officers',
  StatementIssued: 'everyone',
  StatementSigned: 'everyone',
  StatementDeclined: 'everyone',

  CommendationPrepared: 'officers',
  CommendationRevised: 'officers',
  CommendationWithdrawn: 'officers',
  CommendationConferred: 'everyone',

  DocumentTabled: asDistributed,
  DocumentReplaced: asDistributed,
  DocumentWithdrawn: asDistributed,
  DocumentAnnounced: 'everyone',
  DocumentRead: asDistributed,

  MotionPut: 'everyone',
  MotionRevised: 'everyone',
  MotionWithdrawn: 'everyone',
  VoteOpened: 'everyone',
  VoteClosed: 'everyone',
  VoteAbandoned: 'everyone',
  ObjectionRaised: 'everyone',
  HandsCounted: 'everyone',
  VoteCast: 'everyone',
  BallotCast: 'everyone',
  BallotsCounted: 'everyone',

  MinutesEdited: 'officers',
  MinutesSigned: 'officers',
  MinutesAdopted: 'everyone',
};

/** True where the event may be seen from the seat. A type that is unknown here is for the officers alone. */
export function isVisibleTo(event: DomainEvent, seat: Seat): boolean {
  if (seat === 'officers') return true;
  if (seat === 'door' && !AT_THE_DOOR.has(event.type)) return false;
  const rule: Rule<never> = Object.hasOwn(visibility, event.type)
    ? visibility[event.type as MeetingEvent['type']]
    : 'officers';
  return (typeof rule === 'function' ? rule(event.data as never) : rule) === 'everyone';
}
