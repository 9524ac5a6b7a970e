// The planned agenda: items are added, revised, moved and withdrawn, before the meeting and while it runs. What is open
// or concluded stays where it is.

import * as z from 'zod';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { differs, overtaken, revised, SEEN } from '../kernel/revise.ts';
import { id, instant, prose } from '../kernel/text.ts';
import type { AgendaState } from './agenda.ts';
import { changeItem, itemFields, itemKind, refuseItem, unknownItem } from './item.ts';
import type { AgendaItem } from './item.ts';
import { BEFORE, RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { nameOnRoster } from './names.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const planEvents = {
  ItemAdded: z.strictObject({ itemId: id, ...itemFields, beforeItemId: id.nullable(), at: instant }),
  ItemRevised: z.strictObject({ itemId: id, ...itemFields, at: instant }),
  ItemMoved: z.strictObject({ itemId: id, beforeItemId: id.nullable(), at: instant }),
  ItemWithdrawn: z.strictObject({ itemId: id, reason: prose(1000).nullable(), at: instant }),
};
export type PlanEvent = EventOf<typeof planEvents>;

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const without = (order: readonly string[], itemId: string) => order.filter((other) => other !== itemId);

function placed(order: readonly string[], itemId: string, beforeItemId: string | null): readonly string[] {
  const rest = without(order, itemId);
  const place = beforeItemId === null ? -1 : rest.indexOf(beforeItemId);
  return rest.toSpliced(place < 0 ? rest.length : place, 0, itemId);
}

export const evolvePlan: Evolve<AgendaState, PlanEvent> = {
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
  ItemRevised: (state, { itemId, at: _at, ...outline }) => changeItem(state, itemId, () => outline),
  ItemMoved: (state, { itemId, beforeItemId }) => ({ ...state, order: placed(state.order, itemId, beforeItemId) }),
  ItemWithdrawn: (state, { itemId, reason }) => ({
    ...changeItem(state, itemId, () => ({ status: 'withdrawn', reason })),
    order: without(state.order, itemId),
  }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const planCommands = {
  'add-item': {
    summary: 'Add an agenda item',
    description:
      'Adds an item at the end, or before another one. Presenters are ids of attendees or delegations on the roster. Items may be added while the meeting runs.',
    input: z.strictObject({
      itemId: id.optional(),
      ...itemFields,
      kind: itemKind.default('discussion'),
      presenters: itemFields.presenters.default([]),
      plannedMinutes: itemFields.plannedMinutes.default(null),
      documents: itemFields.documents.default([]),
      topics: itemFields.topics.default([]),
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
    description: `Replaces what is given and leaves the rest. Refused once the item is concluded or withdrawn. ${SEEN}`,
    input: z.strictObject({
      itemId: id,
      ...z.object(itemFields).partial().shape,
      seen: z.strictObject(itemFields).partial().optional(),
    }),
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
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

type References = {
  readonly presenters?: readonly string[] | undefined;
  readonly documents?: readonly string[] | undefined;
};

/** Why the references of an item lead nowhere; undefined where all is well. */
export function dangling(item: References, { roster, documents }: MeetingState): Rejection | undefined {
  const presenters = item.presenters?.filter((presenter) => nameOnRoster(roster, presenter) === undefined) ?? [];
  if (presenters.length > 0) {
    const message = `Not on the roster: ${presenters.join(', ')}. Add the presenter to the roster first.`;
    return reject.missing('roster.unknown', message, { presenters });
  }
  const unknown = item.documents?.filter((documentId) => !documents.all.has(documentId)) ?? [];
  if (unknown.length > 0) {
    const message = `Not among the documents of the meeting: ${unknown.join(', ')}. Table the document first.`;
    return reject.missing('documents.unknown', message, { documents: unknown });
  }
  return undefined;
}

export const decidePlan: Deciders<typeof planCommands, MeetingState, Surroundings, MeetingEvent> = {
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
    if (beforeItemId !== null && !meeting.agenda.order.includes(beforeItemId)) return unknownItem(beforeItemId);
    return dangling(outline, meeting) ?? [{ type: 'ItemAdded', data: { itemId, ...outline, beforeItemId, at } }];
  },

  'revise-item': ({ data, at }, meeting) => {
    const { itemId, seen, ...given } = data;
    const item = meeting.agenda.items.get(itemId);
    if (!item) return unknownItem(itemId);
    if (!differs(item, given)) return nothing;
    if (item.status === 'concluded' || item.status === 'withdrawn') return refuseItem(item.status, item);
    const refusal = overtaken<AgendaItem>(item, given, seen) ?? dangling(given, meeting);
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
    if (!item) return unknownItem(data.itemId);
    if (item.status !== 'planned' && item.status !== 'deferred') return refuseItem(item.status, item);
    if (data.beforeItemId !== null && !agenda.order.includes(data.beforeItemId)) return unknownItem(data.beforeItemId);
    const next = agenda.order[agenda.order.indexOf(data.itemId) + 1] ?? null;
    const inPlace = next === data.beforeItemId || data.itemId === data.beforeItemId;
    return inPlace ? nothing : [{ type: 'ItemMoved', data: { ...data, at } }];
  },

  'withdraw-item': ({ data, at }, { agenda }) => {
    const item = agenda.items.get(data.itemId);
    if (!item) return unknownItem(data.itemId);
    if (item.status === 'withdrawn') return nothing;
    if (item.status === 'open' || item.status === 'concluded') return refuseItem(item.status, item);
    return [{ type: 'ItemWithdrawn', data: { ...data, at } }];
  },
};
