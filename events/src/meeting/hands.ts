// The hands that are up: people ask for the floor, whoever presides keeps the queue of them and says how it is worked.

import * as z from 'zod';
import { ANYONE_PRESENT, OFFICERS, PRESIDING } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { id, instant, line, unitPath } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import type { FloorState } from './floor.ts';
import { BEFORE, RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { nameOnRoster } from './names.ts';
import { isOfficer, speaksFor } from './roles.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a person asks the floor for. A point of order goes before all else. */
export const requestKind = z.enum(['speech', 'question', 'reply', 'point-of-order']);
/** In which order the queue is worked: as asked, by precedence, who has spoken least, or by the chair's hand. */
const discipline = z.enum(['first-come', 'precedence', 'quiet-first', 'chair']);
/** A length of speaking time. */
export const seconds = z
  .int()
  .min(5)
  .max(24 * 3600);

export const handEvents = {
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
};
export type HandEvent = EventOf<typeof handEvents>;
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

/** The queue when a request is no longer in it. */
export const without = (requests: readonly FloorRequest[], requestId: string | null) =>
  requestId === null ? requests : requests.filter((request) => request.requestId !== requestId);

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveHands: Evolve<FloorState, HandEvent> = {
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
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const handCommands = {
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
    during: ['open'],
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
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A unit may bear the name of what every object has, such as `constructor`. */
const limitOf = ({ unitBudgets }: FloorState, unit: string): number | undefined =>
  Object.hasOwn(unitBudgets, unit) ? unitBudgets[unit] : undefined;

export const decideHands: Deciders<typeof handCommands, MeetingState, Surroundings, MeetingEvent> = {
  'request-floor': ({ id: commandId, data, actor, at }, meeting) => {
    const { floor } = meeting;
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
    (limitOf(floor, data.unit) ?? null) === data.limitSeconds
      ? nothing
      : [{ type: 'UnitBudgetSet', data: { ...data, at } }],
};
