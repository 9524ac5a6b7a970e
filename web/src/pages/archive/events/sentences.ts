// Every event of a record as one line: a sentence for each type, with names in the place of ids.

import type { AttendanceEvent, ConversationEvent, FollowUpEvent, MeetingEvent } from '@rostrum/events';
import type { ViewEvent } from '@rostrum/projections';
import { clock } from '../../../i18n/format.ts';
import type { Formats } from '../../../i18n/format.ts';
import type { record } from '../../../i18n/en/record.ts';
import type { Translate, TranslateOf } from '../../../i18n/words.ts';
import type { Names } from './names.ts';
import { respondentName } from './names.ts';

export type RecordEvent = MeetingEvent | AttendanceEvent | ConversationEvent | FollowUpEvent;

/** What a sentence is made with. */
export type Telling = {
  /** The record's own words, and the words of every page. */
  readonly r: TranslateOf<typeof record>;
  readonly t: Translate;
  readonly names: Names;
  readonly formats: Formats;
};

type Sentences = {
  readonly [T in RecordEvent['type']]: (data: Extract<RecordEvent, { type: T }>['data'], telling: Telling) => string;
};

const ordinalOf = (directiveId: string, { names, r }: Telling) =>
  names.view.meeting.directives.all.get(directiveId)?.ordinal ?? r('unnumbered');
const statementTitle = (statementId: string, { names }: Telling) =>
  names.view.meeting.statements.all.get(statementId)?.title ?? statementId;
const awardOf = (commendationId: string, { names }: Telling) =>
  names.view.meeting.commendations.all.get(commendationId)?.award ?? commendationId;
const documentTitle = (documentId: string, { names }: Telling) =>
  names.view.meeting.documents.all.get(documentId)?.title ?? documentId;
const motionTitle = (motionId: string, { names }: Telling) =>
  names.view.meeting.decisions.motions.get(motionId)?.title ?? motionId;
const asker = (requestId: string, { names, r }: Telling) => names.asker(requestId) ?? r('somebody');
const answered = (data: { directiveId: string; respondent: string }, telling: Telling) => ({
  ordinal: ordinalOf(data.directiveId, telling),
  name: respondentName(telling.names.view.meeting, data.respondent),
});

