// A table: its rows are called by what names them, and one that is too wide scrolls in its own frame, by the keyboard too.

import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../testing/show.tsx';
import { Table } from './table.tsx';
import type { Column } from './table.tsx';

type Row = { readonly item: string; readonly minutes: number };
const columns: readonly Column<Row>[] = [
  { key: 'item', header: 'Item', names: true, cell: (row) => row.item },
  { key: 'minutes', header: 'Minutes', align: 'end', cell: (row) => row.minutes },
];

it('names its rows and columns', async () => {
  await show(() => <Table caption="Agenda" columns={columns} rows={[{ item: 'Opening', minutes: 5 }]} />);
  await expect.element(page.getByRole('table', { name: 'Agenda' })).toBeVisible();
  await expect.element(page.getByRole('columnheader', { name: 'Minutes' })).toBeVisible();
  await expect.element(page.getByRole('rowheader', { name: 'Opening' })).toBeVisible();
});

it('says over its whole width that nothing is in it', async () => {
  await show(() => <Table caption="Agenda" columns={columns} rows={[]} empty="Nothing yet." />);
  const cell = page.getByRole('cell', { name: 'Nothing yet.' });
  await expect.element(cell).toHaveAttribute('colspan', '2');
});

it('scrolls inside its frame, with the arrow keys, and not the page', async () => {
  await page.viewport(360, 700);
  const many = Array.from({ length: 12 }, (_, at): Column<Row> => ({
    key: `${at}`,
    header: `Venue ${at + 1}`,
    cell: () => '–',
  }));
  await show(() => <Table caption="Agenda" columns={[...columns, ...many]} rows={[{ item: 'Opening', minutes: 5 }]} />);
  const frame = page.getByRole('region', { name: 'Agenda' });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await userEvent.tab();
  await expect.element(frame).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.poll(() => frame.element().scrollLeft).toBeGreaterThan(0);
  await page.viewport(1280, 800);
});
