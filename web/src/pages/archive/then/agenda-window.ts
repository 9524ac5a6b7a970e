// Of an agenda of many items, those around the one that is on: the rest is shown when asked for.

/** Items shown before the one that is on, and in all. */
const BEFORE = 3;
const SHOWN = 12;

export type AgendaWindow = { readonly from: number; readonly to: number };

/**
 * Which places of an agenda to show, `to` excluded.
 * @param on the place of the item that is on, or was last; -1 before the first
 */
export function windowAround(count: number, on: number): AgendaWindow {
  if (count <= SHOWN) return { from: 0, to: count };
  const from = Math.min(Math.max(0, on - BEFORE), count - SHOWN);
  return { from, to: from + SHOWN };
}
