// The planned order under the reader's hands: moves that are on their way are shown as done, on whatever order others make
// of it meanwhile.

/** An item goes before another one, or to the end where that is null: as `move-item` takes it. */
export type Move = { readonly itemId: string; readonly beforeItemId: string | null };

/** The order after a move. A move of or before what is not in the order changes nothing. */
export function moved(order: readonly string[], { itemId, beforeItemId }: Move): readonly string[] {
  if (!order.includes(itemId) || itemId === beforeItemId) return order;
  const rest = order.filter((other) => other !== itemId);
  const place = beforeItemId === null ? rest.length : rest.indexOf(beforeItemId);
  return place < 0 ? order : rest.toSpliced(place, 0, itemId);
}

/** The order after moves that are still on their way. */
export const afterMoves = (order: readonly string[], moves: readonly Move[]): readonly string[] =>
  moves.reduce(moved, order);

/** The move by one place up or down; undefined where the item stands at that end, or nowhere. */
export function step(order: readonly string[], itemId: string, direction: 'up' | 'down'): Move | undefined {
  const place = order.indexOf(itemId);
  if (place < 0) return undefined;
  if (direction === 'up') return place === 0 ? undefined : { itemId, beforeItemId: order[place - 1]! };
  return place === order.length - 1 ? undefined : { itemId, beforeItemId: order[place + 2] ?? null };
}

/** The move that puts an item at an edge of another one; undefined where it stands there already. */
export function beside(
  order: readonly string[],
  itemId: string,
  target: { readonly itemId: string; readonly edge: 'top' | 'bottom' },
): Move | undefined {
  if (itemId === target.itemId || !order.includes(itemId) || !order.includes(target.itemId)) return undefined;
  const rest = order.filter((other) => other !== itemId);
  const place = rest.indexOf(target.itemId) + (target.edge === 'bottom' ? 1 : 0);
  const move = { itemId, beforeItemId: rest[place] ?? null };
  return moved(order, move).every((other, at) => other === order[at]) ? undefined : move;
}
