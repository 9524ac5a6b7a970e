// The officers of a meeting: the chair who conducts it, the deputies who may stand in, the secretary who keeps the
// record. What each may do follows from the office (`roles.ts`); an office is held by an attendee of the roster.

import * as z from 'zod';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { id, instant, prose } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { BEFORE, RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { attendeeOnRoster, nameInRecord } from './names.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const office = z.enum(['chair', 'deputy', 'secretary']);
export type Office = z.infer<typeof office>;

export const officerEvents = {
  OfficerAppointed: z.strictObject({ office, attendeeId: id, at: instant }),
  OfficerRelieved: z.strictObject({ office, attendeeId: id, reason: prose(1000).nullable(), at: instant }),
  ChairHandedOver: z.strictObject({ from: id.nullable(), to: id, reason: prose(1000).nullable(), at: instant }),
};
export type OfficerEvent = EventOf<typeof officerEvents>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Handover = {
  readonly from: string | null;
  readonly to: string;
  readonly reason: string | null;
  readonly at: Instant;
};

export type OfficersState = {
  readonly chair: string | null;
  /** In the order of their appointment. A deputy who takes the chair over remains a deputy. */
  readonly deputies: readonly string[];
  readonly secretary: string | null;
  readonly handovers: readonly Handover[];
};

export const initialOfficers: OfficersState = { chair: null, deputies: [], secretary: null, handovers: [] };

/** The offices that an attendee holds. */
export function officesOf({ chair, deputies, secretary }: OfficersState, attendeeId: string): readonly Office[] {
  return [
    ...(chair === attendeeId ? (['chair'] as const) : []),
    ...(deputies.includes(attendeeId) ? (['deputy'] as const) : []),
    ...(secretary === attendeeId ? (['secretary'] as const) : []),
  ];
}

/** Who was in the chair at an instant of the meeting: while it runs, the chair changes by handing over only. */
export function chairAt({ chair, handovers }: OfficersState, at: Instant): string | null {
  const next = handovers.find((handover) => handover.at > at);
  return next === undefined ? chair : next.from;
}

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const withoutDeputy = (deputies: readonly string[], attendeeId: string) => deputies.filter((id) => id !== attendeeId);

const appoint: Readonly<Record<Office, (state: OfficersState, attendeeId: string) => OfficersState>> = {
  chair: (state, chair) => ({ ...state, chair }),
  deputy: (state, deputy) => ({ ...state, deputies: [...withoutDeputy(state.deputies, deputy), deputy] }),
  secretary: (state, secretary) => ({ ...state, secretary }),
};

const relieve: Readonly<Record<Office, (state: OfficersState, attendeeId: string) => OfficersState>> = {
  chair: (state, chair) => (state.chair === chair ? { ...state, chair: null } : state),
  deputy: (state, deputy) => ({ ...state, deputies: withoutDeputy(state.deputies, deputy) }),
  secretary: (state, secretary) => (state.secretary === secretary ? { ...state, secretary: null } : state),
};

export const evolveOfficers: Evolve<OfficersState, OfficerEvent> = {
  OfficerAppointed: (state, { office, attendeeId }) => appoint[office](state, attendeeId),
  OfficerRelieved: (state, { office, attendeeId }) => relieve[office](state, attendeeId),
  ChairHandedOver: (state, handover) => ({ ...state, chair: handover.to, handovers: [...state.handovers, handover] }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const officerCommands = {
  'appoint-officer': {
    summary: 'Appoint an officer',
    description:
      'Appoints an attendee of the roster as chair, deputy or secretary. A new chair or secretary replaces the one before; deputies add up. Chair and secretary are two people. Once the meeting runs, its chair changes by handing over only.',
    input: z.strictObject({ office, attendeeId: id }),
    example: { office: 'chair', attendeeId: 'liu-shiquan' },
    by: ['organizer', 'chair'],
    during: [...BEFORE, ...RUNNING],
  },
  'relieve-officer': {
    summary: 'Relieve an officer',
    description:
      'Takes an office from whoever holds it. A running meeting always has a chair: hand the chair over instead.',
    input: z.strictObject({ office, attendeeId: id, reason: prose(1000).nullable().default(null) }),
    example: { office: 'deputy', attendeeId: 'chen-guoying', reason: 'Called away' },
    by: ['organizer', 'chair'],
    during: [...BEFORE, ...RUNNING],
  },
  'hand-over-chair': {
    summary: 'Hand over the chair',
    description:
      'Gives the chair of the running meeting to a deputy or to another attendee, with the reason. It takes effect at once; the one before keeps every other office.',
    input: z.strictObject({ to: id, reason: prose(1000) }),
    example: { to: 'chen-guoying', reason: 'The chair gives the report himself' },
    by: ['organizer', 'chair'],
    during: RUNNING,
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Why this attendee cannot hold this office; undefined where they can. */
export function unfit(attendeeId: string, office: Office, { roster, officers }: MeetingState): Rejection | undefined {
  const attendee = attendeeOnRoster(roster, attendeeId);
  if (!attendee) {
    return reject.missing(
      'roster.unknown',
      'Only an attendee on the roster can hold an office. Add the attendee first.',
      {
        attendeeId,
      },
    );
  }
  const other = office === 'chair' ? officers.secretary : office === 'secretary' ? officers.chair : null;
  if (other === attendeeId) {
    return reject.conflict(
      'officers.chair-and-secretary',
      `${attendee.name} cannot be chair and secretary at once: both sign the minutes. Appoint somebody else to one of the two.`,
      { attendeeId, office },
    );
  }
  if (office === 'deputy' && officers.chair === attendeeId) {
    return reject.conflict(
      'officers.chair-as-deputy',
      `${attendee.name} is the chair. Appoint somebody else as deputy.`,
      {
        attendeeId,
      },
    );
  }
  return undefined;
}

export const decideOfficers: Deciders<typeof officerCommands, MeetingState, Surroundings, MeetingEvent> = {
  'appoint-officer': ({ data, at }, meeting) => {
    const { lifecycle, officers } = meeting;
    if (officesOf(officers, data.attendeeId).includes(data.office)) return nothing;
    const refusal = unfit(data.attendeeId, data.office, meeting);
    if (refusal) return refusal;
    const running = (RUNNING as readonly MeetingStatus[]).includes(lifecycle.status);
    if (data.office === 'chair' && officers.chair !== null && running) {
      const chair = nameInRecord(meeting.roster, officers.chair);
      return reject.conflict(
        'officers.chair-taken',
        `${chair} chairs the running meeting. Hand the chair over, with the reason.`,
        {
          chair: officers.chair,
        },
      );
    }
    return [{ type: 'OfficerAppointed', data: { ...data, at } }];
  },

  'relieve-officer': ({ data, at }, { lifecycle, officers }) => {
    if (!officesOf(officers, data.attendeeId).includes(data.office)) return nothing;
    if (data.office === 'chair' && (RUNNING as readonly MeetingStatus[]).includes(lifecycle.status)) {
      return reject.conflict(
        'officers.chair-needed',
        'A running meeting needs its chair. Hand the chair over to a deputy or to another attendee.',
        { chair: officers.chair },
      );
    }
    return [{ type: 'OfficerRelieved', data: { ...data, at } }];
  },

  'hand-over-chair': ({ data, at }, meeting) => {
    const { chair } = meeting.officers;
    if (chair === data.to) return nothing;
    return unfit(data.to, 'chair', meeting) ?? [{ type: 'ChairHandedOver', data: { from: chair, ...data, at } }];
  },
};
