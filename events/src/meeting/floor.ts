// The floor: who asks to speak, who speaks, for how long. At most one holder at any instant; time is the server's.

import * as z from 'zod';
import { ANYONE_PRESENT, OFFICERS, PRESIDING } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { id, instant, line, prose, secondsBetween, unitPath } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { BEFORE, RUNNING, UNTIL_MINUTED } from './lifecycle.ts';
import type { MeetingStatus } from './lifecycle.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { nameOnRoster } from './names.ts';
import { isOfficer, speaksFor } from './roles.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a person asks the floor for. A point of order goes before all else. */
const requestKind = z.enum(['speech', 'question', 'reply', 'point-of-order']);
/** In which order the queue is worked: as asked, by precedence, who has spoken least, or by the chair's hand. */
const discipline = z.enum(['first-come', 'precedence', 'quiet-first', 'chair']);
const seconds = z
  .int()
  .min(5)
  .max(24 * 3600);

export const floorEvents = {
  FloorRequested: z.strictObject({
    requestId: id,
    speakerId: id,
    kind: requestKind,
    note: line(300).nullable(),
    at: instant,
  }),
  FloorRequestWithdrawn: z.strictObject({ requestId: id, at: instant }),
  FloorRequestDismissed: z.strictObject({ requestId: id, reason: line(300).nullable(), at: instant }),
  FloorRequestMoved: z.strictObject({ requestId: id, beforeRequestId: id.nullable(), at: instant }),
  QueueDisciplineSet: z.strictObject({ discipline, at: instant }),
  UnitBudgetSet: z.strictObject({ unit: unitPath, limitSeconds: seconds.nullable(), at: instant }),
  FloorGiven: z.strictObject({
    speechId: id,
    speakerId: id,
    kind: requestKind,
    itemId: id,
    requestId: id.nullable(),
    limitSeconds: seconds.nullable(),
    at: instant,
  }),
  FloorExtended: z.strictObject({ speechId: id, limitSeconds: seconds, at: instant }),
  FloorPaused: z.strictObject({ speechId: id, questionerId: id.nullable(), at: instant }),
  FloorResumed: z.strictObject({ speechId: id, at: instant }),
  FloorYielded: z.strictObject({ speechId: id, at: instant }),
  FloorTakenBack: z.strictObject({ speechId: id, reason: line(300).nullable(), at: instant }),
  SpeechSummarized: z.strictObject({ speechId: id, points: z.array(prose(2000)).max(100), at: instant }),
};
export type FloorEvent = EventOf<typeof floorEvents>;
export type RequestKind = z.infer<typeof requestKind>;
export type Discipline = z.infer<typeof discipline>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type FloorRequest = {
  readonly requestId: string;
  /** An attendee or a delegation of the roster. */
  readonly speakerId: string;
  readonly kind: RequestKind;
  readonly note: string | null;
  readonly at: Instant;
};

/** An interposed question: the speaker's clock stands still; the questioner, where one is named, has the microphone. */
export type Pause = { readonly from: Instant; readonly to: Instant | null; readonly questionerId: string | null };

export type Speech = {
  readonly speechId: string;
  readonly speakerId: string;
  readonly kind: RequestKind;
  readonly itemId: string;
  /** The request of the queue that it answered, if any. */
  readonly requestId: string | null;
  /** From the start of the speech, pauses not counted; null: no limit. */
  readonly limitSeconds: number | null;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly pauses: readonly Pause[];
  readonly takenBackBecause: string | null;
  /** The secretary's summary in numbered points. */
  readonly points: readonly string[];
};

export type FloorState = {
  readonly discipline: Discipline;
  /** In the order of asking, or as the chair has moved them; `queue.ts` orders it by the discipline. */
  readonly requests: readonly FloorRequest[];
  /** The speech under way: its speaker has the floor. */
  readonly speech: Speech | null;
  readonly finished: Ledger<Speech>;
  /** Net speaking seconds so far by speaker. */
  readonly spokenSeconds: Ledger<number>;
  /** Limit in seconds by unit path. */
  readonly unitBudgets: Readonly<Record<string, number>>;
};

export const initialFloor: FloorState = {
  discipline: 'first-come',
  requests: [],
  speech: null,
  finished: Ledger.empty(),
  spokenSeconds: Ledger.empty(),
  unitBudgets: {},
};

/** Who may be heard now: the questioner during an interposed question, else the speaker; null where nobody has the floor. */
export function holderOf({ speech }: FloorState): string | null {
  if (speech === null) return null;
  const pause = openPause(speech);
  return pause?.questionerId ?? speech.speakerId;
}

