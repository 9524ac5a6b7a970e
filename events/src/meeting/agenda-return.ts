// The way back in the course of the agenda: an item that was concluded too early is opened again, and one that was called
// by mistake returns to its place. What was recorded stays recorded; each is an event of its own.

import * as z from 'zod';
import { PRESIDING } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { id, instant, prose } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import type { AgendaState } from './agenda.ts';
import { changeItem, refuseItem, unknownItem } from './item.ts';
import type { MeetingStatus } from './lifecycle.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const returnEvents = {
  ItemReopened: z.strictObject({ itemId: id, reason: prose(1000).nullable(), at: instant }),
  ItemReturned: z.strictObject({ itemId: id, reason: prose(1000).nullable(), at: instant }),
};
export type ReturnEvent = EventOf<typeof returnEvents>;

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveReturn: Evolve<AgendaState, ReturnEvent> = {
  ItemReopened: (state, { itemId, at }) => ({
    ...changeItem(state, itemId, ({ sittings }) => ({
      status: 'open',
      sittings: [...sittings, { from: at, to: null }],
    })),
    open: itemId,
  }),
  // The sitting that was none is gone: the item stands as it stood before it was called.
  ItemReturned: (state, { itemId }) => {
    const item = state.items.get(itemId);
    const earlier = item?.sittings.slice(0, -1) ?? [];
    const before = item?.concludedAt ? 'concluded' : 'deferred';
    return {
      ...changeItem(state, itemId, () => ({
        status: earlier.length === 0 ? 'planned' : before,
        calledAt: earlier[0]?.from ?? null,
        sittings: earlier,
      })),
      open: state.open === itemId ? null : state.open,
      taken: earlier.length === 0 ? state.taken.filter((taken) => taken !== itemId) : state.taken,
    };
  },
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const returnCommands = {
  'reopen-item': {
    summary: 'Reopen a concluded item',
    description:
      'Opens an item again that was concluded. The outcome that was recorded stands until another is given. Refused while another item is open.',
    input: z.strictObject({ itemId: id, reason: prose(1000).nullable().default(null) }),
    example: { itemId: 'report', reason: 'Concluded before the last question was heard' },
    by: PRESIDING,
    during: ['open'],
  },
  'return-item': {
    summary: 'Return an item called by mistake',
    description:
      'Puts the open item back to where it stood on the agenda. Refused once something was said or done under it: then conclude or defer it.',
    input: z.strictObject({ itemId: id, reason: prose(1000).nullable().default(null) }),
    example: { itemId: 'report', reason: 'Called before its time' },
    by: PRESIDING,
    during: ['open'],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** True where something was said or done under an item since an instant. */
function hasBegun(meeting: MeetingState, itemId: string, since: Instant): boolean {
  const { floor, decisions, directives, statements, commendations, documents } = meeting;
  const here = (of: string | null | undefined, at: Instant | null | undefined) =>
    of === itemId && typeof at === 'string' && Date.parse(at) >= Date.parse(since);
  return (
    floor.speech?.itemId === itemId ||
    floor.finished.values().some((speech) => here(speech.itemId, speech.from)) ||
    decisions.motions.values().some((motion) => here(motion.itemId, motion.putAt)) ||
    directives.all.values().some((directive) => here(directive.itemId, directive.issuedAt)) ||
    statements.all.values().some((statement) => here(statement.itemId, statement.issuedAt)) ||
    commendations.all.values().some(({ conferral }) => here(conferral?.itemId, conferral?.at)) ||
    documents.all.values().some(({ announced }) => here(announced?.itemId, announced?.at))
  );
}

export const decideReturn: Deciders<typeof returnCommands, MeetingState, Surroundings, MeetingEvent> = {
  'reopen-item': ({ data, at }, { agenda }) => {
    const item = agenda.items.get(data.itemId);
    if (!item) return unknownItem(data.itemId);
    if (item.status === 'open') return nothing;
    if (item.status === 'withdrawn') return refuseItem('withdrawn', item);
    if (item.status !== 'concluded') {
      return reject.conflict('agenda.item-not-concluded', `“${item.title}” is not concluded. Call it.`, {
        itemId: item.itemId,
      });
    }
    const open = agenda.open === null ? undefined : agenda.items.get(agenda.open);
    return open ? refuseItem('open', open) : [{ type: 'ItemReopened', data: { ...data, at } }];
  },

  'return-item': ({ data, at }, meeting) => {
    const item = meeting.agenda.items.get(data.itemId);
    if (!item) return unknownItem(data.itemId);
    if (item.status === 'withdrawn') return refuseItem('withdrawn', item);
    if (item.status !== 'open') return nothing;
    const since = item.sittings.at(-1)?.from ?? at;
    return hasBegun(meeting, item.itemId, since)
      ? reject.conflict('agenda.item-begun', `“${item.title}” has begun. Conclude or defer it instead.`, {
          itemId: item.itemId,
        })
      : [{ type: 'ItemReturned', data: { ...data, at } }];
  },
};
