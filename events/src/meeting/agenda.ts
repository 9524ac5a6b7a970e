// The agenda: what the meeting takes up, in which order, and what came of it. The planned order and the order in which
// items were really taken are both kept. At most one item is open.

import * as z from 'zod';
import { OFFICERS, PRESIDING } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { differs, revised } from '../kernel/revise.ts';
import { id, instant, line, prose } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { BEFORE, RUNNING } from './lifecycle.ts';
import type { MeetingStatus } from './lifecycle.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { nameInRecord, nameOnRoster } from './names.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const itemKind = z.enum([
  'opening',
  'report',
  'speech',
  'exchange',
  'announcement',
  'commendation',
  'statement',
  'discussion',
  'decision',
  'break',
  'closing',
]);
export type ItemKind = z.infer<typeof itemKind>;

const outline = {
  kind: itemKind,
  title: line(500),
  /** Roster ids, in the order in which they present. */
  presenters: z.array(id).max(100),
  plannedMinutes: z.int().min(1).max(1440).nullable(),
  /** Ids of the documents that belong to it. */
  documents: z.array(id).max(100),
  /** What it is about in particular; in an exchange, the topics of those who speak. */
  topics: z.array(line(500)).max(100),
};

export const agendaEvents = {
  ItemAdded: z.strictObject({ itemId: id, ...outline, beforeItemId: id.nullable(), at: instant }),
  ItemRevised: z.strictObject({ itemId: id, ...outline, at: instant }),
  ItemMoved: z.strictObject({ itemId: id, beforeItemId: id.nullable(), at: instant }),
  ItemWithdrawn: z.strictObject({ itemId: id, reason: prose(1000).nullable(), at: instant }),
  ItemCalled: z.strictObject({ itemId: id, at: instant }),
  ItemConcluded: z.strictObject({ itemId: id, outcome: prose(5000).nullable(), at: instant }),
  ItemDeferred: z.strictObject({ itemId: id, reason: prose(1000).nullable(), at: instant }),
};
export type AgendaEvent = EventOf<typeof agendaEvents>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type ItemStatus = 'planned' | 'open' | 'concluded' | 'deferred' | 'withdrawn';

/** From a call to its conclusion or deferral: an item deferred after it was called, and called again, has two. */
export type Sitting = { readonly from: Instant; readonly to: Instant | null };

export type AgendaItem = {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly presenters: readonly string[];
  readonly plannedMinutes: number | null;
  readonly documents: readonly string[];
  readonly topics: readonly string[];
  readonly status: ItemStatus;
  /** When it was first called. */
  readonly calledAt: Instant | null;
  readonly concludedAt: Instant | null;
  readonly sittings: readonly Sitting[];
  readonly outcome: string | null;
  /** Why it was last deferred or withdrawn. */
  readonly reason: string | null;
};

export type AgendaState = {
  readonly items: Ledger<AgendaItem>;
  /** The planned order, without what was withdrawn. */
  readonly order: readonly string[];
  readonly open: string | null;
  /** The order in which items were really taken: each at its first call. */
  readonly taken: readonly string[];
};

export const initialAgenda: AgendaState = { items: Ledger.empty(), order: [], open: null, taken: [] };

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const without = (order: readonly string[], itemId: string) => order.filter((other) => other !== itemId);

function placed(order: readonly string[], itemId: string, beforeItemId: string | null): readonly string[] {
  const rest = without(order, itemId);
  const place = beforeItemId === null ? -1 : rest.indexOf(beforeItemId);
  return rest.toSpliced(place < 0 ? rest.length : place, 0, itemId);
}

const change = (state: AgendaState, itemId: string, to: (item: AgendaItem) => Partial<AgendaItem>): AgendaState => ({
  ...state,
  items: state.items.change(itemId, (item) => ({ ...item, ...to(item) })),
});

/** The agenda when the item is no longer open, if it was. */
const left = (state: AgendaState, itemId: string, at: Instant): AgendaState =>
  state.open === itemId
    ? {
        ...change(state, itemId, ({ sittings }) => ({
          sittings: sittings.map((sitting) => (sitting.to === null ? { ...sitting, to: at } : sitting)),
        })),
        open: null,
      }
    : state;

