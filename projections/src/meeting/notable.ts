// Which events a person stepping through a record stops at: what was said, called, decided, conferred or ordered, and the
// meeting's own turns. Preparations, raised hands, arrivals and chat are passed over.

import type { MeetingEvent } from '@rostrum/events';

const notable: ReadonlySet<string> = new Set<MeetingEvent['type']>([
  'MeetingConvened',
  'MeetingOpened',
  'RecessCalled',
  'MeetingResumed',
  'MeetingClosed',
  'MeetingMinuted',
  'MeetingCancelled',
  'ChairHandedOver',
  'ItemCalled',
  'ItemConcluded',
  'ItemDeferred',
  'ItemReopened',
  'ItemReturned',
  'FloorGiven',
  'FloorYielded',
  'FloorTakenBack',
  'DirectiveIssued',
  'StatementIssued',
  'CommendationConferred',
  'DocumentAnnounced',
  'MotionPut',
  'VoteOpened',
  'VoteClosed',
  'MinutesAdopted',
  'CorrectionRecorded',
]);

/** True where stepping stops at this event. */
export const isNotable = ({ type }: { readonly type: string }): boolean => notable.has(type);
