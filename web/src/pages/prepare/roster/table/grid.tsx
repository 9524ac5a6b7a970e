// The roster as a table that is worked on with the keyboard: arrows go from cell to cell, what is typed goes into the cell
// one stands in, names are chosen and moved. Of a long roster only the rows in sight are in the page.

import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { createVirtualizer } from '@tanstack/solid-virtual';
import { createComputed, createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Icon } from '../../../../ui/icon.tsx';
import { usePrepareWords } from '../../words.tsx';
import { namesAsText } from './answers.ts';
import { pastedCells, together } from './cell-change.ts';
import type { Change } from './cell-change.ts';
import type { Onward } from './cell-editor.tsx';
import { columnIds, writingOf } from './columns.ts';
import type { ColumnId } from './columns.ts';
import { GridRow } from './grid-row.tsx';
import { intentOf, moved } from './keys.ts';
import type { Intent } from './keys.ts';
import type { RosterTableModel } from './use-table.ts';
import type { CellPlace } from './work.ts';
import './grid.css';

/** Height of a row, in pixels, under a mouse and under a finger. */
const rowHeight = () => (window.matchMedia('(pointer: coarse)').matches ? 44 : 36);
/** Rows beyond what is in sight, so that scrolling shows no blank. */
const BEYOND = 12;
/** The column in which names are chosen comes first. */
const PLACES = ['chosen', ...columnIds] as const;
type PlaceId = (typeof PLACES)[number];

export type GridProps = {
  readonly table: RosterTableModel;
  readonly editable: boolean;
  readonly onAnswer: (rosterId: string) => void;
  readonly onRevise: (rosterId: string) => void;
};

export type Standing = { readonly rosterId: string; readonly place: PlaceId };

