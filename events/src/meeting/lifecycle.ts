// A meeting from its scheduling to its end: draft → convened → open ⇄ recess → closed → minuted → sealed, or cancelled.
// Minuted and sealed are reached through the minutes (`minutes.ts`).

import * as z from 'zod';
import type { CommandDefinition } from '../kernel/command.ts';
import { OFFICERS, PRESIDING } from '../kernel/command.ts';
import type { Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { differs, revised } from '../kernel/revise.ts';
import { id, instant, language, line, prose } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { countPresent } from '../attendance/presence.ts';
import { blockersOfClosing } from './closing.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { venue } from './venue.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const form = z.enum(['video', 'hybrid', 'on-site']);
const timeZone = z.string().refine(isTimeZone, 'Must be an IANA time zone, such as Asia/Shanghai.');

const outline = {
  title: line(300),
  organisation: line(200),
  purpose: z.array(line(500)).max(20),
  languages: z.array(language).min(1).max(8),
  form,
  quorum: z.int().min(1).max(1_000_000).nullable(),
};

const term = { timeZone, startsAt: instant, endsAt: instant };

export const lifecycleEvents = {
  MeetingScheduled: z.strictObject({ meetingId: id, ...outline, ...term, at: instant }),
  MeetingRevised: z.strictObject({ ...outline, at: instant }),
  MeetingRescheduled: z.strictObject({ ...term, reason: prose(1000).nullable(), at: instant }),
  MeetingConvened: z.strictObject({ notice: prose(5000).nullable(), at: instant }),
  MeetingOpened: z.strictObject({
    present: z.int().min(0),
    quorum: z.int().min(1).nullable(),
    withoutQuorumBecause: prose(1000).nullable(),
    at: instant,
  }),
  RecessCalled: z.strictObject({ reason: prose(1000).nullable(), resumesAt: instant.nullable(), at: instant }),
  MeetingResumed: z.strictObject({ at: instant }),
  MeetingClosed: z.strictObject({ at: instant }),
  MeetingMinuted: z.strictObject({ at: instant }),
  MeetingCancelled: z.strictObject({ reason: prose(1000), at: instant }),
  CorrectionRecorded: z.strictObject({
    correctionId: id,
    correctsEventId: id,
    field: line(100),
    oldValue: prose(10_000),
    newValue: prose(10_000),
    reason: prose(1000),
    at: instant,
  }),
};
export type LifecycleEvent = EventOf<typeof lifecycleEvents>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type MeetingStatus =
  | 'unscheduled'
  | 'draft'
  | 'convened'
  | 'open'
  | 'recess'
  | 'closed'
  | 'minuted'
  | 'sealed'
  | 'cancelled';

/** From scheduling until the meeting opens: everything may still be prepared. */
export const BEFORE = ['draft', 'convened'] as const satisfies readonly MeetingStatus[];
/** From opening to closing. */
export const RUNNING = ['open', 'recess'] as const satisfies readonly MeetingStatus[];
/** While the secretary completes the record. */
export const UNTIL_MINUTED = [...RUNNING, 'closed'] as const satisfies readonly MeetingStatus[];

export type Recess = {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly reason: string | null;
  readonly resumesAt: Instant | null;
};

export type Correction = Extract<LifecycleEvent, { type: 'CorrectionRecorded' }>['data'];

export type LifecycleState = Readonly<z.output<typeof outlineAndTerm>> & {
  readonly meetingId: string;
  readonly status: MeetingStatus;
  readonly convenedAt: Instant | null;
  readonly notice: string | null;
  readonly openedAt: Instant | null;
  readonly presentAtOpening: number | null;
  readonly withoutQuorumBecause: string | null;
  readonly closedAt: Instant | null;
  readonly minutedAt: Instant | null;
  readonly cancelledBecause: string | null;
  readonly recesses: readonly Recess[];
  readonly corrections: readonly Correction[];
};
const outlineAndTerm = z.object({ ...outline, ...term });

export const initialLifecycle: LifecycleState = {
  meetingId: '',
  status: 'unscheduled',
  title: '',
  organisation: '',
  purpose: [],
  languages: [],
  form: 'video',
  quorum: null,
  timeZone: 'UTC',
  startsAt: '',
  endsAt: '',
  convenedAt: null,
  notice: null,
  openedAt: null,
  presentAtOpening: null,
  withoutQuorumBecause: null,
  closedAt: null,
  minutedAt: null,
  cancelledBecause: null,
  recesses: [],
  corrections: [],
};

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveLifecycle: Evolve<LifecycleState, LifecycleEvent> = {
  MeetingScheduled: (state, { at: _at, ...scheduled }) => ({ ...state, ...scheduled, status: 'draft' }),
  MeetingRevised: (state, { at: _at, ...revised }) => ({ ...state, ...revised }),
  MeetingRescheduled: (state, { timeZone, startsAt, endsAt }) => ({ ...state, timeZone, startsAt, endsAt }),
  MeetingConvened: (state, { notice, at }) => ({ ...state, status: 'convened', notice, convenedAt: at }),
  MeetingOpened: (state, { present, withoutQuorumBecause, at }) => ({
    ...state,
    status: 'open',
    openedAt: at,
    presentAtOpening: present,
    withoutQuorumBecause,
  }),
  RecessCalled: (state, { reason, resumesAt, at }) => ({
    ...state,
    status: 'recess',
    recesses: [...state.recesses, { from: at, to: null, reason, resumesAt }],
  }),
  MeetingResumed: (state, { at }) => ({
    ...state,
    status: 'open',
    recesses: state.recesses.map((recess) => (recess.to === null ? { ...recess, to: at } : recess)),
  }),
  MeetingClosed: (state, { at }) => ({ ...state, status: 'closed', closedAt: at }),
  MeetingMinuted: (state, { at }) => ({ ...state, status: 'minuted', minutedAt: at }),
  MeetingCancelled: (state, { reason }) => ({ ...state, status: 'cancelled', cancelledBecause: reason }),
  CorrectionRecorded: (state, correction) => ({ ...state, corrections: [...state.corrections, correction] }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

const endsAfterItStarts = (value: { startsAt: string; endsAt: string }) =>
  Date.parse(value.endsAt) > Date.parse(value.startsAt);
const ENDS_AFTER_IT_STARTS = { path: ['endsAt'], error: 'The meeting must end after it starts.' };

export const lifecycleCommands = {
  'schedule-meeting': {
    summary: 'Schedule a meeting',
    description:
      'Creates the meeting as a draft. The meeting takes the id given, or that of the command. The agenda and the roster are built next, then the meeting is convened.',
    input: z
      .strictObject({
        meetingId: id.optional(),
        ...outline,
        purpose: outline.purpose.default([]),
        languages: outline.languages.default(['en']),
        form: form.default('video'),
        quorum: outline.quorum.default(null),
        ...term,
        venues: z.array(venue).max(500).default([]),
      })
      .refine(endsAfterItStarts, ENDS_AFTER_IT_STARTS),
    example: {
      title: '2021 Digital Space Work Conference',
      organisation: 'China Aerospace Science and Industry Corporation',
      timeZone: 'Asia/Shanghai',
      startsAt: '2021-05-26T09:00:00+08:00',
      endsAt: '2021-05-26T11:50:00+08:00',
      venues: [{ venueId: 'main', name: 'Headquarters, Beijing', main: true }],
    },
    by: ['organizer'],
    during: ['unscheduled', 'draft', 'convened', 'open', 'recess', 'closed', 'minuted', 'sealed', 'cancelled'],
  },
  'revise-meeting': {
    summary: 'Revise title, purpose, form or quorum',
    description: 'Replaces what is given and leaves the rest. Refused once the meeting has opened.',
    input: z.strictObject(outline).partial(),
    example: { quorum: 30 },
    by: OFFICERS,
    during: BEFORE,
  },
  'reschedule-meeting': {
    summary: 'Move the meeting to another time',
    description: 'Sets the planned start and end. Those already invited are told with a new notice.',
    input: z
      .strictObject({ ...term, reason: prose(1000).nullable().default(null) })
      .refine(endsAfterItStarts, ENDS_AFTER_IT_STARTS),
    example: {
      timeZone: 'Asia/Shanghai',
      startsAt: '2021-05-27T09:00:00+08:00',
      endsAt: '2021-05-27T11:50:00+08:00',
      reason: 'The main hall is not free',
    },
    by: OFFICERS,
    during: BEFORE,
  },
  'convene-meeting': {
    summary: 'Convene the meeting',
    description:
      'Sends the notice with agenda and calendar entry. Needs at least one agenda item and one name on the roster.',
    input: z.strictObject({ notice: prose(5000).nullable().default(null) }),
    example: { notice: 'Please be in the room five minutes before the opening.' },
    by: OFFICERS,
    during: BEFORE,
  },
  'open-meeting': {
    summary: 'Open the meeting',
    description:
      'Needs a chair. Where a quorum is set and not reached, a reason must be given; it stands in the record.',
    input: z.strictObject({ withoutQuorumBecause: prose(1000).nullable().default(null) }),
    example: {},
    by: PRESIDING,
    during: ['convened', 'open', 'recess'],
  },
  'call-recess': {
    summary: 'Call a recess',
    description: 'Interrupts the meeting. Refused while someone has the floor.',
    input: z.strictObject({
      reason: prose(1000).nullable().default(null),
      resumesAt: instant.nullable().default(null),
    }),
    example: { reason: 'Coffee', resumesAt: '2021-05-26T10:30:00+08:00' },
    by: PRESIDING,
    during: RUNNING,
  },
  'resume-meeting': {
    summary: 'Resume after a recess',
    description: 'Ends the recess.',
    input: z.strictObject({}),
    example: {},
    by: PRESIDING,
    during: RUNNING,
  },
  'close-meeting': {
    summary: 'Close the meeting',
    description:
      'Refused while an item is open, the floor is held or a vote runs; the refusal lists every blocker. After closing nothing is rewritten, only corrected.',
    input: z.strictObject({}),
    example: {},
    by: PRESIDING,
    during: ['open', 'recess', 'closed'],
  },
  'cancel-meeting': {
    summary: 'Cancel the meeting',
    description: 'Calls off a meeting that has not opened, with the reason.',
    input: z.strictObject({ reason: prose(1000) }),
    example: { reason: 'Moved into the annual conference' },
    by: OFFICERS,
    during: ['draft', 'convened', 'cancelled'],
  },
  'record-correction': {
    summary: 'Correct the record',
    description:
      'After closing: names the event it corrects, the field, the old value and the new one, and why. The event itself stays as it was written.',
    input: z.strictObject({
      correctionId: id.optional(),
      correctsEventId: id,
      field: line(100),
      oldValue: prose(10_000),
      newValue: prose(10_000),
      reason: prose(1000),
    }),
    example: {
      correctsEventId: '6f1d8a3e-1f7b-5c8e-9b8a-2f6f4b1f0c11',
      field: 'points[0]',
      oldValue: 'forty units',
      newValue: 'forty-four units',
      reason: 'Misheard; the speaker confirmed the number',
    },
    by: OFFICERS,
    during: ['closed', 'minuted'],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const decideLifecycle: Deciders<typeof lifecycleCommands, MeetingState, Surroundings, MeetingEvent> = {
  'schedule-meeting': ({ id: commandId, data, at }, { lifecycle }) => {
    const { meetingId = commandId, venues, ...scheduled } = data;
    if (lifecycle.status !== 'unscheduled') {
      return !differs(lifecycle, scheduled)
        ? nothing
        : reject.conflict(
            'meeting.already-scheduled',
            'A meeting with this id is already scheduled. Revise it, or use another id.',
            {
              meetingId,
              title: lifecycle.title,
            },
          );
    }
    return [
      { type: 'MeetingScheduled', data: { meetingId, ...scheduled, at } },
      ...venues.map((added) => ({ type: 'VenueAdded' as const, data: { ...added, at } })),
    ];
  },

  'revise-meeting': ({ data, at }, { lifecycle }) => {
    if (!differs(lifecycle, data)) return nothing;
    const { title, organisation, purpose, languages, form, quorum } = revised(lifecycle, data);
    return [
      {
        type: 'MeetingRevised',
        data: { title, organisation, purpose: [...purpose], languages: [...languages], form, quorum, at },
      },
    ];
  },

  'reschedule-meeting': ({ data, at }, { lifecycle }) =>
    differs(lifecycle, { timeZone: data.timeZone, startsAt: data.startsAt, endsAt: data.endsAt })
      ? [{ type: 'MeetingRescheduled', data: { ...data, at } }]
      : nothing,

  'convene-meeting': ({ data, at }, { lifecycle, agenda, roster }) => {
    if (lifecycle.status === 'convened') return nothing;
    const missing = [
      ...(agenda.order.length === 0 ? ['an agenda item'] : []),
      ...(roster.attendees.size + roster.delegations.size === 0 ? ['a name on the roster'] : []),
    ];
    if (missing.length > 0) {
      return reject.conflict('meeting.not-ready', `Before the meeting is convened it needs ${missing.join(' and ')}.`, {
        missing,
      });
    }
    return [{ type: 'MeetingConvened', data: { ...data, at } }];
  },

  'open-meeting': ({ data, at }, meeting, { attendance }) => {
    const { lifecycle, officers } = meeting;
    if (lifecycle.status !== 'convened') return nothing;
    if (officers.chair === null) {
      return reject.conflict('meeting.no-chair', 'The meeting has no chair. Appoint one first.');
    }
    const present = countPresent(meeting, attendance);
    const { quorum } = lifecycle;
    const short = quorum !== null && present < quorum;
    if (short && data.withoutQuorumBecause === null) {
      return reject.conflict(
        'meeting.no-quorum',
        `${present} are present and the quorum is ${quorum}. Wait, or open with a stated reason.`,
        {
          present,
          quorum,
        },
      );
    }
    return [
      {
        type: 'MeetingOpened',
        data: { present, quorum, withoutQuorumBecause: short ? data.withoutQuorumBecause : null, at },
      },
    ];
  },

  'call-recess': ({ data, at }, { lifecycle, floor }) => {
    if (lifecycle.status === 'recess') return nothing;
    if (floor.speech !== null) {
      return reject.conflict('meeting.floor-held', 'Someone has the floor. Take it back before calling a recess.', {
        speechId: floor.speech.speechId,
      });
    }
    return [{ type: 'RecessCalled', data: { ...data, at } }];
  },

  'resume-meeting': ({ at }, { lifecycle }) =>
    lifecycle.status === 'open' ? nothing : [{ type: 'MeetingResumed', data: { at } }],

  'close-meeting': ({ at }, meeting) => {
    if (meeting.lifecycle.status === 'closed') return nothing;
    const blockers = blockersOfClosing(meeting);
    if (blockers.length > 0) {
      return reject.conflict('meeting.not-finished', blockers.map((blocker) => blocker.message).join(' '), {
        blockers,
      });
    }
    return [{ type: 'MeetingClosed', data: { at } }];
  },

  'cancel-meeting': ({ data, at }, { lifecycle }) =>
    lifecycle.status === 'cancelled' ? nothing : [{ type: 'MeetingCancelled', data: { ...data, at } }],

  'record-correction': ({ id: commandId, data, at }, { lifecycle }) => {
    const correctionId = data.correctionId ?? commandId;
    if (lifecycle.corrections.some((correction) => correction.correctionId === correctionId)) return nothing;
    if (data.oldValue === data.newValue) {
      return reject.invalid(
        'meeting.correction-changes-nothing',
        'The new value is the old one. Give the value that should have been recorded.',
      );
    }
    return [{ type: 'CorrectionRecorded', data: { ...data, correctionId, at } }];
  },
};

function isTimeZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
