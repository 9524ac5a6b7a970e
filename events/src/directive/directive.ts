// What became of one directive after it was issued: each addressee acknowledges it, reports progress and discharges it.
// A stream for each directive, since this goes on long after the meeting's own record is sealed.

import * as z from 'zod';
import type { Actor } from '../kernel/actor.ts';
import { Codec } from '../kernel/codec.ts';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { id, instant, prose, unitPath } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import type { BesideMeeting } from '../meeting/admission.ts';
import type { MeetingStatus } from '../meeting/lifecycle.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import { isOfficer } from '../meeting/roles.ts';
import { answersFor, respondentsOf } from './respondents.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `respondent` is the unit path or the roster id that answers; `byId` the person who wrote it. */
const told = { meetingId: id, directiveId: id, respondent: unitPath, byId: id };
const report = prose(10_000);
const percent = z.int().min(0).max(100).nullable();

export const followUpEvents = {
  DirectiveAcknowledged: z.strictObject({ ...told, note: prose(2000).nullable(), at: instant }),
  DirectiveProgressed: z.strictObject({ ...told, report, percent, at: instant }),
  DirectiveDischarged: z.strictObject({ ...told, report, at: instant }),
  DirectiveReopened: z.strictObject({ ...told, reason: prose(2000), at: instant }),
};
export type FollowUpEvent = EventOf<typeof followUpEvents>;
export const followUpCodec = new Codec(followUpEvents);

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type FollowUpEntry = {
  readonly kind: 'acknowledged' | 'progressed' | 'discharged' | 'reopened';
  /** The note, report or reason. */
  readonly text: string | null;
  readonly percent: number | null;
  readonly byId: string;
  readonly at: Instant;
};

/** How far one respondent has come. */
export type FollowUp = {
  readonly status: 'acknowledged' | 'under-way' | 'discharged';
  /** As last reported; 100 once discharged; null where none was given. */
  readonly percent: number | null;
  readonly entries: readonly FollowUpEntry[];
};

export type FollowUpState = {
  /** Empty before the first event. */
  readonly meetingId: string;
  readonly directiveId: string;
  /** By respondent: a unit path or a roster id. Who has not answered yet is not in it. */
  readonly respondents: Ledger<FollowUp>;
};

export const initialFollowUp: FollowUpState = { meetingId: '', directiveId: '', respondents: Ledger.empty() };

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

type Told = {
  readonly meetingId: string;
  readonly directiveId: string;
  readonly respondent: string;
  readonly byId: string;
  readonly at: Instant;
};

function tell(
  state: FollowUpState,
  { meetingId, directiveId, respondent, byId, at }: Told,
  kind: FollowUpEntry['kind'],
  {
    status,
    percent,
    text,
  }: { readonly status: FollowUp['status']; readonly percent: number | null; readonly text: string | null },
): FollowUpState {
  const entries = state.respondents.get(respondent)?.entries ?? [];
  return {
    meetingId,
    directiveId,
    respondents: state.respondents.set(respondent, {
      status,
      percent,
      entries: [...entries, { kind, text, percent, byId, at }],
    }),
  };
}

