// How long each had spoken by then: by name, and by unit with all below it added up.

import { speakingTimes } from '@rostrum/projections';
import type { SpeakerTime, SpeakingTimes, UnitSpeakingTime } from '@rostrum/projections';
import { createMemo, createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Column } from '../../../ui/table.tsx';
import { useArchive } from '../archive-context.tsx';
import { useArchiveWords } from '../words.tsx';
import { Bar } from './bar.tsx';
import { Named } from './named.tsx';
import { WhenSeen } from './when-seen.tsx';
import './tables.css';

const FEW = 12;

export function SpeakingTable(): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  return (
    <section data-component="archive-part" aria-labelledby="speaking">
      <h2 id="speaking">{a('speaking.title')}</h2>
      <WhenSeen value={archive.settled()}>
        {(then) => {
          const times = createMemo(() => speakingTimes(then().view, then().at));
          return (
            <div data-part="side-by-side">
              <BySpeaker times={times()} />
              <ByUnit times={times()} />
            </div>
          );
        }}
      </WhenSeen>
    </section>
  );
}

function BySpeaker(props: { readonly times: SpeakingTimes }): JSX.Element {
  const { a, formats } = useArchiveWords();
  const [all, setAll] = createSignal(false);
  const rows = () => (all() ? props.times.bySpeaker : props.times.bySpeaker.slice(0, FEW));
  const columns: readonly Column<SpeakerTime>[] = [
    { key: 'name', header: a('speaking.name'), names: true, cell: (row) => <Named name={row.name} unit={row.unit} /> },
    {
      key: 'speeches',
      header: a('speaking.speeches'),
      align: 'end',
      cell: (row) => formats().number(row.speeches),
    },
    { key: 'time', header: a('speaking.time'), align: 'end', cell: (row) => clock(row.seconds) },
    {
      key: 'bar',
      header: a('speaking.bar'),
      cell: (row) => <Bar share={row.seconds / Math.max(1, props.times.bySpeaker[0]?.seconds ?? 0)} />,
    },
  ];
  return (
    <div>
      <Table caption={a('speaking.bySpeaker')} columns={columns} rows={rows()} empty={a('speaking.none')} />
      <Show when={!all() && props.times.bySpeaker.length > FEW}>
        <Button variant="quiet" size="small" onClick={() => setAll(true)}>
          {a('table.all', { count: props.times.bySpeaker.length })}
        </Button>
      </Show>
    </div>
  );
}

type UnitRow = UnitSpeakingTime & { readonly depth: number };

const flattened = (units: readonly UnitSpeakingTime[], depth = 0): readonly UnitRow[] =>
  units.flatMap((unit) => [{ ...unit, depth }, ...flattened(unit.below, depth + 1)]);

function ByUnit(props: { readonly times: SpeakingTimes }): JSX.Element {
  const { a, formats } = useArchiveWords();
  const rows = createMemo(() => flattened(props.times.byUnit).slice(0, 2 * FEW));
  const share = (seconds: number) =>
    props.times.seconds === 0 ? 0 : Math.round((seconds / props.times.seconds) * 100);
  const columns: readonly Column<UnitRow>[] = [
    {
      key: 'unit',
      header: a('speaking.unit'),
      names: true,
      cell: (row) => <span data-depth={Math.min(row.depth, 4)}>{row.name || '—'}</span>,
    },
    {
      key: 'speeches',
      header: a('speaking.speeches'),
      align: 'end',
      cell: (row) => formats().number(row.speeches),
    },
    { key: 'time', header: a('speaking.time'), align: 'end', cell: (row) => clock(row.seconds) },
    { key: 'share', header: a('speaking.share'), align: 'end', cell: (row) => `${share(row.seconds)}\u00A0%` },
    {
      key: 'bar',
      header: a('speaking.bar'),
      cell: (row) => <Bar share={row.seconds / Math.max(1, props.times.seconds)} />,
    },
  ];
  return (
    <div>
      <Table caption={a('speaking.byUnit')} columns={columns} rows={rows()} empty={a('speaking.none')} />
    </div>
  );
}
