// Attendance by then: who was there, from when to when, drawn on a line of the meeting's time.

import { attendancePerItem, presenceByVenue } from '@rostrum/projections';
import type { AttendanceRow } from '@rostrum/projections';
import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Column } from '../../../ui/table.tsx';
import { useArchive } from '../archive-context.tsx';
import { useArchiveWords } from '../words.tsx';
import { standingOf, strokesOf } from './attendance-standing.ts';
import { Named } from './named.tsx';
import { VenuesTable } from './venues.tsx';
import { WhenSeen } from './when-seen.tsx';

const FEW = 20;

export function AttendanceTable(): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  return (
    <section data-component="archive-part" aria-labelledby="attendance">
      <h2 id="attendance">{a('attendance.title')}</h2>
      <WhenSeen value={archive.settled()}>
        {(then) => {
          // After the closing nobody leaves early any more.
          const at = () => then().view.meeting.lifecycle.closedAt ?? then().at;
          const table = createMemo(() => attendancePerItem(then().view, at()));
          const venues = createMemo(() => presenceByVenue(then().view, at(), table()));
          return (
            <>
              <VenuesTable table={venues()} />
              <Rows rows={table().rows} at={at()} items={table().items.length} />
            </>
          );
        }}
      </WhenSeen>
    </section>
  );
}

function Rows(props: {
  readonly rows: readonly AttendanceRow[];
  readonly at: string;
  readonly items: number;
}): JSX.Element {
  const { a, formats } = useArchiveWords();
  const [all, setAll] = createSignal(false);
  const rows = () => (all() ? props.rows : props.rows.slice(0, FEW));
  const attended = (row: AttendanceRow) => row.items.filter(({ present }) => present).length;
  const stay = (row: AttendanceRow): string => {
    if (row.presence) return row.presence.seconds === 0 ? '' : formats().duration(row.presence.seconds);
    if (row.counted === null) return '';
    return row.expected === null
      ? a('presence.counted', { count: row.counted })
      : a('presence.of', { count: row.counted, expected: row.expected });
  };
  const columns: readonly Column<AttendanceRow>[] = [
    { key: 'name', header: a('speaking.name'), names: true, cell: (row) => <Named name={row.name} unit={row.unit} /> },
    {
      key: 'status',
      header: a('attendance.status'),
      cell: (row) => {
        const { tone, word } = standingOf(row);
        return <Badge tone={tone}>{a(`attendance.${word}`)}</Badge>;
      },
    },
    { key: 'stay', header: a('attendance.stay'), align: 'end', cell: stay },
    {
      key: 'items',
      header: a('attendance.items'),
      align: 'end',
      cell: (row) => (props.items === 0 ? '' : `${attended(row)} / ${props.items}`),
    },
    { key: 'line', header: a('attendance.line'), cell: (row) => <StayLine row={row} at={props.at} /> },
  ];
  return (
    <>
      <Table caption={a('attendance.table')} columns={columns} rows={rows()} empty={a('then.none')} />
      <Show when={!all() && props.rows.length > FEW}>
        <Button variant="quiet" size="small" onClick={() => setAll(true)}>
          {a('table.all', { count: props.rows.length })}
        </Button>
      </Show>
    </>
  );
}

/** Strokes where somebody was there, on a line as long as the meeting; in words for those who do not see it. */
function StayLine(props: { readonly row: AttendanceRow; readonly at: string }): JSX.Element {
  const { formats, names } = useArchiveWords();
  const archive = useArchive();
  const zone = () => formats(archive.latest().meeting.lifecycle.timeZone);
  const intervals = () => props.row.presence?.intervals ?? [];
  const told = () =>
    names().list(intervals().map(({ from, to }) => `${zone().time(from)}–${to === null ? '' : zone().time(to)}`));
  return (
    <Show when={intervals().length > 0}>
      <svg data-component="stay-line" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={told()}>
        <line data-part="ground" x1="0" x2="100" y1="4" y2="4" />
        <For each={strokesOf(intervals(), archive.axis().sitting, Date.parse(props.at))}>
          {(stroke) => <rect x={stroke.x} width={stroke.width} y="1.5" height="5" />}
        </For>
      </svg>
    </Show>
  );
}
