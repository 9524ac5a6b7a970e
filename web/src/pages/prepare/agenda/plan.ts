// The planned agenda: when each item is planned to begin, and how far the whole runs over the planned end.

import type { AgendaItem, AgendaState } from '@rostrum/events';

/** An item of the plan with when it is to begin. */
export type PlannedItem = {
  readonly itemId: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  /** True where it is to end after the meeting is. */
  readonly over: boolean;
};

export type Plan = {
  readonly items: ReadonlyMap<string, PlannedItem>;
  /** When the last item is to end. */
  readonly end: number;
  /** Sum of the planned minutes. */
  readonly minutes: number;
  /** Minutes by which the last item is to end after the meeting; 0 where it fits. */
  readonly over: number;
};

const MINUTE = 60_000;

/**
 * The running times of the plan: each item begins when those before it were to end.
 * @param term when the meeting is to start and to end
 */
export function planOf(
  { items, order }: Pick<AgendaState, 'items' | 'order'>,
  term: { readonly startsAt: string; readonly endsAt: string },
): Plan {
  const [start, end] = [Date.parse(term.startsAt), Date.parse(term.endsAt)];
  let minutes = 0;
  const planned = order.map((itemId) => {
    const from = start + minutes * MINUTE;
    minutes += items.get(itemId)?.plannedMinutes ?? 0;
    return [itemId, { itemId, from, over: start + minutes * MINUTE > end }] as const;
  });
  const last = start + minutes * MINUTE;
  return { items: new Map(planned), end: last, minutes, over: Math.max(0, Math.ceil((last - end) / MINUTE)) };
}

/** True where the item's outline may still be changed. */
export const mayRevise = ({ status }: AgendaItem): boolean => status !== 'concluded' && status !== 'withdrawn';

/**
 * The rows of the list: the planned order, and at its end the items somebody here is revising that another has withdrawn,
 * so that what was typed is not lost.
 */
export const rowsOf = (order: readonly string[], editing: readonly string[]): readonly string[] => {
  const gone = editing.filter((itemId) => !order.includes(itemId));
  return gone.length === 0 ? order : [...order, ...gone];
};