/** The pause under way in a speech, if any. */
export const openPause = (speech: Speech): Pause | undefined =>
  speech.pauses.at(-1)?.to === null ? speech.pauses.at(-1) : undefined;

/** Net seconds spoken until `at`: from the start to the end or `at`, less the pauses. */
export function spokenSecondsOf(speech: Speech, at: Instant): number {
  const paused = speech.pauses.reduce((sum, pause) => sum + secondsBetween(pause.from, pause.to ?? at), 0);
  return Math.max(0, secondsBetween(speech.from, speech.to ?? at) - paused);
}

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const without = (requests: readonly FloorRequest[], requestId: string | null) =>
  requestId === null ? requests : requests.filter((request) => request.requestId !== requestId);

const during = (state: FloorState, speechId: string, change: (speech: Speech) => Speech): FloorState =>
  state.speech?.speechId === speechId ? { ...state, speech: change(state.speech) } : state;

const resume = (speech: Speech, at: Instant): Speech =>
  openPause(speech)
    ? { ...speech, pauses: speech.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause)) }
    : speech;

function finish(state: FloorState, speechId: string, at: Instant, takenBackBecause: string | null): FloorState {
  if (state.speech?.speechId !== speechId) return state;
  const speech: Speech = { ...resume(state.speech, at), to: at, takenBackBecause };
  const before = state.spokenSeconds.get(speech.speakerId) ?? 0;
  return {
    ...state,
    speech: null,
    finished: state.finished.set(speechId, speech),
    spokenSeconds: state.spokenSeconds.set(speech.speakerId, before + spokenSecondsOf(speech, at)),
  };
}