export function RosterGrid(props: GridProps): JSX.Element {
  const { p } = usePrepareWords();
  const height = rowHeight();
  const [standing, setStanding] = createSignal<Standing | null>(null);
  const [writing, setWriting] = createSignal<(CellPlace & { readonly begin: string | null }) | null>(null);
  const [wrong, setWrong] = createSignal<string>();
  let frame!: HTMLDivElement;
  /** Where choosing with Shift began. */
  let anchor: number | null = null;

  const names = () => props.table.shown();
  const rowOf = createMemo(() => new Map(names().map(({ rosterId }, row) => [rosterId, row])));
  const row = () => {
    const at = standing();
    return at === null ? 0 : (rowOf().get(at.rosterId) ?? 0);
  };
  const place = (): PlaceId => standing()?.place ?? 'name';

  const rows = createVirtualizer({
    get count() {
      return names().length;
    },
    getScrollElement: () => frame,
    estimateSize: () => height,
    overscan: BEYOND,
    initialRect: { width: 800, height: 600 },
  });
  // By id, so that a row keeps its place in the page when the order changes. The row one stands in is always there, so
  // that the focus is never lost.
  const inPage = createMemo(() => {
    const inSight = new Set(rows.getVirtualItems().map(({ index }) => index));
    if (standing()) inSight.add(row());
    return [...inSight]
      .toSorted((a, b) => a - b)
      .flatMap((index) => {
        const name = names()[index];
        return name ? [name.rosterId] : [];
      });
  });
  const page = () => Math.max(1, Math.floor(frame.clientHeight / height) - 2);

  const cellAt = () => frame.querySelector<HTMLElement>('[data-part="cell"][tabindex="0"]');
  const stand = (at: Standing) => {
    setStanding(at);
    const index = rowOf().get(at.rosterId);
    if (index === undefined) return;
    rows.scrollToIndex(index, { align: 'auto' });
    queueMicrotask(() => cellAt()?.focus({ preventScroll: false }));
  };
  const go = (by: number, across: number, choosing: boolean) => {
    const next = moved(row(), by, names().length);
    const target = names()[next];
    if (!target) return;
    if (choosing) {
      anchor ??= row();
      const [from, to] = [Math.min(anchor, next), Math.max(anchor, next)];
      props.table.chooseNone();
      props.table.choose(
        names()
          .slice(from, to + 1)
          .map(({ rosterId }) => rosterId),
        true,
      );
    } else anchor = null;
    stand({ rosterId: target.rosterId, place: PLACES[moved(PLACES.indexOf(place()), across, PLACES.length)]! });
  };

  const write = (at: CellPlace, begin: string | null) => {
    const name = props.table.nameOf(at.rosterId);
    if (!name || !props.editable) return;
    const how = writingOf(name.kind, at.column);
    if (how === 'dialog') props.onAnswer(at.rosterId);
    else if (how !== 'none') {
      const refused = props.table.work.written(at);
      setWriting({ ...at, begin: begin ?? (refused?.problem ? refused.text : null) });
    }
  };
  const put = (text: string, onward: Onward): string | undefined => {
    const at = writing();
    const typed = at && props.table.typedInto(at, text);
    if (typed && 'wrong' in typed) return p(`table.wrong.${typed.wrong}`);
    if (at && typed) props.table.work.write(at, text, typed.change);
    leave(onward);
    return undefined;
  };
  const leave = ({ rows: by, columns }: Onward) => {
    const had = frame.contains(document.activeElement);
    setWriting(null);
    if (by !== 0 || columns !== 0) go(by, columns, false);
    else if (had) queueMicrotask(() => cellAt()?.focus());
  };
  const moveBy = (by: -1 | 1) => {
    const current = names()[row()];
    if (!current || !props.editable || !props.table.canMove()) return;
    const moving = props.table.chosen().includes(current.rosterId) ? props.table.chosen() : [current.rosterId];
    const ends = moving.map((rosterId) => rowOf().get(rosterId)!);
    const target = names()[by < 0 ? Math.min(...ends) - 1 : Math.max(...ends) + 1];
    if (target) props.table.put(current.rosterId, { target: target.rosterId, behind: by > 0 });
  };
  const obey = (intent: Intent) => {
    const at = names()[row()];
    switch (intent.is) {
      case 'go':
        return go(intent.rows, intent.columns, intent.choosing);
      case 'move':
        return moveBy(intent.rows);
      case 'write':
        if (place() === 'chosen') return at && props.table.choose([at.rosterId], !props.table.isChosen(at.rosterId));
        return at && write({ rosterId: at.rosterId, column: place() as ColumnId }, intent.text);
      case 'choose':
        return at && props.table.choose([at.rosterId], !props.table.isChosen(at.rosterId));
      case 'choose-all':
        return props.table.choose(
          names().map(({ rosterId }) => rosterId),
          true,
        );
      case 'let-go':
        setWrong(undefined);
        if (at && place() !== 'chosen') props.table.work.forget({ rosterId: at.rosterId, column: place() as ColumnId });
        return props.table.chooseNone();
      case 'undo':
        return props.table.work.canUndo() ? void props.table.work.undo.run() : undefined;
    }
  };
  const press = (event: KeyboardEvent) => {
    if (writing() || !(event.target as HTMLElement).matches('[data-part="cell"]')) return;
    const intent = intentOf(event, page());
    if (!intent) return;
    // What an input method begins is the field's.
    if (event.key !== 'Process') event.preventDefault();
    obey(intent);
  };

  const copy = (event: ClipboardEvent) => {
    const at = names()[row()];
    if (writing() || !at || place() === 'chosen' || !cellAt()?.matches(':focus')) return;
    const chosen = props.table.chosen();
    const text =
      chosen.length > 0
        ? namesAsText(names().filter(({ rosterId }) => chosen.includes(rosterId)))
        : props.table.text(at, place() as ColumnId);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  const paste = (event: ClipboardEvent) => {
    if (writing() || !props.editable || place() === 'chosen' || !cellAt()?.matches(':focus')) return;
    event.preventDefault();
    setWrong(undefined);
    const first = columnIds.indexOf(place() as ColumnId);
    const changes: Change[] = [];
    for (const [down, line] of pastedCells(event.clipboardData?.getData('text/plain') ?? '').entries()) {
      const name = names()[row() + down];
      if (!name) return void setWrong(p('table.paste.beyond'));
      const ofName: Change[] = [];
      for (const [across, text] of line.entries()) {
        const column = columnIds[first + across];
        const typed = column && props.table.typedInto({ rosterId: name.rosterId, column }, text);
        if (!typed) return void setWrong(p('table.paste.beyond'));
        if ('wrong' in typed) {
          const sentence = p(`table.wrong.${typed.wrong}`);
          return void setWrong(p('table.paste.wrong', { name: name.name, column: p(`column.${column}`), sentence }));
        }
        ofName.push(typed.change);
      }
      if (ofName.length > 0) changes.push(together(ofName));
    }
    if (changes.length > 0) props.table.work.fillWith(changes);
  };

  // A row that is put elsewhere in the page loses the focus on its way.
  let hadFocus = false;
  createComputed(on(inPage, () => (hadFocus = frame !== undefined && frame.contains(document.activeElement))));
  createEffect(
    on(inPage, () => {
      if (hadFocus && !frame.contains(document.activeElement)) cellAt()?.focus({ preventScroll: true });
    }),
  );
  // Another order or another choice begins at the top, save where one stands in it.
  createEffect(
    on(
      () => [props.table.sorting(), props.table.unit(), props.table.answer(), props.table.typed()],
      () => {
        anchor = null;
        rows.scrollToIndex(standing() && rowOf().has(standing()!.rosterId) ? row() : 0);
      },
      { defer: true },
    ),
  );
  onMount(() => onCleanup(autoScrollForElements({ element: frame })));

  return (
    <>
      <div
        ref={(made) => (frame = made)}
        data-component="roster-grid"
        role="grid"
        aria-label={p('roster.list')}
        aria-multiselectable="true"
        aria-rowcount={names().length + 1}
        aria-colcount={PLACES.length + (props.editable ? 1 : 0)}
        aria-readonly={props.editable ? undefined : true}
        data-editable={props.editable ? '' : undefined}
        style={{ '--row-height': `${height}px` }}
        onKeyDown={press}
        onCopy={copy}
        onPaste={paste}
      >
        <div role="rowgroup" data-part="head">
          <div role="row" aria-rowindex={1} data-part="row">
            <span role="columnheader" aria-colindex={1} data-column="chosen">
              <input
                type="checkbox"
                aria-label={p('links.chooseAll')}
                checked={names().length > 0 && props.table.chosen().length === names().length}
                onChange={(event) =>
                  event.currentTarget.checked ? obey({ is: 'choose-all' }) : props.table.chooseNone()
                }
              />
            </span>
            <For each={columnIds}>
              {(column, at) => (
                <span
                  role="columnheader"
                  aria-colindex={at() + 2}
                  data-column={column}
                  aria-sort={
                    props.table.sorting().column === column
                      ? props.table.sorting().down
                        ? 'descending'
                        : 'ascending'
                      : undefined
                  }
                >
                  <button type="button" onClick={() => props.table.sortBy(column)}>
                    {p(`column.${column}`)}
                    <Show when={props.table.sorting().column === column}>
                      <span data-part="way" data-down={props.table.sorting().down ? '' : undefined}>
                        <Icon name="chevron" />
                      </span>
                    </Show>
                  </button>
                </span>
              )}
            </For>
            <Show when={props.editable}>
              <span role="columnheader" aria-colindex={PLACES.length + 1} data-column="tools">
                <span data-component="visually-hidden">{p('tools')}</span>
              </span>
            </Show>
          </div>
        </div>
        <div role="rowgroup" data-part="rows" style={{ height: `${rows.getTotalSize()}px` }}>
          <For each={inPage()}>
            {(rosterId) => (
              <GridRow
                table={props.table}
                rosterId={rosterId}
                row={rowOf().get(rosterId) ?? 0}
                editable={props.editable}
                standing={names()[row()]?.rosterId === rosterId ? place() : null}
                writing={writing()?.rosterId === rosterId ? writing() : null}
                onStand={(at) => {
                  if (standing()?.rosterId !== rosterId || standing()?.place !== at)
                    setStanding({ rosterId, place: at });
                }}
                onWrite={(column) => write({ rosterId, column }, null)}
                onPut={put}
                onLeave={leave}
                onRevise={() => props.onRevise(rosterId)}
              />
            )}
          </For>
        </div>
      </div>
      <Show when={names().length === 0}>
        <p data-component="prepare-nothing">{p('finder.empty')}</p>
      </Show>
      <Show when={wrong()}>
        {(sentence) => (
          <p data-component="roster-wrong" role="alert">
            {sentence()}
          </p>
        )}
      </Show>
    </>
  );
}