export const evolveAgenda: Evolve<AgendaState, AgendaEvent> = {
  ItemAdded: (state, { beforeItemId, at: _at, ...outline }) => ({
    ...state,
    items: state.items.set(outline.itemId, {
      ...outline,
      status: 'planned',
      calledAt: null,
      concludedAt: null,
      sittings: [],
      outcome: null,
      reason: null,
    }),
    order: placed(state.order, outline.itemId, beforeItemId),
  }),
  ItemRevised: (state, { itemId, at: _at, ...outline }) => change(state, itemId, () => outline),
  ItemMoved: (state, { itemId, beforeItemId }) => ({ ...state, order: placed(state.order, itemId, beforeItemId) }),
  ItemWithdrawn: (state, { itemId, reason }) => ({
    ...change(state, itemId, () => ({ status: 'withdrawn', reason })),
    order: without(state.order, itemId),
  }),
  ItemCalled: (state, { itemId, at }) => ({
    ...change(state, itemId, (item) => ({
      status: 'open',
      calledAt: item.calledAt ?? at,
      sittings: [...item.sittings, { from: at, to: null }],
      reason: null,
    })),
    open: itemId,
    taken: state.taken.includes(itemId) ? state.taken : [...state.taken, itemId],
  }),
  ItemConcluded: (state, { itemId, outcome, at }) =>
    change(left(state, itemId, at), itemId, () => ({ status: 'concluded', concludedAt: at, outcome })),
  ItemDeferred: (state, { itemId, reason, at }) =>
    change(left(state, itemId, at), itemId, () => ({ status: 'deferred', reason })),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const agendaCommands = {
  'add-item': {
    summary: 'Add an agenda item',
    description:
      'Adds an item at the end, or before another one. Presenters are ids of attendees or delegations on the roster. Items may be added while the meeting runs.',
    input: z.strictObject({
      itemId: id.optional(),
      ...outline,
      kind: itemKind.default('discussion'),
      presenters: outline.presenters.default([]),
      plannedMinutes: outline.plannedMinutes.default(null),
      documents: outline.documents.default([]),
      topics: outline.topics.default([]),
      beforeItemId: id.nullable().default(null),
    }),
    example: {
      itemId: 'report',
      kind: 'report',
      title: 'Fully Promoting the Construction of Digital Space',
      presenters: ['wei-yiyin'],
      plannedMinutes: 35,
    },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'revise-item': {
    summary: 'Revise an agenda item',
    description: 'Replaces what is given and leaves the rest. Refused once the item is concluded or withdrawn.',
    input: z.strictObject({ itemId: id, ...z.object(outline).partial().shape }),
    example: { itemId: 'report', plannedMinutes: 40 },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'move-item': {
    summary: 'Move an agenda item',
    description:
      'Puts an item before another one, or at the end where that is null. An open or concluded item stays in its place.',
    input: z.strictObject({ itemId: id, beforeItemId: id.nullable() }),
    example: { itemId: 'exchange', beforeItemId: 'report' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'withdraw-item': {
    summary: 'Withdraw an agenda item',
    description: 'Takes an item off the agenda. An open or concluded item cannot be withdrawn.',
    input: z.strictObject({ itemId: id, reason: prose(1000).nullable().default(null) }),
    example: { itemId: 'exchange', reason: 'Moved to the next meeting' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
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

const unknown = (itemId: string) =>
  reject.missing('agenda.unknown', 'There is no such item on the agenda.', { itemId });

const refusals: Readonly<Record<'open' | 'concluded' | 'withdrawn', readonly [code: string, says: string]>> = {
  open: ['agenda.item-open', 'is open. Conclude or defer it first.'],
  concluded: ['agenda.item-concluded', 'is concluded. Add a new item, or correct the record after closing.'],
  withdrawn: ['agenda.item-withdrawn', 'was withdrawn. Add it again as a new item.'],
};

const refuse = (status: keyof typeof refusals, { itemId, title }: AgendaItem): Rejection =>
  reject.conflict(refusals[status][0], `“${title}” ${refusals[status][1]}`, { itemId, title });

/** Why the references of an item lead nowhere; undefined where all is well. */
function dangling(
  item: { presenters?: readonly string[] | undefined },
  { roster }: MeetingState,
): Rejection | undefined {
  const missing = item.presenters?.filter((presenter) => nameOnRoster(roster, presenter) === undefined) ?? [];
  if (missing.length === 0) return undefined;
  return reject.missing(
    'roster.unknown',
    `Not on the roster: ${missing.join(', ')}. Add the presenter to the roster first.`,
    {
      presenters: missing,
    },
  );
}

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
  const motion = decisions.motions.values().find(({ status }) => status === 'voting');
  return motion
    ? reject.conflict('agenda.vote-running', `The vote on “${motion.title}” is running. Close it first.`, {
        motionId: motion.motionId,
      })
    : undefined;
}

export const decideAgenda: Deciders<typeof agendaCommands, MeetingState, Surroundings, MeetingEvent> = {
  'add-item': ({ id: commandId, data, at }, meeting) => {
    const { itemId = commandId, beforeItemId, ...outline } = data;
    const known = meeting.agenda.items.get(itemId);
    if (known) {
      return differs(known, outline)
        ? reject.conflict('agenda.item-exists', `“${known.title}” has this id already. Revise it, or use another id.`, {
            itemId,
          })
        : nothing;
    }
    if (beforeItemId !== null && !meeting.agenda.order.includes(beforeItemId)) return unknown(beforeItemId);
    return dangling(outline, meeting) ?? [{ type: 'ItemAdded', data: { itemId, ...outline, beforeItemId, at } }];
  },

  'revise-item': ({ data, at }, meeting) => {
    const { itemId, ...given } = data;
    const item = meeting.agenda.items.get(itemId);
    if (!item) return unknown(itemId);
    if (!differs(item, given)) return nothing;
    if (item.status === 'concluded' || item.status === 'withdrawn') return refuse(item.status, item);
    const refusal = dangling(given, meeting);
    if (refusal) return refusal;
    const { kind, title, presenters, plannedMinutes, documents, topics } = revised(item, given);
    return [
      {
        type: 'ItemRevised',
        data: {
          itemId,
          kind,
          title,
          presenters: [...presenters],
          plannedMinutes,
          documents: [...documents],
          topics: [...topics],
          at,
        },
      },
    ];
  },

  'move-item': ({ data, at }, { agenda }) => {
    const item = agenda.items.get(data.itemId);
    if (!item) return unknown(data.itemId);
    if (item.status === 'open' || item.status === 'concluded' || item.status === 'withdrawn')
      return refuse(item.status, item);
    if (data.beforeItemId !== null && !agenda.order.includes(data.beforeItemId)) return unknown(data.beforeItemId);
    const next = agenda.order[agenda.order.indexOf(data.itemId) + 1] ?? null;
    const inPlace = next === data.beforeItemId || data.itemId === data.beforeItemId;
    return inPlace ? nothing : [{ type: 'ItemMoved', data: { ...data, at } }];
  },

  'withdraw-item': ({ data, at }, { agenda }) => {
    const item = agenda.items.get(data.itemId);
    if (!item) return unknown(data.itemId);
    if (item.status === 'withdrawn') return nothing;
    if (item.status === 'open' || item.status === 'concluded') return refuse(item.status, item);
    return [{ type: 'ItemWithdrawn', data: { ...data, at } }];
  },

  'call-item': ({ data, at }, { agenda }) => {
    const item = agenda.items.get(data.itemId);
    if (!item) return unknown(data.itemId);
    if (item.status === 'open') return nothing;
    if (item.status === 'concluded' || item.status === 'withdrawn') return refuse(item.status, item);
    const open = agenda.open === null ? undefined : agenda.items.get(agenda.open);
    return open ? refuse('open', open) : [{ type: 'ItemCalled', data: { ...data, at } }];
  },

  'conclude-item': ({ data, at }, meeting) => {
    const item = meeting.agenda.items.get(data.itemId);
    if (!item) return unknown(data.itemId);
    if (item.status === 'concluded') {
      return data.outcome === null || data.outcome === item.outcome ? nothing : refuse('concluded', item);
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
    if (!item) return unknown(data.itemId);
    if (item.status === 'deferred') return nothing;
    if (item.status === 'concluded' || item.status === 'withdrawn') return refuse(item.status, item);
    const refusal = item.status === 'open' ? occupied(meeting) : undefined;
    return refusal ?? [{ type: 'ItemDeferred', data: { ...data, at } }];
  },
};
