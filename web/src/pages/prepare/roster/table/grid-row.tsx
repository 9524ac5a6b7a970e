// A name as a row of the table: its cells, the one that is written, and the handle by which it is moved.

import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { countedOf, officesOf } from '@rostrum/events';
import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useRefusals } from '../../../../i18n/refusals.ts';
import { useLive } from '../../../../live/use-live.tsx';
import { useMarks } from '../../../../meeting/marks.ts';
import { unitName } from '../../../../meeting/people.ts';
import { Badge } from '../../../../ui/badge.tsx';
import { Button } from '../../../../ui/button.tsx';
import { find } from '../../../../ui/find.ts';
import { Hand } from '../../hand.tsx';
import { usePrepareWords } from '../../words.tsx';
import { answerOf } from './answers.ts';
import { CellEditor } from './cell-editor.tsx';
import type { Onward } from './cell-editor.tsx';
import { CellNote } from './cell-note.tsx';
import { columnIds, writingOf } from './columns.ts';
import type { ColumnId, TableName } from './columns.ts';
import type { RosterTableModel } from './use-table.ts';
import type { CellPlace } from './work.ts';

/** Offers below a field while one types: units, heads. */
const OFFERS = 30;

export type GridRowProps = {
  readonly table: RosterTableModel;
  readonly rosterId: string;
  /** Counted from 0. */
  readonly row: number;
  readonly editable: boolean;
  /** The cell one stands in; null where that is in another row. */
  readonly standing: ColumnId | 'chosen' | null;
  readonly writing: (CellPlace & { readonly begin: string | null }) | null;
  readonly onStand: (place: ColumnId | 'chosen') => void;
  readonly onWrite: (column: ColumnId) => void;
  readonly onPut: (text: string, onward: Onward) => string | undefined;
  readonly onLeave: (onward: Onward) => void;
  readonly onRevise: () => void;
};

