// The course of the agenda: items are called, concluded and deferred while the meeting runs, in whatever order the chair
// takes them. At most one is open.

import * as z from 'zod';
import { PRESIDING } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { id, instant, prose } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import type { AgendaState } from './agenda.ts';
import { changeItem, refuseItem, unknownItem } from './item.ts';
import { RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { nameInRecord } from './names.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const courseEvents = {
  ItemCalled: z.strictObject({ itemId: id, at: instant }),
  ItemConcluded: z.strictObject({ itemId: id, outcome: prose(5000).nullable(), at: instant }),
  ItemDeferred: z.strictObject({ itemId: id, reason: prose(1000).nullable(), at: instant }),
};
export type CourseEvent = EventOf<typeof courseEvents>;

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The agenda when the item is no longer open, if it was. */
const left = (state: AgendaState, itemId: string, at: Instant): AgendaState =>
  state.open === itemId
    ? {
        ...changeItem(state, itemId, ({ sittings }) => ({
          sittings: sittings.map((sitting) => (sitting.to === null ? { ...sitting, to: at } : sitting)),
        })),
        open: null,
      }
    : state;

export const evolveCourse: Evolve<AgendaState, CourseEvent> = {
  ItemCalled: (state, { itemId, at }) => ({
    ...changeItem(state, itemId, (item) => ({
      status: 'open',
      calledAt: item.calledAt ?? at,
      sittings: [...item.sittings, { from: at, to: null }],
      reason: null,
    })),
    open: itemId,
    taken: state.taken.includes(itemId) ? state.taken : [...state.taken, itemId],
  }),
  ItemConcluded: (state, { itemId, outcome, at }) =>
    changeItem(left(state, itemId, at), itemId, (item) => ({
      status: 'concluded',
      concludedAt: at,
      // What came of it at an earlier conclusion stands, unless it is said anew.
      outcome: outcome ?? item.outcome,
    })),
  ItemDeferred: (state, { itemId, reason, at }) =>
    changeItem(left(state, itemId, at), itemId, () => ({ status: 'deferred', concludedAt: null, reason })),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const courseCommands = {
  'call-item': {
    summary: 'Call an agenda item',
    description:
      'Opens a planned or deferred item. Refused while another item is open: conclude or defer that one first. Items may be called in any order.',
    input: z.strictObject({ itemId: id }),
    example: { itemId: 'report' },
    by: PRESIDING,
    during: ['open'],
  },
  'conclude-item': {
    summary: 'Conclude an agenda item',
    description: 'Closes the open item, with what came of it. Refused while someone has the floor or a vote runs.',
    input: z.strictObject({ itemId: id, outcome: prose(5000).nullable().default(null) }),
    example: { itemId: 'report', outcome: 'The report was received.' },
    by: PRESIDING,
    during: RUNNING,
  },
  'defer-item': {
    summary: 'Defer an agenda item',
    description:
      'Puts off a planned or open item; it can be called later. An open item cannot be deferred while someone has the floor or a vote runs.',
    input: z.strictObject({ itemId: id, reason: prose(1000).nullable().default(null) }),
    example: { itemId: 'exchange', reason: 'The branch venue has no sound' },
    by: PRESIDING,
    during: RUNNING,
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Why the open item cannot be left now; undefined where it can. */
function occupied({ floor, roster, decisions }: MeetingState): Rejection | undefined {
  if (floor.speech !== null) {
    const holder = nameInRecord(roster, floor.speech.speakerId);
    return reject.conflict(
      'agenda.floor-held',
      `${holder} has the floor. Let the speaker finish, or take the floor back first.`,
      {
        speechId: floor.speech.speechId,
        speakerId: floor.speech.speakerId,
      },
    );
  }
  const motion = decisions.voting === null ? undefined : decisions.motions.get(decisions.voting);
  return motion
    ? reject.conflict('agenda.vote-running', `The vote on “${motion.title}” is running. Close it first.`, {
        motionId: motion.motionId,
      })
    : undefined;
}

export const decideCourse: Deciders<typeof courseCommands, MeetingState, Surroundings, MeetingEvent> = {
  'call-item': ({ data, at }, { agenda }) => {
    const item = agenda.items.get(data.itemId);
    if (!item) return unknownItem(data.itemId);
    if (item.status === 'open') return nothing;
    if (item.status === 'concluded' || item.status === 'withdrawn') return refuseItem(item.status, item);
    const open = agenda.open === null ? undefined : agenda.items.get(agenda.open);
    return open ? refuseItem('open', open) : [{ type: 'ItemCalled', data: { ...data, at } }];
  },

  'conclude-item': ({ data, at }, meeting) => {
    const item = meeting.agenda.items.get(data.itemId);
    if (!item) return unknownItem(data.itemId);
    if (item.status === 'concluded') {
      return data.outcome === null || data.outcome === item.outcome ? nothing : refuseItem('concluded', item);
    }
    if (item.status !== 'open') {
      return reject.conflict(
        'agenda.item-not-open',
        `“${item.title}” is not open. Only the open item can be concluded.`,
        {
          itemId: item.itemId,
          open: meeting.agenda.open,
        },
      );
    }
    return occupied(meeting) ?? [{ type: 'ItemConcluded', data: { ...data, at } }];
  },

  'defer-item': ({ data, at }, meeting) => {
    const item = meeting.agenda.items.get(data.itemId);
    if (!item) return unknownItem(data.itemId);
    if (item.status === 'deferred') return nothing;
    if (item.status === 'concluded' || item.status === 'withdrawn') return refuseItem(item.status, item);
    const refusal = item.status === 'open' ? occupied(meeting) : undefined;
    return refusal ?? [{ type: 'ItemDeferred', data: { ...data, at } }];
  },
};
