// Rows of the agenda under a real mouse: one is dragged by its handle over another, the line says where it would go, and it
// goes there.

import { createSignal, For, onMount } from 'solid-js';
import type { JSX } from 'solid-js';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../../../testing/show.tsx';
import { beside, moved } from './order.ts';
import { dragRow } from './row-drag.ts';
import type { Edge } from './row-drag.ts';

const edges: string[] = [];

function Rows(): JSX.Element {
  const [order, setOrder] = createSignal<readonly string[]>(['opening', 'report', 'exchange', 'closing']);
  return (
    <ol>
      <For each={order()}>
        {(itemId) => (
          <Row
            itemId={itemId}
            onDropped={(dropped, edge) => {
              const move = beside(order(), dropped, { itemId, edge });
              if (move) setOrder(moved(order(), move));
            }}
          />
        )}
      </For>
    </ol>
  );
}

function Row(props: {
  readonly itemId: string;
  readonly onDropped: (itemId: string, edge: Edge) => void;
}): JSX.Element {
  let row!: HTMLLIElement;
  let handle!: HTMLButtonElement;
  onMount(() =>
    dragRow({
      row,
      handle,
      itemId: props.itemId,
      onEdge: (edge) => edge && edges.push(`${edge} of ${props.itemId}`),
      onDrop: (itemId, edge) => props.onDropped(itemId, edge),
      onDragging: () => {},
    }),
  );
  return (
    <li ref={(made) => (row = made)} style={{ height: '60px' }}>
      <button ref={(made) => (handle = made)} type="button">
        {`Move ${props.itemId}`}
      </button>
      <span>{props.itemId}</span>
    </li>
  );
}

const order = () => Array.from(document.querySelectorAll('li > span'), ({ textContent }) => textContent);
const handleOf = (itemId: string) => page.getByRole('button', { name: `Move ${itemId}` });
const textOf = (itemId: string) => page.getByText(itemId, { exact: true });

it('goes where the line was, and not by anything but its handle', async () => {
  await show(() => <Rows />);
  await userEvent.dragAndDrop(handleOf('closing'), page.getByRole('listitem').nth(1), {
    targetPosition: { x: 20, y: 4 },
  });
  await expect.poll(order).toEqual(['opening', 'closing', 'report', 'exchange']);
  expect(edges).toContain('top of report');

  await userEvent.dragAndDrop(handleOf('opening'), page.getByRole('listitem').nth(3), {
    targetPosition: { x: 20, y: 55 },
  });
  await expect.poll(order).toEqual(['closing', 'report', 'exchange', 'opening']);

  await userEvent.dragAndDrop(textOf('exchange'), page.getByRole('listitem').nth(0));
  expect(order()).toEqual(['closing', 'report', 'exchange', 'opening']);
});
