// The vocabulary and the rules of a meeting, for the rest of the house. Pure: no I/O, no clock, no chance; the same code
// folds and decides on the server and in the browser.

export { accountRole, actor, isStation } from './kernel/actor.ts';
export type { AccountRole, Actor, StationActor } from './kernel/actor.ts';
export { dayIn } from './kernel/calendar.ts';
export { Codec, damaged, UnreadableEvent } from './kernel/codec.ts';
export type { Unreadability, Upcasters } from './kernel/codec.ts';
export { ANYONE_PRESENT, OFFICERS, PRESIDING } from './kernel/command.ts';
export type {
  Command,
  CommandDefinition,
  CommandDefinitions,
  CommandOf,
  Deciders,
  Evolve,
  Role,
} from './kernel/command.ts';
export { isRejection, nothing, reject } from './kernel/decision.ts';
export type { Decision, Rejection, RejectionKind } from './kernel/decision.ts';
export { sha256Of } from './kernel/digest.ts';
export type { DomainEvent, EventMetadata, EventOf, EventSchemas, NewEvent, RecordedEvent } from './kernel/event.ts';
export { foldBy } from './kernel/fold.ts';
export { Ledger, reviveLedgers } from './kernel/ledger.ts';
export { day, id, instant, language, line, prose, secondsBetween, sha256, unitPath } from './kernel/text.ts';
export type { Instant } from './kernel/text.ts';

export { familyOf, streamName, streams } from './catalogue.ts';
export type { StreamFamily, StreamName } from './catalogue.ts';
export { homeOf, readEvent } from './reading.ts';
export type { Home } from './reading.ts';

export {
  decideMeeting,
  evolveMeeting,
  initialMeeting,
  meetingCodec,
  meetingCommands,
  meetingCommandsBySlice,
  meetingEvents,
} from './meeting/meeting.ts';
export type {
  MeetingCommand,
  MeetingCommandName,
  MeetingEvent,
  MeetingState,
  Surroundings,
} from './meeting/meeting.ts';
export { refusalOfAdmission } from './meeting/admission.ts';
export type { BesideMeeting } from './meeting/admission.ts';
export type { AgendaItem, AgendaState, ItemKind, ItemStatus, Sitting } from './meeting/agenda.ts';
export { itemKind } from './meeting/item.ts';
export { blockersOfClosing } from './meeting/closing.ts';
export type { Blocker } from './meeting/closing.ts';
export { conferredCommendations } from './meeting/commendations.ts';
export type {
  Commendation,
  CommendationCategory,
  CommendationRecipient,
  CommendationsState,
  Conferral,
} from './meeting/commendations.ts';
export type { DecisionsState, Motion } from './meeting/decisions.ts';
export { isRunning, runningVote } from './meeting/motion.ts';
export type { MotionStatus, Objection, Vote, VoteClosing, VoteMethod, VoteResult } from './meeting/motion.ts';
export { carries, tallyOf, totalOf } from './meeting/majority.ts';
export type { Choice, Majority, Tally } from './meeting/majority.ts';
export { membersOf, presentAmong, votesOf } from './meeting/electorate.ts';
export { directivesInForce } from './meeting/directives.ts';
export type { Directive, DirectivesState } from './meeting/directives.ts';
export { currentVersion, hasRead, readersOf } from './meeting/documents.ts';
export type { Distribution, Document, DocumentVersion, DocumentsState } from './meeting/documents.ts';
export { holderOf, openPause, spokenSecondsOf } from './meeting/floor.ts';
export type { Discipline, FloorRequest, FloorState, Pause, RequestKind, Speech } from './meeting/floor.ts';
export { BEFORE, RUNNING, UNTIL_MINUTED } from './meeting/status.ts';
export type { Correction, LifecycleState, MeetingStatus, Recess } from './meeting/lifecycle.ts';
export { editedText } from './meeting/minutes.ts';
export type { MinutesEdit, MinutesSignature, MinutesState, SignedText, SigningOffice } from './meeting/minutes.ts';
export {
  attendeeOnRoster,
  capacity,
  delegationOnRoster,
  entryOnRoster,
  nameInRecord,
  nameOnRoster,
  rosterIdOf,
} from './meeting/names.ts';
export type { Attendee, Capacity, Delegation, Substitute } from './meeting/names.ts';
export { chairAt, officesOf } from './meeting/officers.ts';
export type { Handover, Office, OfficersState } from './meeting/officers.ts';
export { unitTimes, waiting } from './meeting/queue.ts';
export type { UnitTime } from './meeting/queue.ts';
export { resolveAddressees } from './meeting/recipients.ts';
export { isOfficer, rolesOf, speaksFor } from './meeting/roles.ts';
export type { RosterState } from './meeting/roster.ts';
export { csvRecords, decodeCsvBytes, parseRosterCsv } from './meeting/roster-csv.ts';
export type { CsvRecord, RosterTable } from './meeting/roster-csv.ts';
export type { RosterColumn, RosterRow, RowError } from './meeting/roster-import.ts';
export { outOfSeason } from './meeting/season.ts';
export { outstanding, signatures } from './meeting/signatures.ts';
export type { Statement, StatementAnswer, StatementsState } from './meeting/statements.ts';
export { isSameOrBelow, unitsOnRoster } from './meeting/units.ts';
export type { Venue } from './meeting/venue.ts';
export { isVisibleTo, visibility } from './meeting/visibility.ts';
export type { Audience, Seat } from './meeting/visibility.ts';

export { evolveAttendance } from './attendance/attendance.ts';
export type { AttendanceEvent } from './attendance/attendance.ts';
export { initialAttendance, whereaboutsOf } from './attendance/whereabouts.ts';
export type { AttendanceState, Check, Count, Session, Whereabouts } from './attendance/whereabouts.ts';
export {
  countedOf,
  countPresent,
  intervalsOf,
  isPresent,
  isRosterIdPresent,
  isWithin,
  presenceOf,
  secondsWithin,
} from './attendance/presence.ts';
export type { Interval, Presence } from './attendance/presence.ts';

export { evolveConversation, initialConversation, messagesOf, questionsOf } from './conversation/conversation.ts';
export type { ConversationEvent, ConversationState, Message, Question } from './conversation/conversation.ts';

export { evolveFollowUp, initialFollowUp } from './directive/directive.ts';
export type { FollowUp, FollowUpEntry, FollowUpEvent, FollowUpState } from './directive/directive.ts';
export { answersFor, respondentsOf } from './directive/respondents.ts';

export { evolveAccounts, initialAccounts } from './account/accounts.ts';
export type { AccountsState } from './account/accounts.ts';
export { initialAccount, isAdministrator, sessionHolds } from './account/account.ts';
export type { AccountEvent, AccountState, AccountStatus, AccountSurroundings } from './account/account.ts';
export { decideOnAccount, deploymentRolesOf } from './account/standing.ts';

export { initialContact } from './contact/contact.ts';
export type { ContactEvent, ContactState } from './contact/contact.ts';

export { initialDoor, isSessionEnded, linkAt, linkFor } from './door/door.ts';
export type { DoorEvent, DoorState, Entry, Link, Station } from './door/door.ts';