export const evolveFloor: Evolve<FloorState, FloorEvent> = {
  FloorRequested: (state, request) => ({ ...state, requests: [...state.requests, request] }),
  FloorRequestWithdrawn: (state, { requestId }) => ({ ...state, requests: without(state.requests, requestId) }),
  FloorRequestDismissed: (state, { requestId }) => ({ ...state, requests: without(state.requests, requestId) }),
  FloorRequestMoved: (state, { requestId, beforeRequestId }) => {
    const moved = state.requests.find((request) => request.requestId === requestId);
    if (!moved) return state;
    const rest = without(state.requests, requestId);
    const place = rest.findIndex((request) => request.requestId === beforeRequestId);
    return { ...state, requests: rest.toSpliced(place < 0 ? rest.length : place, 0, moved) };
  },
  QueueDisciplineSet: (state, { discipline }) => ({ ...state, discipline }),
  UnitBudgetSet: (state, { unit, limitSeconds }) => {
    const { [unit]: _old, ...rest } = state.unitBudgets;
    return { ...state, unitBudgets: limitSeconds === null ? rest : { ...rest, [unit]: limitSeconds } };
  },
  FloorGiven: (state, { requestId, speechId, speakerId, kind, itemId, limitSeconds, at }) => ({
    ...state,
    requests: without(state.requests, requestId),
    speech: {
      speechId,
      speakerId,
      kind,
      itemId,
      requestId,
      limitSeconds,
      from: at,
      to: null,
      pauses: [],
      takenBackBecause: null,
      points: [],
    },
  }),
  FloorExtended: (state, { speechId, limitSeconds }) =>
    during(state, speechId, (speech) => ({ ...speech, limitSeconds })),
  FloorPaused: (state, { speechId, questionerId, at }) =>
    during(state, speechId, (speech) => ({
      ...speech,
      pauses: [...speech.pauses, { from: at, to: null, questionerId }],
    })),
  FloorResumed: (state, { speechId, at }) => during(state, speechId, (speech) => resume(speech, at)),
  FloorYielded: (state, { speechId, at }) => finish(state, speechId, at, null),
  FloorTakenBack: (state, { speechId, reason, at }) => finish(state, speechId, at, reason ?? ''),
  SpeechSummarized: (state, { speechId, points }) =>
    state.speech?.speechId === speechId
      ? { ...state, speech: { ...state.speech, points } }
      : { ...state, finished: state.finished.change(speechId, (speech) => ({ ...speech, points })) },
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const floorCommands = {
  'request-floor': {
    summary: 'Ask for the floor',
    description:
      'Puts a speaker into the queue: the attendee who asks, or, asked by an officer, any name on the roster. One request of a kind at a time.',
    input: z.strictObject({
      requestId: id.optional(),
      speakerId: id.optional(),
      kind: requestKind.default('speech'),
      note: line(300).nullable().default(null),
    }),
    example: { kind: 'question', note: 'On the schedule of the second phase' },
    by: ANYONE_PRESENT,
    during: RUNNING,
  },
  'withdraw-request': {
    summary: 'Withdraw a request for the floor',
    description: 'Takes one’s own hand down.',
    input: z.strictObject({ requestId: id }),
    example: { requestId: 'request-1' },
    by: ANYONE_PRESENT,
    during: RUNNING,
  },
  'dismiss-request': {
    summary: 'Dismiss a request for the floor',
    description:
      'Removes a request from the queue, by whoever presides. The running speech and its clock are not touched.',
    input: z.strictObject({ requestId: id, reason: line(300).nullable().default(null) }),
    example: { requestId: 'request-1', reason: 'Will be answered in writing' },
    by: PRESIDING,
    during: RUNNING,
  },
  'move-request': {
    summary: 'Move a request in the queue',
    description:
      'Puts a request before another one, or at the end. Counts while the queue is worked by the chair’s hand.',
    input: z.strictObject({ requestId: id, beforeRequestId: id.nullable() }),
    example: { requestId: 'request-2', beforeRequestId: 'request-1' },
    by: PRESIDING,
    during: RUNNING,
  },
  'set-queue-discipline': {
    summary: 'Choose how the queue is worked',
    description:
      'First come first served, by order of precedence, quiet first (least spoken so far), or by the chair’s hand.',
    input: z.strictObject({ discipline }),
    example: { discipline: 'quiet-first' },
    by: PRESIDING,
    during: [...BEFORE, ...RUNNING],
  },
  'set-unit-budget': {
    summary: 'Give a unit a time budget',
    description:
      'Total speaking time in seconds for a unit and all below it; null lifts it. The desk shows what is left; nobody is cut off.',
    input: z.strictObject({ unit: unitPath, limitSeconds: seconds.nullable() }),
    example: { unit: 'CASIC / Second-level units', limitSeconds: 600 },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'give-floor': {
    summary: 'Give the floor',
    description:
      'Gives the floor to a name on the roster, or to a request of the queue. Refused while someone else has it, and while no agenda item is open. The limit is in seconds; null is none.',
    input: z
      .strictObject({
        speechId: id.optional(),
        speakerId: id.optional(),
        requestId: id.optional(),
        kind: requestKind.optional(),
        limitSeconds: seconds.nullable().default(null),
      })
      .refine((data) => (data.speakerId === undefined) !== (data.requestId === undefined), {
        path: ['speakerId'],
        error: 'Name either a speaker or a request of the queue.',
      }),
    example: { requestId: 'request-1', limitSeconds: 300 },
    by: PRESIDING,
    during: RUNNING,
  },
  'extend-floor': {
    summary: 'Extend the speaking time',
    description:
      'Sets a later limit, in seconds from the start of the speech. Naming the new limit, not the difference, makes two hands on one button extend once.',
    input: z.strictObject({ speechId: id, limitSeconds: seconds }),
    example: { speechId: 'speech-1', limitSeconds: 420 },
    by: PRESIDING,
    during: RUNNING,
  },
  'pause-floor': {
    summary: 'Pause for an interposed question',
    description:
      'Stops the speaker’s clock. Where a questioner is named, the questioner is heard until the floor is resumed.',
    input: z.strictObject({ speechId: id, questionerId: id.nullable().default(null) }),
    example: { speechId: 'speech-1', questionerId: 'attendee-3' },
    by: PRESIDING,
    during: RUNNING,
  },
  'resume-floor': {
    summary: 'Let the speaker go on',
    description: 'Ends the interposed question; the speaker’s clock runs on.',
    input: z.strictObject({ speechId: id }),
    example: { speechId: 'speech-1' },
    by: PRESIDING,
    during: RUNNING,
  },
  'yield-floor': {
    summary: 'Yield the floor',
    description: 'Ends a speech: the speaker has finished. By the speaker, or recorded by whoever presides.',
    input: z.strictObject({ speechId: id }),
    example: { speechId: 'speech-1' },
    by: ANYONE_PRESENT,
    during: RUNNING,
  },
  'take-back-floor': {
    summary: 'Take the floor back',
    description: 'Ends a speech that its speaker has not ended, with the reason.',
    input: z.strictObject({ speechId: id, reason: line(300).nullable().default(null) }),
    example: { speechId: 'speech-1', reason: 'Time is up' },
    by: PRESIDING,
    during: RUNNING,
  },
  'summarize-speech': {
    summary: 'Write the points of a speech',
    description: 'Replaces the summary of a running or finished speech with numbered points.',
    input: z.strictObject({ speechId: id, points: z.array(prose(2000)).max(100) }),
    example: { speechId: 'speech-1', points: ['The first phase is complete.', 'The second begins in June.'] },
    by: OFFICERS,
    during: UNTIL_MINUTED,
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const inRecess = () => reject.conflict('floor.in-recess', 'The meeting is in recess. Resume it first.');

/** The speech under way if it is the one meant; else a refusal, or nothing where it has finished already. */
function running({ floor }: MeetingState, speechId: string) {
  if (floor.speech?.speechId === speechId) return { speech: floor.speech };
  const decision = floor.finished.has(speechId)
    ? reject.conflict('floor.speech-over', 'This speech is over. Look at who has the floor now.', { speechId })
    : reject.missing('floor.unknown-speech', 'There is no such speech in this meeting.', { speechId });
  return { decision };
}

export const decideFloor: Deciders<typeof floorCommands, MeetingState, Surroundings, MeetingEvent> = {
  'request-floor': ({ id: commandId, data, actor, at }, meeting) => {
    const { lifecycle, floor } = meeting;
    if (lifecycle.status === 'recess') return inRecess();
    const speakerId = data.speakerId ?? (actor.kind === 'attendee' ? actor.id : undefined);
    if (speakerId === undefined) return reject.invalid('floor.no-speaker', 'Say for whom the floor is asked.');
    if (!nameOnRoster(meeting.roster, speakerId))
      return reject.missing('roster.unknown', 'This name is not on the roster.', { speakerId });
    if (!isOfficer(actor, meeting) && !speaksFor(actor, speakerId, meeting)) {
      return reject.forbidden('floor.not-your-hand', 'You can ask for the floor for yourself only.');
    }
    const requestId = data.requestId ?? commandId;
    const waiting = floor.requests.find((request) => request.speakerId === speakerId && request.kind === data.kind);
    if (waiting) return nothing;
    if (floor.requests.some((request) => request.requestId === requestId)) {
      return reject.conflict('floor.request-exists', 'A request with this id is already waiting. Use another id.', {
        requestId,
      });
    }
    return [{ type: 'FloorRequested', data: { requestId, speakerId, kind: data.kind, note: data.note, at } }];
  },

  'withdraw-request': ({ data, actor, at }, meeting) => {
    const request = meeting.floor.requests.find((waiting) => waiting.requestId === data.requestId);
    if (!request) return nothing;
    if (!isOfficer(actor, meeting) && !speaksFor(actor, request.speakerId, meeting)) {
      return reject.forbidden('floor.not-your-hand', 'Only the person who asked can withdraw this request.');
    }
    return [{ type: 'FloorRequestWithdrawn', data: { requestId: data.requestId, at } }];
  },

  'dismiss-request': ({ data, at }, { floor }) =>
    floor.requests.some((request) => request.requestId === data.requestId)
      ? [{ type: 'FloorRequestDismissed', data: { ...data, at } }]
      : nothing,

  'move-request': ({ data, at }, { floor }) => {
    const order = floor.requests.map((request) => request.requestId);
    const from = order.indexOf(data.requestId);
    if (from < 0)
      return reject.missing('floor.unknown-request', 'This request is no longer in the queue.', {
        requestId: data.requestId,
      });
    if (data.beforeRequestId !== null && !order.includes(data.beforeRequestId)) {
      return reject.missing('floor.unknown-request', 'The request to move before is no longer in the queue.', {
        requestId: data.beforeRequestId,
      });
    }
    const inPlace = (order[from + 1] ?? null) === data.beforeRequestId || data.requestId === data.beforeRequestId;
    return inPlace ? nothing : [{ type: 'FloorRequestMoved', data: { ...data, at } }];
  },

  'set-queue-discipline': ({ data, at }, { floor }) =>
    floor.discipline === data.discipline ? nothing : [{ type: 'QueueDisciplineSet', data: { ...data, at } }],

  'set-unit-budget': ({ data, at }, { floor }) =>
    (floor.unitBudgets[data.unit] ?? null) === data.limitSeconds
      ? nothing
      : [{ type: 'UnitBudgetSet', data: { ...data, at } }],

  'give-floor': ({ id: commandId, data, at }, meeting) => {
    const { lifecycle, floor, agenda, roster } = meeting;
    if (lifecycle.status === 'recess') return inRecess();
    const speechId = data.speechId ?? commandId;
    if (floor.speech?.speechId === speechId || floor.finished.has(speechId)) return nothing;
    if (data.requestId !== undefined && floor.speech?.requestId === data.requestId) return nothing;
    const request = floor.requests.find((waiting) => waiting.requestId === data.requestId);
    if (data.requestId !== undefined && !request) {
      return reject.missing('floor.unknown-request', 'This request is no longer in the queue. Look at who waits now.', {
        requestId: data.requestId,
      });
    }
    const speakerId = request?.speakerId ?? data.speakerId!;
    const name = nameOnRoster(roster, speakerId);
    if (!name) return reject.missing('roster.unknown', 'This name is not on the roster.', { speakerId });
    if (floor.speech !== null) {
      if (floor.speech.speakerId === speakerId && !request) return nothing;
      const holder = nameOnRoster(roster, floor.speech.speakerId) ?? floor.speech.speakerId;
      return reject.conflict('floor.already-held', `${holder} has the floor. Take it back first.`, {
        speechId: floor.speech.speechId,
        speakerId: floor.speech.speakerId,
      });
    }
    if (agenda.open === null) return reject.conflict('floor.no-item', 'No agenda item is open. Call one first.');
    const own = request ?? floor.requests.find((waiting) => waiting.speakerId === speakerId);
    const kind = data.kind ?? own?.kind ?? 'speech';
    return [
      {
        type: 'FloorGiven',
        data: {
          speechId,
          speakerId,
          kind,
          itemId: agenda.open,
          requestId: own?.requestId ?? null,
          limitSeconds: data.limitSeconds,
          at,
        },
      },
    ];
  },

  'extend-floor': ({ data, at }, meeting) => {
    const { speech, decision } = running(meeting, data.speechId);
    if (!speech) return decision;
    if (speech.limitSeconds === null)
      return reject.conflict('floor.no-limit', 'This speech has no time limit. There is nothing to extend.');
    if (speech.limitSeconds === data.limitSeconds) return nothing;
    if (data.limitSeconds < speech.limitSeconds) {
      return reject.invalid(
        'floor.limit-shorter',
        'The new limit is earlier than the old one. Give a later one, or take the floor back.',
        {
          limitSeconds: speech.limitSeconds,
        },
      );
    }
    return [{ type: 'FloorExtended', data: { ...data, at } }];
  },

  'pause-floor': ({ data, at }, meeting) => {
    const { speech, decision } = running(meeting, data.speechId);
    if (!speech) return decision;
    const { questionerId } = data;
    if (questionerId !== null && !nameOnRoster(meeting.roster, questionerId)) {
      return reject.missing('roster.unknown', 'The questioner is not on the roster.', { speakerId: questionerId });
    }
    const pause = openPause(speech);
    if (!pause) return [{ type: 'FloorPaused', data: { ...data, at } }];
    if (pause.questionerId === questionerId) return nothing;
    return reject.conflict(
      'floor.already-paused',
      'The speech is paused for another question. Let the speaker go on first.',
      {
        questionerId: pause.questionerId,
      },
    );
  },

  'resume-floor': ({ data, at }, meeting) => {
    const { speech, decision } = running(meeting, data.speechId);
    if (!speech) return decision;
    return openPause(speech) ? [{ type: 'FloorResumed', data: { ...data, at } }] : nothing;
  },

  'yield-floor': ({ data, actor, at }, meeting) => {
    if (meeting.floor.finished.has(data.speechId)) return nothing;
    const { speech, decision } = running(meeting, data.speechId);
    if (!speech) return decision;
    if (!isOfficer(actor, meeting) && !speaksFor(actor, speech.speakerId, meeting)) {
      return reject.forbidden('floor.not-yours', 'Only the person who has the floor can yield it.');
    }
    return [{ type: 'FloorYielded', data: { ...data, at } }];
  },

  'take-back-floor': ({ data, at }, meeting) => {
    if (meeting.floor.finished.has(data.speechId)) return nothing;
    const { speech, decision } = running(meeting, data.speechId);
    return speech ? [{ type: 'FloorTakenBack', data: { ...data, at } }] : decision;
  },

  'summarize-speech': ({ data, at }, { floor }) => {
    const speech = floor.speech?.speechId === data.speechId ? floor.speech : floor.finished.get(data.speechId);
    if (!speech)
      return reject.missing('floor.unknown-speech', 'There is no such speech in this meeting.', {
        speechId: data.speechId,
      });
    return JSON.stringify(speech.points) === JSON.stringify(data.points)
      ? nothing
      : [{ type: 'SpeechSummarized', data: { ...data, at } }];
  },
};