const sentences: Sentences = {
  MeetingScheduled: ({ title }, { r }) => r('MeetingScheduled', { title }),
  MeetingRevised: (_data, { r }) => r('MeetingRevised'),
  MeetingRescheduled: ({ startsAt }, { r, formats }) =>
    r('MeetingRescheduled', { when: `${formats.day(startsAt)} ${formats.time(startsAt)}` }),
  MeetingConvened: (_data, { r }) => r('MeetingConvened'),
  MeetingCancelled: ({ reason }, { r }) => r('MeetingCancelled', { reason }),
  MeetingOpened: ({ present }, { r }) => r('MeetingOpened', { count: present }),
  RecessCalled: (_data, { r }) => r('RecessCalled'),
  MeetingResumed: (_data, { r }) => r('MeetingResumed'),
  MeetingClosed: (_data, { r }) => r('MeetingClosed'),
  MeetingMinuted: (_data, { r }) => r('MeetingMinuted'),
  CorrectionRecorded: ({ field, newValue }, { r }) => r('CorrectionRecorded', { field, value: newValue }),

  OfficerAppointed: ({ attendeeId, office }, { r, t, names }) =>
    r('OfficerAppointed', { name: names.person(attendeeId), office: t(`office.${office}`) }),
  OfficerRelieved: ({ attendeeId, office }, { r, t, names }) =>
    r('OfficerRelieved', { name: names.person(attendeeId), office: t(`office.${office}`) }),
  ChairHandedOver: ({ to }, { r, names }) => r('ChairHandedOver', { name: names.person(to) }),

  ItemAdded: ({ title }, { r }) => r('ItemAdded', { item: title }),
  ItemRevised: ({ itemId }, { r, names }) => r('ItemRevised', { item: names.item(itemId) }),
  ItemMoved: ({ itemId }, { r, names }) => r('ItemMoved', { item: names.item(itemId) }),
  ItemWithdrawn: ({ itemId }, { r, names }) => r('ItemWithdrawn', { item: names.item(itemId) }),
  ItemCalled: ({ itemId }, { r, names }) => r('ItemCalled', { item: names.item(itemId) }),
  ItemConcluded: ({ itemId }, { r, names }) => r('ItemConcluded', { item: names.item(itemId) }),
  ItemDeferred: ({ itemId }, { r, names }) => r('ItemDeferred', { item: names.item(itemId) }),
  ItemReopened: ({ itemId }, { r, names }) => r('ItemReopened', { item: names.item(itemId) }),
  ItemReturned: ({ itemId }, { r, names }) => r('ItemReturned', { item: names.item(itemId) }),

  VenueAdded: ({ name }, { r }) => r('VenueAdded', { venue: name }),
  VenueRevised: ({ name }, { r }) => r('VenueRevised', { venue: name }),
  VenueWithdrawn: ({ venueId }, { r, names }) => r('VenueWithdrawn', { venue: names.venue(venueId) }),
  AttendeeAdded: ({ name }, { r }) => r('AttendeeAdded', { name }),
  AttendeeRevised: ({ name }, { r }) => r('AttendeeRevised', { name }),
  AttendeeRemoved: ({ attendeeId }, { r, names }) => r('AttendeeRemoved', { name: names.person(attendeeId) }),
  DelegationAdded: ({ name }, { r }) => r('DelegationAdded', { name }),
  DelegationRevised: ({ name }, { r }) => r('DelegationRevised', { name }),
  DelegationRemoved: ({ delegationId }, { r, names }) => r('DelegationRemoved', { name: names.person(delegationId) }),
  AttendanceAnswered: ({ attendeeId, answer, substitute }, { r, names }) => {
    const name = names.person(attendeeId);
    return answer === 'substituted'
      ? r('AttendanceAnswered.substituted', { name, substitute: substitute?.name ?? r('somebody') })
      : r(`AttendanceAnswered.${answer}`, { name });
  },
  AttendeeExcused: ({ attendeeId, reason }, { r, names }) =>
    r('AttendeeExcused', { name: names.person(attendeeId), reason }),
  ExcuseWithdrawn: ({ attendeeId }, { r, names }) => r('ExcuseWithdrawn', { name: names.person(attendeeId) }),

  FloorRequested: ({ speakerId, kind }, { r, t, names }) =>
    r('FloorRequested', { name: names.person(speakerId), kind: t(`request.${kind}`) }),
  FloorRequestWithdrawn: ({ requestId }, telling) =>
    telling.r('FloorRequestWithdrawn', { name: asker(requestId, telling) }),
  FloorRequestDismissed: ({ requestId }, telling) =>
    telling.r('FloorRequestDismissed', { name: asker(requestId, telling) }),
  FloorRequestMoved: ({ requestId }, telling) => telling.r('FloorRequestMoved', { name: asker(requestId, telling) }),
  QueueDisciplineSet: ({ discipline }, { r, t }) =>
    r('QueueDisciplineSet', { discipline: t(`discipline.${discipline}`) }),
  UnitBudgetSet: ({ unit, limitSeconds }, { r }) =>
    limitSeconds === null
      ? r('UnitBudgetSet.lifted', { unit })
      : r('UnitBudgetSet', { unit, time: clock(limitSeconds) }),
  FloorGiven: ({ speakerId }, { r, names }) => r('FloorGiven', { name: names.person(speakerId) }),
  FloorExtended: ({ speechId, limitSeconds }, { r, names }) =>
    r('FloorExtended', { name: names.speaker(speechId), time: clock(limitSeconds) }),
  FloorPaused: ({ speechId, questionerId }, { r, names }) =>
    questionerId === null
      ? r('FloorPaused', { name: names.speaker(speechId) })
      : r('FloorPaused.by', { name: names.speaker(speechId), questioner: names.person(questionerId) }),
  FloorResumed: ({ speechId }, { r, names }) => r('FloorResumed', { name: names.speaker(speechId) }),
  FloorYielded: ({ speechId }, { r, names }) => r('FloorYielded', { name: names.speaker(speechId) }),
  FloorTakenBack: ({ speechId }, { r, names }) => r('FloorTakenBack', { name: names.speaker(speechId) }),
  SpeechSummarized: ({ speechId, points }, { r, names }) =>
    r('SpeechSummarized', { name: names.speaker(speechId), count: points.length }),

  DirectiveIssued: ({ ordinal, text }, { r }) => r('DirectiveIssued', { ordinal, text }),
  DirectiveRevised: ({ ordinal, text }, { r }) => r('DirectiveRevised', { ordinal, text }),
  DirectiveWithdrawn: ({ directiveId, reason }, telling) =>
    telling.r('DirectiveWithdrawn', { ordinal: ordinalOf(directiveId, telling), reason }),
  DirectiveAcknowledged: (data, telling) => telling.r('DirectiveAcknowledged', answered(data, telling)),
  DirectiveProgressed: (data, telling) => telling.r('DirectiveProgressed', answered(data, telling)),
  DirectiveDischarged: (data, telling) => telling.r('DirectiveDischarged', answered(data, telling)),
  DirectiveReopened: (data, telling) => telling.r('DirectiveReopened', answered(data, telling)),

  StatementDrafted: ({ title }, { r }) => r('StatementDrafted', { title }),
  StatementRevised: ({ title }, { r }) => r('StatementRevised', { title }),
  StatementWithdrawn: ({ statementId }, telling) =>
    telling.r('StatementWithdrawn', { title: statementTitle(statementId, telling) }),
  StatementIssued: ({ title }, { r }) => r('StatementIssued', { title }),
  StatementSigned: ({ statementId, recipientId }, telling) =>
    telling.r('StatementSigned', {
      name: telling.names.person(recipientId),
      title: statementTitle(statementId, telling),
    }),
  StatementDeclined: ({ statementId, recipientId }, telling) =>
    telling.r('StatementDeclined', {
      name: telling.names.person(recipientId),
      title: statementTitle(statementId, telling),
    }),

  CommendationPrepared: ({ award }, { r }) => r('CommendationPrepared', { award }),
  CommendationRevised: ({ award }, { r }) => r('CommendationRevised', { award }),
  CommendationWithdrawn: ({ commendationId }, telling) =>
    telling.r('CommendationWithdrawn', { award: awardOf(commendationId, telling) }),
  CommendationConferred: ({ award }, { r }) => r('CommendationConferred', { award }),

  DocumentTabled: ({ title }, { r }) => r('DocumentTabled', { title }),
  DocumentReplaced: ({ documentId }, telling) =>
    telling.r('DocumentReplaced', { title: documentTitle(documentId, telling) }),
  DocumentWithdrawn: ({ documentId }, telling) =>
    telling.r('DocumentWithdrawn', { title: documentTitle(documentId, telling) }),
  DocumentAnnounced: ({ title }, { r }) => r('DocumentAnnounced', { title }),
  DocumentRead: ({ documentId, attendeeId }, telling) =>
    telling.r('DocumentRead', { name: telling.names.person(attendeeId), title: documentTitle(documentId, telling) }),

  MotionPut: ({ title }, { r }) => r('MotionPut', { title }),
  MotionRevised: ({ title }, { r }) => r('MotionRevised', { title }),
  MotionWithdrawn: ({ motionId }, telling) => telling.r('MotionWithdrawn', { title: motionTitle(motionId, telling) }),
  VoteOpened: ({ motionId }, telling) => telling.r('VoteOpened', { title: motionTitle(motionId, telling) }),
  VoteClosed: ({ motionId, result }, telling) =>
    telling.r(`VoteClosed.${result}`, { title: motionTitle(motionId, telling) }),
  VoteAbandoned: ({ motionId }, telling) => telling.r('VoteAbandoned', { title: motionTitle(motionId, telling) }),
  ObjectionRaised: ({ voterId }, { r, names }) => r('ObjectionRaised', { name: names.person(voterId) }),
  HandsCounted: ({ for: pro, against, abstain }, { r }) => r('HandsCounted', { for: pro, against, abstain }),
  VoteCast: ({ voterId, choice }, { r, names }) => r(`VoteCast.${choice}`, { name: names.person(voterId) }),
  BallotCast: ({ voterId }, { r, names }) => r('BallotCast', { name: names.person(voterId) }),
  BallotsCounted: ({ for: pro, against, abstain }, { r }) => r('BallotsCounted', { for: pro, against, abstain }),

  MinutesEdited: (_data, { r }) => r('MinutesEdited'),
  MinutesSigned: ({ signerName }, { r }) => r('MinutesSigned', { name: signerName }),
  MinutesAdopted: (_data, { r }) => r('MinutesAdopted'),

  ParticipantJoined: ({ attendeeId }, { r, names }) => r('ParticipantJoined', { name: names.person(attendeeId) }),
  ParticipantLeft: ({ attendeeId }, { r, names }) => r('ParticipantLeft', { name: names.person(attendeeId) }),
  CheckedIn: ({ attendeeId, venueId }, { r, names }) =>
    r('CheckedIn', { name: names.person(attendeeId), venue: names.venue(venueId) }),
  CheckedOut: ({ attendeeId }, { r, names }) => r('CheckedOut', { name: names.person(attendeeId) }),
  DelegationCounted: ({ delegationId, count }, { r, names }) =>
    r('DelegationCounted', { name: names.person(delegationId), count }),

  // Words that were withdrawn are shown nowhere; officers find them in the event itself.
  MessagePosted: ({ messageId, authorName, text }, { r, names }) =>
    names.view.conversation.messages.get(messageId)?.withdrawn
      ? r('MessagePosted.withdrawn', { name: authorName })
      : r('MessagePosted', { name: authorName, text }),
  MessageWithdrawn: ({ messageId }, { r, names }) =>
    r('MessageWithdrawn', {
      name: names.view.conversation.messages.get(messageId)?.posted?.authorName ?? r('somebody'),
    }),
  QuestionAsked: ({ authorName, text }, { r }) => r('QuestionAsked', { name: authorName, text }),
  QuestionAnswered: ({ authorName, text }, { r }) => r('QuestionAnswered', { name: authorName, text }),
  QuestionDismissed: ({ questionId }, { r, names }) =>
    r('QuestionDismissed', {
      name: names.view.conversation.questions.get(questionId)?.asked?.authorName ?? r('somebody'),
    }),
};

/** What an event says; of a type that is newer than this page, the type itself. */
export function sentenceOf(event: Pick<ViewEvent, 'type' | 'data'>, telling: Telling): string {
  if (!Object.hasOwn(sentences, event.type)) return event.type;
  const sentence = sentences[event.type as RecordEvent['type']] as (data: unknown, telling: Telling) => string;
  return sentence(event.data, telling);
}
