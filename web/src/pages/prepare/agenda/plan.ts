// The planned agenda: where an item goes when it is moved by one, and when each is planned to begin.

import type { AgendaItem, AgendaState } from '@rostrum/events';

/** Before which item an item stands after it was moved by one place; null: at the end; undefined: it is there already. */
export type Moves = { readonly up: string | undefined; readonly down: string | null | undefined };

/** The places above and below of an item in the planned order. */
export function movesOf(order: readonly string[], itemId: string): Moves {
  const place = order.indexOf(itemId);
  if (place < 0) return { up: undefined, down: undefined };
  return {
    up: place === 0 ? undefined : order[place - 1],
    down: place === order.length - 1 ? undefined : (order[place + 2] ?? null),
  };
}

/** An item of the plan with when it is to begin. */
export type PlannedItem = {
  readonly itemId: string;
  /** Milliseconds since 1970. */
  readonly from: number;
};

export type Plan = {
  readonly items: ReadonlyMap<string, PlannedItem>;
  /** When the last item is to end. */
  readonly end: number;
  /** Sum of the planned minutes. */
  readonly minutes: number;
};

const MINUTE = 60_000;

/**
 * The running times of the plan: each item begins when those before it were to end.
 * @param startsAt when the meeting is to start
 */
export function planOf({ items, order }: Pick<AgendaState, 'items' | 'order'>, startsAt: string): Plan {
  const start = Date.parse(startsAt);
  let minutes = 0;
  const planned = order.map((itemId) => {
    const from = start + minutes * MINUTE;
    minutes += items.get(itemId)?.plannedMinutes ?? 0;
    return [itemId, { itemId, from }] as const;
  });
  return { items: new Map(planned), end: start + minutes * MINUTE, minutes };
}

/** True where the item's outline may still be changed. */
export const mayRevise = ({ status }: AgendaItem): boolean => status !== 'concluded' && status !== 'withdrawn';

/**
 * The rows of the list: the planned order, and at its end the item somebody here is revising that another has withdrawn,
 * so that what was typed is not lost.
 */
export const rowsOf = (order: readonly string[], editing: string | null): readonly string[] =>
  editing === null || order.includes(editing) ? order : [...order, editing];
