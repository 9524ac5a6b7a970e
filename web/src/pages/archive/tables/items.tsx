// The items against their plan: how long each was planned for and taken for, as numbers and as a bar.

import { createMemo, createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Column } from '../../../ui/table.tsx';
import { useArchive } from '../archive-context.tsx';
import { useArchiveWords } from '../words.tsx';
import { Bar } from './bar.tsx';
import { itemTimes } from './item-times.ts';
import type { ItemTimes } from './item-times.ts';
import { WhenSeen } from './when-seen.tsx';

const FEW = 20;

export function ItemsTable(): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  return (
    <section data-component="archive-part" aria-labelledby="item-times">
      <h2 id="item-times">{a('items.title')}</h2>
      <WhenSeen value={archive.settled()}>
        {(then) => {
          const rows = createMemo(() => itemTimes(then().view, then().at));
          return <Rows rows={rows()} />;
        }}
      </WhenSeen>
    </section>
  );
}

function Rows(props: { readonly rows: readonly ItemTimes[] }): JSX.Element {
  const { a } = useArchiveWords();
  const [all, setAll] = createSignal(false);
  const rows = () => (all() ? props.rows : props.rows.slice(0, FEW));
  const longest = createMemo(() =>
    props.rows.reduce((most, { planned, taken }) => Math.max(most, planned ?? 0, taken), 1),
  );
  const apart = ({ planned, taken }: ItemTimes): string => {
    if (planned === null || taken === 0) return '';
    const minutes = Math.trunc((taken - planned) / 60);
    if (minutes === 0) return '';
    return minutes > 0 ? a('agenda.over', { count: minutes }) : a('agenda.under', { count: -minutes });
  };
  const columns: readonly Column<ItemTimes>[] = [
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
    {
      key: 'planned',
      header: a('items.planned'),
      align: 'end',
      cell: (row) => (row.planned === null ? '' : clock(row.planned)),
    },
    { key: 'taken', header: a('items.taken'), align: 'end', cell: (row) => (row.taken === 0 ? '' : clock(row.taken)) },
    {
      key: 'spoken',
      header: a('items.spoken'),
      align: 'end',
      cell: (row) => (row.spoken === 0 ? '' : clock(row.spoken)),
    },
    { key: 'apart', header: a('items.apart'), align: 'end', cell: apart },
    {
      key: 'bar',
      header: a('items.bar'),
      cell: (row) => (
        <Bar share={row.taken / longest()} planned={row.planned === null ? null : row.planned / longest()} />
      ),
    },
  ];
  return (
    <>
      <Table caption={a('items.title')} captionHidden columns={columns} rows={rows()} empty={a('then.none')} />
      <Show when={!all() && props.rows.length > FEW}>
        <Button variant="quiet" size="small" onClick={() => setAll(true)}>
          {a('table.all', { count: props.rows.length })}
        </Button>
      </Show>
    </>
  );
}
