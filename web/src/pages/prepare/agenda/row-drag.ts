// Rows that are dragged by their handles: where one would go is told as the edge of another row, and the window scrolls
// along. The keys do the same (`item-row.tsx`).

import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollWindowForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';

export type Edge = 'top' | 'bottom';

export type DraggedRow = {
  readonly row: HTMLElement;
  readonly handle: HTMLElement;
  readonly itemId: string;
  /** Where the dragged row would go: before or after this one; null where it would not. */
  readonly onEdge: (edge: Edge | null) => void;
  /** Another row was dropped at an edge of this one. */
  readonly onDrop: (itemId: string, edge: Edge) => void;
  readonly onDragging: (dragging: boolean) => void;
};

const edgeIn = (data: Record<string | symbol, unknown>): Edge | null => {
  const edge = extractClosestEdge(data);
  return edge === 'top' || edge === 'bottom' ? edge : null;
};

const KIND = 'agenda-item';

/** Makes a row one that is dragged and dropped on. Gives what ends it. */
export function dragRow({ row, handle, itemId, onEdge, onDrop, onDragging }: DraggedRow): () => void {
  const ends = [
    draggable({
      element: row,
      dragHandle: handle,
      getInitialData: () => ({ kind: KIND, itemId }),
      onDragStart: () => onDragging(true),
      onDrop: () => onDragging(false),
    }),
    dropTargetForElements({
      element: row,
      canDrop: ({ source }) => source.data['kind'] === KIND && source.data['itemId'] !== itemId,
      getData: ({ input, element }) =>
        attachClosestEdge({ itemId }, { input, element, allowedEdges: ['top', 'bottom'] }),
      onDragEnter: ({ self }) => onEdge(edgeIn(self.data)),
      onDrag: ({ self }) => onEdge(edgeIn(self.data)),
      onDragLeave: () => onEdge(null),
      onDrop: ({ self, source }) => {
        onEdge(null);
        const edge = edgeIn(self.data);
        if (edge) onDrop(source.data['itemId'] as string, edge);
      },
    }),
  ];
  return () => ends.forEach((end) => end());
}

/** Scrolls the window where a row is dragged to its edge. Gives what ends it. */
export const scrollWithRows = (): (() => void) =>
  autoScrollWindowForElements({ canScroll: ({ source }) => source.data['kind'] === KIND });
