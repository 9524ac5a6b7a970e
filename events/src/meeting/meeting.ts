// One meeting, put together from its slices: the state, the fold and the decision that everything else uses.

import type { AttendanceState } from '../attendance/attendance.ts';
import { Codec } from '../kernel/codec.ts';
import type { Upcasters } from '../kernel/codec.ts';
import type { Command, CommandOf, Deciders } from '../kernel/command.ts';
import type { Decision } from '../kernel/decision.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { refusalOfAdmission } from './admission.ts';
import { agendaCommands, agendaEvents, decideAgenda, evolveAgenda, initialAgenda } from './agenda.ts';
import type { AgendaEvent, AgendaState } from './agenda.ts';
import {
  commendationCommands,
  commendationEvents,
  decideCommendations,
  evolveCommendations,
  initialCommendations,
} from './commendations.ts';
import type { CommendationEvent, CommendationsState } from './commendations.ts';
import { decideDecisions, decisionCommands, decisionEvents, evolveDecisions, initialDecisions } from './decisions.ts';
import type { DecisionEvent, DecisionsState } from './decisions.ts';
import {
  decideDirectives,
  directiveCommands,
  directiveEvents,
  evolveDirectives,
  initialDirectives,
} from './directives.ts';
import type { DirectiveEvent, DirectivesState } from './directives.ts';
import { decideDocuments, documentCommands, documentEvents, evolveDocuments, initialDocuments } from './documents.ts';
import type { DocumentEvent, DocumentsState } from './documents.ts';
import { decideFloor, evolveFloor, floorCommands, floorEvents, initialFloor } from './floor.ts';
import type { FloorEvent, FloorState } from './floor.ts';
import { decideLifecycle, evolveLifecycle, initialLifecycle, lifecycleCommands, lifecycleEvents } from './lifecycle.ts';
import type { LifecycleEvent, LifecycleState } from './lifecycle.ts';
import { decideMinutes, evolveMinutes, initialMinutes, minutesCommands, minutesEvents } from './minutes.ts';
import type { MinutesEvent, MinutesState } from './minutes.ts';
import { decideOfficers, evolveOfficers, initialOfficers, officerCommands, officerEvents } from './officers.ts';
import type { OfficerEvent, OfficersState } from './officers.ts';
import { decideRoster, evolveRoster, initialRoster, rosterCommands, rosterEvents } from './roster.ts';
import type { RosterEvent, RosterState } from './roster.ts';
import {
  decideStatements,
  evolveStatements,
  initialStatements,
  statementCommands,
  statementEvents,
} from './statements.ts';
import type { StatementEvent, StatementsState } from './statements.ts';

export type MeetingEvent =
  | LifecycleEvent
  | OfficerEvent
  | AgendaEvent
  | RosterEvent
  | FloorEvent
  | DirectiveEvent
  | StatementEvent
  | CommendationEvent
  | DocumentEvent
  | DecisionEvent
  | MinutesEvent;

export type MeetingState = {
  readonly lifecycle: LifecycleState;
  readonly officers: OfficersState;
  readonly agenda: AgendaState;
  readonly roster: RosterState;
  readonly floor: FloorState;
  readonly directives: DirectivesState;
  readonly statements: StatementsState;
  readonly commendations: CommendationsState;
  readonly documents: DocumentsState;
  readonly decisions: DecisionsState;
  readonly minutes: MinutesState;
};

/** What a decision looks at beside the meeting's own stream. */
export type Surroundings = { readonly attendance: AttendanceState };

/** A meeting before its first event. */
export const initialMeeting: MeetingState = {
  lifecycle: initialLifecycle,
  officers: initialOfficers,
  agenda: initialAgenda,
  roster: initialRoster,
  floor: initialFloor,
  directives: initialDirectives,
  statements: initialStatements,
  commendations: initialCommendations,
  documents: initialDocuments,
  decisions: initialDecisions,
  minutes: initialMinutes,
};