export const evolveFollowUp: Evolve<FollowUpState, FollowUpEvent> = {
  DirectiveAcknowledged: (state, event) =>
    tell(state, event, 'acknowledged', { status: 'acknowledged', percent: null, text: event.note }),
  DirectiveProgressed: (state, event) =>
    tell(state, event, 'progressed', { status: 'under-way', percent: event.percent, text: event.report }),
  DirectiveDischarged: (state, event) =>
    tell(state, event, 'discharged', { status: 'discharged', percent: 100, text: event.report }),
  DirectiveReopened: (state, event) =>
    tell(state, event, 'reopened', { status: 'under-way', percent: null, text: event.reason }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

const ADDRESSED = [...OFFICERS, 'attendee'] as const;
/** From its issue on, as long as the record stands. */
const FROM_ISSUE = ['open', 'recess', 'closed', 'minuted', 'sealed'] as const satisfies readonly MeetingStatus[];

const respondent = unitPath.optional();

export const followUpCommands = {
  'acknowledge-directive': {
    summary: 'Acknowledge a directive',
    description:
      'Records that a unit or person to whom the directive is addressed has taken note of it. An attendee answers for themselves, the delegation they head or their unit; an officer names the respondent.',
    input: z.strictObject({ directiveId: id, respondent, note: prose(2000).nullable().default(null) }),
    example: { directiveId: 'directive-1', respondent: 'CASIC / Second-level units / Second Academy' },
    by: ADDRESSED,
    during: FROM_ISSUE,
  },
  'report-directive-progress': {
    summary: 'Report progress on a directive',
    description:
      'Records what has been done so far, with a percentage where one can be given. Refused once it is discharged.',
    input: z.strictObject({ directiveId: id, respondent, report, percent: percent.default(null) }),
    example: { directiveId: 'directive-1', report: 'The first two systems have been moved.', percent: 40 },
    by: ADDRESSED,
    during: FROM_ISSUE,
  },
  'discharge-directive': {
    summary: 'Discharge a directive',
    description: 'Records that the respondent has done what was required, with the report on it.',
    input: z.strictObject({ directiveId: id, respondent, report }),
    example: { directiveId: 'directive-1', report: 'All five systems have been moved and accepted.' },
    by: ADDRESSED,
    during: FROM_ISSUE,
  },
  'reopen-directive': {
    summary: 'Reopen a directive',
    description: 'Sends a discharged directive back to its respondent, with what is missing.',
    input: z.strictObject({ directiveId: id, respondent: unitPath, reason: prose(2000) }),
    example: {
      directiveId: 'directive-1',
      respondent: 'CASIC / Second-level units / Second Academy',
      reason: 'The acceptance of the fifth system is missing',
    },
    by: OFFICERS,
    during: FROM_ISSUE,
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Who answers, with what every event carries; or the refusal. */
function answering(
  { directiveId, respondent: named }: { readonly directiveId: string; readonly respondent?: string | undefined },
  actor: Actor,
  state: FollowUpState,
  meeting: MeetingState,
) {
  const { meetingId } = meeting.lifecycle;
  const directive = meeting.directives.all.get(directiveId);
  if (!directive)
    return {
      refusal: reject.missing('directives.unknown', 'There is no such directive in this meeting.', { directiveId }),
    };
  if (state.meetingId !== '' && state.meetingId !== meetingId) {
    return {
      refusal: reject.conflict(
        'directive.of-another-meeting',
        'A directive of another meeting has this id. Issue this one again under another id.',
        {
          directiveId,
          meetingId: state.meetingId,
        },
      ),
    };
  }
  if (directive.withdrawnBecause !== null) {
    return {
      refusal: reject.conflict('directive.withdrawn', 'This directive was withdrawn. Nothing is to be done on it.', {
        directiveId,
      }),
    };
  }
  const respondents = respondentsOf(directive, meeting.roster);
  const respondent = named ?? respondents.find((candidate) => answersFor(actor, candidate, meeting));
  if (respondent === undefined) {
    return isOfficer(actor, meeting)
      ? { refusal: reject.invalid('directive.no-respondent', 'Say which of the addressees answers.', { respondents }) }
      : {
          refusal: reject.forbidden('directive.not-addressed', 'This directive is not addressed to you or your unit.', {
            directiveId,
          }),
        };
  }
  if (!respondents.includes(respondent)) {
    return {
      refusal: reject.missing('directive.unknown-respondent', `The directive is not addressed to ${respondent}.`, {
        respondents,
      }),
    };
  }
  if (!isOfficer(actor, meeting) && !answersFor(actor, respondent, meeting)) {
    return {
      refusal: reject.forbidden(
        'directive.not-addressed',
        'You can answer for yourself, the delegation you head or your unit only.',
        {
          respondent,
        },
      ),
    };
  }
  return { told: { meetingId, directiveId, respondent, byId: actor.id }, followUp: state.respondents.get(respondent) };
}

export const decideFollowUp: Deciders<typeof followUpCommands, FollowUpState, BesideMeeting, FollowUpEvent> = {
  'acknowledge-directive': ({ data, actor, at }, state, { meeting }) => {
    const { told, followUp, refusal } = answering(data, actor, state, meeting);
    if (refusal) return refusal;
    return followUp ? nothing : [{ type: 'DirectiveAcknowledged', data: { ...told, note: data.note, at } }];
  },

  'report-directive-progress': ({ data, actor, at }, state, { meeting }) => {
    const { told, followUp, refusal } = answering(data, actor, state, meeting);
    if (refusal) return refusal;
    const { report, percent } = data;
    const last = followUp?.entries.at(-1);
    if (last?.kind === 'progressed' && last.text === report && last.percent === percent) return nothing;
    if (followUp?.status === 'discharged') {
      return reject.conflict('directive.discharged', 'The directive is discharged. Reopen it first.', {
        respondent: told.respondent,
      });
    }
    return [{ type: 'DirectiveProgressed', data: { ...told, report, percent, at } }];
  },

  'discharge-directive': ({ data, actor, at }, state, { meeting }) => {
    const { told, followUp, refusal } = answering(data, actor, state, meeting);
    if (refusal) return refusal;
    if (followUp?.status === 'discharged') return nothing;
    return [{ type: 'DirectiveDischarged', data: { ...told, report: data.report, at } }];
  },

  'reopen-directive': ({ data, actor, at }, state, { meeting }) => {
    const { told, followUp, refusal } = answering(data, actor, state, meeting);
    if (refusal) return refusal;
    const last = followUp?.entries.at(-1);
    if (last?.kind === 'reopened' && last.text === data.reason) return nothing;
    if (followUp?.status !== 'discharged') {
      return reject.conflict(
        'directive.not-discharged',
        'The directive is not discharged. There is nothing to reopen.',
        {
          respondent: told.respondent,
        },
      );
    }
    return [{ type: 'DirectiveReopened', data: { ...told, reason: data.reason, at } }];
  },
};