export function GridRow(props: GridRowProps): JSX.Element {
  const { p } = usePrepareWords();
  const [edge, setEdge] = createSignal<'top' | 'bottom' | null>(null);
  const [dragged, setDragged] = createSignal(false);
  let element!: HTMLDivElement;
  const name = () => props.table.nameOf(props.rosterId);

  createEffect(() => {
    if (!props.editable || !props.table.canMove()) return;
    const { rosterId } = props;
    const handle = element.querySelector('[data-column="precedence"]')!;
    onCleanup(
      combine(
        draggable({
          element,
          dragHandle: handle,
          getInitialData: () => ({ rosterId }),
          onDragStart: () => setDragged(true),
          onDrop: () => setDragged(false),
        }),
        dropTargetForElements({
          element,
          canDrop: ({ source }) => typeof source.data['rosterId'] === 'string',
          getData: ({ input }) => attachClosestEdge({ rosterId }, { element, input, allowedEdges: ['top', 'bottom'] }),
          onDrag: ({ self, source }) => {
            const closest = source.data['rosterId'] === rosterId ? null : extractClosestEdge(self.data);
            setEdge(closest === 'top' || closest === 'bottom' ? closest : null);
          },
          onDragLeave: () => setEdge(null),
          onDrop: ({ self, source }) => {
            setEdge(null);
            const behind = extractClosestEdge(self.data) === 'bottom';
            props.table.put(String(source.data['rosterId']), { target: rosterId, behind });
          },
        }),
      ),
    );
  });

  return (
    <div
      ref={(made) => (element = made)}
      role="row"
      data-part="row"
      data-kind={name()?.kind}
      data-edge={edge() ?? undefined}
      data-dragged={dragged() ? '' : undefined}
      aria-rowindex={props.row + 2}
      aria-selected={props.table.isChosen(props.rosterId)}
      style={{ transform: `translateY(calc(${props.row} * var(--row-height)))` }}
    >
      <span
        role="gridcell"
        data-part="cell"
        data-column="chosen"
        aria-colindex={1}
        tabindex={props.standing === 'chosen' ? 0 : -1}
        onFocus={() => props.onStand('chosen')}
      >
        <input
          type="checkbox"
          tabindex={-1}
          aria-label={p('links.chooseOne', { name: name()?.name ?? '' })}
          checked={props.table.isChosen(props.rosterId)}
          onChange={(event) => props.table.choose([props.rosterId], event.currentTarget.checked)}
        />
      </span>
      <Show when={name()}>
        {(present) => (
          <>
            <For each={columnIds}>
              {(column, at) => <GridCell {...props} name={present()} column={column} place={at() + 2} />}
            </For>
            <Show when={props.editable}>
              <span role="gridcell" data-column="tools" aria-colindex={columnIds.length + 2}>
                <Button
                  variant="quiet"
                  size="small"
                  tabindex={props.standing === null ? -1 : 0}
                  aria-label={p('revise.of', { name: present().name })}
                  onClick={() => props.onRevise()}
                >
                  {p('revise')}
                </Button>
              </span>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

type GridCellProps = GridRowProps & { readonly name: TableName; readonly column: ColumnId; readonly place: number };

function GridCell(props: GridCellProps): JSX.Element {
  const { p } = usePrepareWords();
  const marks = useMarks();
  const sentence = useRefusals();
  let element!: HTMLSpanElement;
  const at = (): CellPlace => ({ rosterId: props.rosterId, column: props.column });
  const stands = () => props.table.text(props.name, props.column);
  const how = () => (props.editable ? writingOf(props.name.kind, props.column) : 'none');
  const written = () => props.table.work.written(at());
  const here = () => props.standing === props.column;
  const shown = () => written()?.text ?? stands();
  const writing = () => (props.writing?.column === props.column ? props.writing : null);
  const offers = () => {
    if (props.column === 'unit') return [...new Set(props.table.all().map(({ unit }) => unit))].slice(0, OFFERS * 10);
    if (props.column !== 'head') return [];
    const attendees = props.table.all().filter(({ kind }) => kind === 'attendee');
    const near = attendees.filter(({ unit }) => unit === props.name.unit);
    return find(
      [...near, ...attendees].map(({ name }) => ({ label: name })),
      '',
      OFFERS,
    ).map(({ label }) => label);
  };

  return (
    <span
      ref={(made) => (element = made)}
      role={props.column === 'name' ? 'rowheader' : 'gridcell'}
      data-part="cell"
      data-column={props.column}
      data-state={props.column === 'answer' ? (answerOf(props.name) ?? undefined) : undefined}
      data-written={written() ? (written()!.problem ? 'refused' : 'busy') : undefined}
      aria-colindex={props.place}
      aria-readonly={how() === 'none' ? true : undefined}
      aria-invalid={written()?.problem ? true : undefined}
      aria-busy={written() && !written()!.problem ? true : undefined}
      title={shown()}
      tabindex={here() && !writing() ? 0 : -1}
      onFocus={(event) => {
        if (event.target === event.currentTarget) props.onStand(props.column);
      }}
      onPointerDown={(event) => {
        if (!writing()) event.currentTarget.focus({ preventScroll: true });
      }}
      onDblClick={() => props.onWrite(props.column)}
    >
      <Show
        when={writing()}
        fallback={
          <>
            <Cell {...props} text={shown()} />
            <Show when={here() ? written()?.problem : null}>
              {(problem) => (
                <CellNote anchor={element}>
                  <p>{sentence(problem())}</p>
                  <p data-part="keys">{p('table.refused.keys')}</p>
                </CellNote>
              )}
            </Show>
          </>
        }
      >
        {(opened) => (
          <CellEditor
            label={p('table.cellOf', { column: p(`column.${props.column}`), name: props.name.name })}
            writing={how()}
            begin={how() === 'choice' ? null : opened().begin}
            stands={stands()}
            by={marks.by(props.rosterId)}
            choices={how() === 'choice' ? props.table.choices(props.column) : []}
            offers={offers()}
            onWrite={(text, onward) => props.onPut(text, onward)}
            onLeave={(onward) => props.onLeave(onward)}
          />
        )}
      </Show>
    </span>
  );
}

/** What a cell shows: the text, with what belongs to a name or to a head-count. */
function Cell(props: GridCellProps & { readonly text: string }): JSX.Element {
  const { t, p, formats } = usePrepareWords();
  const live = useLive();
  const offices = () => officesOf(live.view().meeting.officers, props.rosterId);
  const counted = () => countedOf(live.view().attendance, props.rosterId);
  return (
    <>
      <Show when={props.column === 'precedence' && props.editable && props.table.canMove()}>
        <span data-part="handle" aria-hidden="true" />
      </Show>
      <bdi data-part="text">{props.column === 'unit' ? unitName(props.text) : props.text}</bdi>
      <Show when={props.column === 'title' && props.name.kind === 'delegation'}>
        <span data-part="body">{p('table.delegation')}</span>
      </Show>
      <Show when={props.column === 'name'}>
        <For each={offices()}>{(office) => <Badge tone="now">{t(`office.${office}`)}</Badge>}</For>
        <Hand of={props.rosterId} />
      </Show>
      <Show when={props.column === 'expected' && props.name.kind === 'delegation' ? counted() : null}>
        {(number) => <span data-part="counted">{p('table.counted', { count: formats().number(number()) })}</span>}
      </Show>
    </>
  );
}
