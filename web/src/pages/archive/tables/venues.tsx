// How many were present in each venue during each item: numbers whose ground is the darker the more there were.

import type { PresenceByVenue } from '@rostrum/projections';
import { createMemo, createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Column } from '../../../ui/table.tsx';
import { useArchiveWords } from '../words.tsx';

const FEW = 12;

type Row = { readonly number: number; readonly title: string; readonly place: number };

export function VenuesTable(props: { readonly table: PresenceByVenue }): JSX.Element {
  const { a, formats } = useArchiveWords();
  const [all, setAll] = createSignal(false);
  const rows = createMemo(() =>
    props.table.items.map(({ title }, place): Row => ({ number: place + 1, title, place })),
  );
  const shown = () => (all() ? rows() : rows().slice(0, FEW));
  const most = createMemo(() => Math.max(1, ...props.table.rows.flatMap(({ present }) => present)));
  const heat = (present: number) => (
    <span data-part="heat" style={{ '--share': String(present / most()) }}>
      {formats().number(present)}
    </span>
  );
  const columns = createMemo((): readonly Column<Row>[] => [
    {
      key: 'item',
      header: a('items.item'),
      names: true,
      cell: (row) => (
        <span data-part="numbered">
          <span>{row.number}</span> <bdi>{row.title}</bdi>
        </span>
      ),
    },
    ...props.table.rows.map(({ venueId, name, present }): Column<Row> => ({
      key: venueId ?? '',
      header: name ?? a('venues.elsewhere'),
      align: 'end',
      cell: (row) => heat(present[row.place] ?? 0),
    })),
    {
      key: 'total',
      header: a('venues.total'),
      align: 'end',
      cell: (row) => formats().number(props.table.total[row.place] ?? 0),
    },
  ]);
  return (
    <Show when={props.table.items.length > 0}>
      <div data-component="venues-table">
        <Table caption={a('venues.title')} columns={columns()} rows={shown()} />
        <Show when={!all() && rows().length > FEW}>
          <Button variant="quiet" size="small" onClick={() => setAll(true)}>
            {a('table.all', { count: rows().length })}
          </Button>
        </Show>
      </div>
    </Show>
  );
}