const evolvers = {
  lifecycle: evolveLifecycle,
  officers: evolveOfficers,
  agenda: evolveAgenda,
  roster: evolveRoster,
  floor: evolveFloor,
  directives: evolveDirectives,
  statements: evolveStatements,
  commendations: evolveCommendations,
  documents: evolveDocuments,
  decisions: evolveDecisions,
  minutes: evolveMinutes,
} satisfies Record<keyof MeetingState, object>;

type Step = { readonly slice: keyof MeetingState; readonly evolve: (state: never, data: never) => unknown };

/** Which slice folds an event type, and how. */
const steps: ReadonlyMap<string, Step> = new Map(
  Object.entries(evolvers).flatMap(([slice, evolve]) =>
    Object.entries(evolve).map(
      ([type, fold]) => [type, { slice: slice as keyof MeetingState, evolve: fold as Step['evolve'] }] as const,
    ),
  ),
);

/** The meeting after one more event. Events of types it does not know leave it as it was. */
export function evolveMeeting(meeting: MeetingState, event: DomainEvent): MeetingState {
  const step = steps.get(event.type);
  if (!step) return meeting;
  const before = meeting[step.slice];
  const after = step.evolve(before as never, event.data as never);
  return after === before ? meeting : { ...meeting, [step.slice]: after };
}

/** Every event type of a meeting with the schema of its data. */
export const meetingEvents = {
  ...lifecycleEvents,
  ...officerEvents,
  ...agendaEvents,
  ...rosterEvents,
  ...floorEvents,
  ...directiveEvents,
  ...statementEvents,
  ...commendationEvents,
  ...documentEvents,
  ...decisionEvents,
  ...minutesEvents,
};

/** Old shapes of a meeting's events, brought to today's. Empty until a shape changes; then a golden file keeps the old one. */
export const meetingUpcasters: Upcasters = {};

export const meetingCodec = new Codec(meetingEvents, meetingUpcasters);

/** Commands by the slice they belong to: the order of the API's sections. */
export const meetingCommandsBySlice = {
  lifecycle: lifecycleCommands,
  officers: officerCommands,
  agenda: agendaCommands,
  roster: rosterCommands,
  floor: floorCommands,
  directives: directiveCommands,
  statements: statementCommands,
  commendations: commendationCommands,
  documents: documentCommands,
  decisions: decisionCommands,
  minutes: minutesCommands,
};

/** Every command of a meeting by name. */
export const meetingCommands = {
  ...lifecycleCommands,
  ...officerCommands,
  ...agendaCommands,
  ...rosterCommands,
  ...floorCommands,
  ...directiveCommands,
  ...statementCommands,
  ...commendationCommands,
  ...documentCommands,
  ...decisionCommands,
  ...minutesCommands,
};
export type MeetingCommandName = keyof typeof meetingCommands;
export type MeetingCommand = CommandOf<typeof meetingCommands>;

const deciders: Deciders<typeof meetingCommands, MeetingState, Surroundings, MeetingEvent> = {
  ...decideLifecycle,
  ...decideOfficers,
  ...decideAgenda,
  ...decideRoster,
  ...decideFloor,
  ...decideDirectives,
  ...decideStatements,
  ...decideCommendations,
  ...decideDocuments,
  ...decideDecisions,
  ...decideMinutes,
};

/**
 * Decides a command: whether the actor may, whether it is in season, and then what its slice says.
 * @param command validated by its definition's `input`
 * @returns events to append (none where it is true already), or a refusal; never throws on valid input
 */
export function decideMeeting(
  command: Command<MeetingCommandName>,
  meeting: MeetingState,
  around: Surroundings,
): Decision<MeetingEvent> {
  const refusal = refusalOfAdmission(meetingCommands[command.name], command.actor, meeting);
  if (refusal) return refusal;
  const decide = deciders[command.name] as (
    command: Command,
    state: MeetingState,
    around: Surroundings,
  ) => Decision<MeetingEvent>;
  return decide(command, meeting, around);
}
