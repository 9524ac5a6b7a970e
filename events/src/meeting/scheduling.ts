// Before the meeting: it is scheduled, revised and moved to another time, convened with a notice, or cancelled.

import * as z from 'zod';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { isRejection, nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { differs, overtaken, revised, SEEN } from '../kernel/revise.ts';
import { id, instant, language, line, prose } from '../kernel/text.ts';
import type { LifecycleState } from './lifecycle.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { decideParts, scheduledWith } from './scheduled-with.ts';
import { BEFORE } from './status.ts';
import type { MeetingStatus } from './status.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const form = z.enum(['video', 'hybrid', 'on-site']);
const timeZone = z.string().refine(isTimeZone, 'Must be an IANA time zone, such as Asia/Shanghai.');

/** What a meeting is. */
export const outline = {
  title: line(300),
  organisation: line(200),
  purpose: z.array(line(500)).max(20),
  languages: z.array(language).min(1).max(8),
  form,
  quorum: z.int().min(1).max(1_000_000).nullable(),
};

/** When it is. Instants keep the offset they were given with. */
export const term = { timeZone, startsAt: instant, endsAt: instant };

export const schedulingEvents = {
  MeetingScheduled: z.strictObject({ meetingId: id, ...outline, ...term, at: instant }),
  MeetingRevised: z.strictObject({ ...outline, at: instant }),
  MeetingRescheduled: z.strictObject({ ...term, reason: prose(1000).nullable(), at: instant }),
  MeetingConvened: z.strictObject({ notice: prose(5000).nullable(), at: instant }),
  MeetingCancelled: z.strictObject({ reason: prose(1000), at: instant }),
};
export type SchedulingEvent = EventOf<typeof schedulingEvents>;

/** An offset such as +08:00 is a time zone to `Intl`, and to no calendar. */
function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveScheduling: Evolve<LifecycleState, SchedulingEvent> = {
  MeetingScheduled: (state, { at: _at, ...scheduled }) => ({ ...state, ...scheduled, status: 'draft' }),
  MeetingRevised: (state, { at: _at, ...revised }) => ({ ...state, ...revised }),
  MeetingRescheduled: (state, { timeZone, startsAt, endsAt }) => ({ ...state, timeZone, startsAt, endsAt }),
  MeetingConvened: (state, { notice, at }) => ({ ...state, status: 'convened', notice, convenedAt: at }),
  MeetingCancelled: (state, { reason }) => ({ ...state, status: 'cancelled', cancelledBecause: reason }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

const endsAfterItStarts = (value: { startsAt: string; endsAt: string }) =>
  Date.parse(value.endsAt) > Date.parse(value.startsAt);
const ENDS_AFTER_IT_STARTS = { path: ['endsAt'], error: 'The meeting must end after it starts.' };

export const schedulingCommands = {
  'schedule-meeting': {
    summary: 'Schedule a meeting',
    description:
      'Creates the meeting as a draft. The meeting takes the id given, or that of the command. Venues, roster, officers and agenda may be given with it, all of them or none: one part names another by the ids given here. What is not given is built next, then the meeting is convened.',
    input: z
      .strictObject({
        meetingId: id.optional(),
        ...outline,
        purpose: outline.purpose.default([]),
        languages: outline.languages.default(['en']),
        form: form.default('video'),
        quorum: outline.quorum.default(null),
        ...term,
        ...scheduledWith,
      })
      .refine(endsAfterItStarts, ENDS_AFTER_IT_STARTS)
      .refine(({ venues }) => new Set(venues.map(({ venueId }) => venueId)).size === venues.length, {
        path: ['venues'],
        error: 'Two venues have the same id.',
      })
      .refine(({ venues }) => venues.filter(({ main }) => main).length <= 1, {
        path: ['venues'],
        error: 'A meeting has one main venue.',
      }),
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
    description: `Replaces what is given and leaves the rest. Refused once the meeting has opened. ${SEEN}`,
    input: z.strictObject({ ...outline, seen: z.strictObject(outline).partial() }).partial(),
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
  'cancel-meeting': {
    summary: 'Cancel the meeting',
    description: 'Calls off a meeting that has not opened, with the reason.',
    input: z.strictObject({ reason: prose(1000) }),
    example: { reason: 'Moved into the annual conference' },
    by: OFFICERS,
    during: ['draft', 'convened', 'cancelled'],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const decideScheduling: Deciders<typeof schedulingCommands, MeetingState, Surroundings, MeetingEvent> = {
  'schedule-meeting': ({ id: commandId, data, at }, meeting) => {
    const { lifecycle } = meeting;
    const { meetingId = commandId, venues, attendees, delegations, officers, items, ...scheduled } = data;
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
    const parts = decideParts({ venues, attendees, delegations, officers, items }, meeting, at);
    return isRejection(parts) ? parts : [{ type: 'MeetingScheduled', data: { meetingId, ...scheduled, at } }, ...parts];
  },

  'revise-meeting': ({ data: { seen, ...given }, at }, { lifecycle }) => {
    if (!differs<LifecycleState>(lifecycle, given)) return nothing;
    const refusal = overtaken<LifecycleState>(lifecycle, given, seen);
    if (refusal) return refusal;
    const { title, organisation, purpose, languages, form, quorum } = revised<LifecycleState>(lifecycle, given);
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
      ...([...roster.attendees, ...roster.delegations].every(({ removed }) => removed) ? ['a name on the roster'] : []),
    ];
    if (missing.length > 0) {
      return reject.conflict('meeting.not-ready', `Before the meeting is convened it needs ${missing.join(' and ')}.`, {
        missing,
      });
    }
    return [{ type: 'MeetingConvened', data: { ...data, at } }];
  },

  'cancel-meeting': ({ data, at }, { lifecycle }) =>
    lifecycle.status === 'cancelled' ? nothing : [{ type: 'MeetingCancelled', data: { ...data, at } }],
};
