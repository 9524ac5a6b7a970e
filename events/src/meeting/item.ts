// One item of the agenda: its kinds, what is said of it beforehand, and what became of it.

import * as z from 'zod';
import { reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import { id, line } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import type { AgendaState } from './agenda.ts';

export const itemKind = z.enum([
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

/** What is said of an item beforehand. */
export const itemFields = {
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

/** The agenda with one item changed. */
export const changeItem = (
  state: AgendaState,
  itemId: string,
  to: (item: AgendaItem) => Partial<AgendaItem>,
): AgendaState => ({
  ...state,
  items: state.items.change(itemId, (item) => ({ ...item, ...to(item) })),
});

/** The refusal of an id that no item has. */
export const unknownItem = (itemId: string) =>
  reject.missing('agenda.unknown', 'There is no such item on the agenda.', { itemId });

const refusals: Readonly<Record<'open' | 'concluded' | 'withdrawn', readonly [code: string, says: string]>> = {
  open: ['agenda.item-open', 'is open. Conclude or defer it first.'],
  concluded: ['agenda.item-concluded', 'is concluded. Reopen it, or correct the record after closing.'],
  withdrawn: ['agenda.item-withdrawn', 'was withdrawn. Add it again as a new item.'],
};

/** The refusal that an item’s status calls for. */
export const refuseItem = (status: keyof typeof refusals, { itemId, title }: AgendaItem): Rejection =>
  reject.conflict(refusals[status][0], `“${title}” ${refusals[status][1]}`, { itemId, title });
