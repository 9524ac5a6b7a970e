// Speeches: the floor is given, extended, paused for an interposed question, yielded or taken back; what was said is
// summarized in points. Time is the server's.

import * as z from 'zod';
import { ANYONE_PRESENT, OFFICERS, PRESIDING } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { id, instant, line, prose } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import type { FloorState } from './floor.ts';
import { requestKind, seconds, without } from './hands.ts';
import { RUNNING, UNTIL_MINUTED } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { nameInRecord, nameOnRoster } from './names.ts';
import { isOfficer, speaksFor } from './roles.ts';
import { openPause, spokenSecondsOf } from './speech.ts';
import type { Speech } from './speech.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const speechEvents = {
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
export type SpeechEvent = EventOf<typeof speechEvents>;

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

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

export const evolveSpeeches: Evolve<FloorState, SpeechEvent> = {
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

export const speechCommands = {
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
    during: ['open'],
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

/** The speech under way if it is the one meant; else a refusal, or nothing where it has finished already. */
function running({ floor }: MeetingState, speechId: string) {
  if (floor.speech?.speechId === speechId) return { speech: floor.speech };
  const decision = floor.finished.has(speechId)
    ? reject.conflict('floor.speech-over', 'This speech is over. Look at who has the floor now.', { speechId })
    : reject.missing('floor.unknown-speech', 'There is no such speech in this meeting.', { speechId });
  return { decision };
}

export const decideSpeeches: Deciders<typeof speechCommands, MeetingState, Surroundings, MeetingEvent> = {
  'give-floor': ({ id: commandId, data, at }, meeting) => {
    const { floor, agenda, roster } = meeting;
    const speechId = data.speechId ?? commandId;
    const known = floor.speech?.speechId === speechId ? floor.speech : floor.finished.get(speechId);
    if (known) {
      return known.speakerId === data.speakerId || known.requestId === data.requestId
        ? nothing
        : reject.conflict('floor.speech-exists', 'Another speech has this id. Use another id.', { speechId });
    }
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
      const holder = nameInRecord(roster, floor.speech.speakerId);
      return reject.conflict('floor.already-held', `${holder} has the floor. Take it back first.`, {
        speechId: floor.speech.speechId,
        speakerId: floor.speech.speakerId,
      });
    }
    if (agenda.open === null) return reject.conflict('floor.no-item', 'No agenda item is open. Call one first.');
    const own =
      request ??
      floor.requests.find(
        (waiting) => waiting.speakerId === speakerId && (data.kind === undefined || waiting.kind === data.kind),
      );
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
    if (questionerId === speech.speakerId) {
      return reject.invalid('floor.own-question', 'The questioner is the speaker. Name somebody else, or nobody.', {
        speakerId: questionerId,
      });
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
