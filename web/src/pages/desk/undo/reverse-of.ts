// What takes back an act of one's own: for each event the command that undoes it honestly. Nothing is rewritten; the way
// back is recorded like the way there. What has none here (an opening, a conferral, a signature) is meant to stand.

import { openPause, spokenSecondsOf } from '@rostrum/events';
import type { AttendanceEvent, MeetingEvent } from '@rostrum/events';
import type { MeetingView } from '@rostrum/projections';
import type { CommandInput, CommandName } from '../../../api/command.ts';
import type { LiveEvent } from '../../../live/live-fold.ts';

/** A command that takes back what was done, and the id of what it is about; null: the meeting as a whole. */
export type Reverse = {
  readonly [N in CommandName]: { readonly command: N; readonly input: CommandInput<N>; readonly about: string | null };
}[CommandName];

type Undoable = MeetingEvent | AttendanceEvent;
type ByType = {
  readonly [T in Undoable['type']]?: (
    data: Extract<Undoable, { readonly type: T }>['data'],
    before: MeetingView,
  ) => Reverse | null;
};

/** The shortest speaking time that can be given. */
const SHORTEST = 5;

/** The floor again to whoever had it, for what was left of their time. */
function floorAgain(
  { speechId, at }: { readonly speechId: string; readonly at: string },
  { meeting }: MeetingView,
): Reverse | null {
  const { speech } = meeting.floor;
  if (speech?.speechId !== speechId) return null;
  const { speakerId, kind, limitSeconds } = speech;
  const left =
    limitSeconds === null ? null : Math.max(SHORTEST, limitSeconds - Math.round(spokenSecondsOf(speech, at)));
  return { command: 'give-floor', input: { speakerId, kind, limitSeconds: left }, about: speakerId };
}

/** The one after an entry, or null at the end. */
const after = (ids: readonly string[], id: string): string | null => ids[ids.indexOf(id) + 1] ?? null;

const reverses: ByType = {
  ItemAdded: ({ itemId }) => ({ command: 'withdraw-item', input: { itemId }, about: itemId }),
  ItemMoved: ({ itemId }, { meeting }) => ({
    command: 'move-item',
    input: { itemId, beforeItemId: after(meeting.agenda.order, itemId) },
    about: itemId,
  }),
  ItemCalled: ({ itemId }) => ({ command: 'return-item', input: { itemId }, about: itemId }),
  ItemConcluded: ({ itemId }) => ({ command: 'reopen-item', input: { itemId }, about: itemId }),
  ItemDeferred: ({ itemId }, { meeting }) =>
    meeting.agenda.open === itemId ? { command: 'call-item', input: { itemId }, about: itemId } : null,
  ItemReopened: ({ itemId }) => ({ command: 'conclude-item', input: { itemId }, about: itemId }),
  ItemReturned: ({ itemId }) => ({ command: 'call-item', input: { itemId }, about: itemId }),

  FloorRequested: ({ requestId, speakerId }) => ({
    command: 'dismiss-request',
    input: { requestId },
    about: speakerId,
  }),
  FloorRequestDismissed: ({ requestId }, { meeting }) => {
    const request = meeting.floor.requests.find((hand) => hand.requestId === requestId);
    if (!request) return null;
    const { speakerId, kind, note } = request;
    return { command: 'request-floor', input: { speakerId, kind, note }, about: speakerId };
  },
  FloorRequestMoved: ({ requestId }, { meeting }) => ({
    command: 'move-request',
    input: {
      requestId,
      beforeRequestId: after(
        meeting.floor.requests.map((hand) => hand.requestId),
        requestId,
      ),
    },
    about: meeting.floor.requests.find((hand) => hand.requestId === requestId)?.speakerId ?? null,
  }),
  QueueDisciplineSet: (_data, { meeting }) => ({
    command: 'set-queue-discipline',
    input: { discipline: meeting.floor.discipline },
    about: null,
  }),
  UnitBudgetSet: ({ unit }, { meeting }) => ({
    command: 'set-unit-budget',
    input: { unit, limitSeconds: new Map(Object.entries(meeting.floor.unitBudgets)).get(unit) ?? null },
    about: unit,
  }),

  FloorGiven: ({ speechId, speakerId }) => ({ command: 'take-back-floor', input: { speechId }, about: speakerId }),
  FloorYielded: floorAgain,
  FloorTakenBack: floorAgain,
  FloorPaused: ({ speechId }, { meeting }) => ({
    command: 'resume-floor',
    input: { speechId },
    about: meeting.floor.speech?.speakerId ?? null,
  }),
  FloorResumed: ({ speechId }, { meeting }) => {
    const { speech } = meeting.floor;
    const pause = speech && openPause(speech);
    return pause
      ? { command: 'pause-floor', input: { speechId, questionerId: pause.questionerId }, about: speech.speakerId }
      : null;
  },
  SpeechSummarized: ({ speechId }, { meeting: { floor } }) => {
    const speech = floor.speech?.speechId === speechId ? floor.speech : floor.finished.get(speechId);
    return speech
      ? { command: 'summarize-speech', input: { speechId, points: [...speech.points] }, about: speech.speakerId }
      : null;
  },

  RecessCalled: () => ({ command: 'resume-meeting', input: {}, about: null }),
  MeetingResumed: (_data, { meeting }) => ({
    command: 'call-recess',
    input: { reason: meeting.lifecycle.recesses.at(-1)?.reason ?? null },
    about: null,
  }),
  OfficerAppointed: ({ office, attendeeId }) =>
    office === 'chair' ? null : { command: 'relieve-officer', input: { office, attendeeId }, about: attendeeId },
  OfficerRelieved: ({ office, attendeeId }) => ({
    command: 'appoint-officer',
    input: { office, attendeeId },
    about: attendeeId,
  }),

  MotionPut: ({ motionId }) => ({ command: 'withdraw-motion', input: { motionId }, about: motionId }),
  VoteCast: ({ motionId, voterId }, { meeting }) => {
    const choice = meeting.decisions.motions.get(motionId)?.votes.at(-1)?.choices.get(voterId);
    return choice ? { command: 'cast-vote', input: { motionId, voterId, choice }, about: voterId } : null;
  },
  DocumentTabled: ({ documentId }) => ({ command: 'withdraw-document', input: { documentId }, about: documentId }),
  StatementDrafted: ({ statementId }) => ({
    command: 'withdraw-statement',
    input: { statementId },
    about: statementId,
  }),
  CommendationPrepared: ({ commendationId }) => ({
    command: 'withdraw-commendation',
    input: { commendationId },
    about: commendationId,
  }),

  CheckedIn: ({ attendeeId }) => ({ command: 'check-out', input: { attendeeId }, about: attendeeId }),
  CheckedOut: ({ attendeeId }) => ({ command: 'check-in', input: { attendeeId }, about: attendeeId }),
  DelegationCounted: ({ delegationId }, { attendance }) => {
    const count = attendance.counts.get(delegationId)?.at(-1)?.count;
    return count === undefined
      ? null
      : { command: 'count-delegation', input: { delegationId, count }, about: delegationId };
  },
};

/**
 * What takes back an event; null where nothing does.
 * @param before the meeting as it stood when it was done
 */
export function reverseOf({ type, data }: Pick<LiveEvent, 'type' | 'data'>, before: MeetingView): Reverse | null {
  if (!Object.hasOwn(reverses, type)) return null;
  const found = reverses[type as keyof ByType] as (data: unknown, before: MeetingView) => Reverse | null;
  return found(data, before);
}
