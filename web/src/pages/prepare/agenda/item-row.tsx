// One item of the agenda: when it is planned, what it is, who presents it, its papers. A press on a cell edits it in its
// place; the row is moved by its handle, by its buttons, or by Alt with an arrow key while the focus is anywhere in it.

import type { AgendaItem, Document } from '@rostrum/events';
import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { Tabling } from '../documents/tabling.ts';
import { Hand } from '../hand.tsx';
import { nameOf } from '../people-options.ts';
import { usePrepareWords } from '../words.tsx';
import type { Cell } from './cells.ts';
import { fileDrop } from './file-drop.ts';
import { ItemPapers } from './item-papers.tsx';
import { mayRevise } from './plan.ts';
import { dragRow } from './row-drag.ts';
import type { Edge } from './row-drag.ts';

const tones: Readonly<Record<AgendaItem['status'], Tone>> = {
  planned: 'plain',
  open: 'now',
  concluded: 'done',
  deferred: 'waiting',
  withdrawn: 'off',
};

export type ItemRowProps = {
  readonly itemId: string;
  readonly number: number;
  readonly last: boolean;
  /** When it is planned to begin. */
  readonly from: string;
  /** It is planned to end after the meeting. */
  readonly over: boolean;
  readonly editable: boolean;
  readonly documents: readonly Document[];
  readonly tabling: Tabling;
  readonly onEdit: (cell: Cell) => void;
  readonly onWithdraw: () => void;
  readonly onStep: (direction: 'up' | 'down') => void;
  readonly onDropped: (itemId: string, edge: Edge) => void;
};

const directions = { ArrowUp: 'up', ArrowDown: 'down' } as const;

export function ItemRow(props: ItemRowProps): JSX.Element {
  const { t, p, names } = usePrepareWords();
  const live = useLive();
  let row: HTMLLIElement | undefined;
  let chooser: HTMLInputElement | undefined;
  const [handle, setHandle] = createSignal<HTMLElement>();
  const [edge, setEdge] = createSignal<Edge | null>(null);
  const [dragged, setDragged] = createSignal(false);
  const [files, setFiles] = createSignal(false);
  const item = () => live.view().meeting.agenda.items.get(props.itemId);
  const presenters = (shown: AgendaItem) =>
    names().list(shown.presenters.map((rosterId) => nameOf(live.view().meeting, rosterId)));
  const changeable = () => props.editable && item() !== undefined && mayRevise(item()!);
  const movable = () => changeable() && item()!.status !== 'open';

  const press = (event: KeyboardEvent) => {
    const direction =
      event.altKey && !event.ctrlKey && !event.metaKey && directions[event.key as keyof typeof directions];
    if (!direction || !movable()) return;
    event.preventDefault();
    props.onStep(direction);
  };
  createEffect(() => {
    const grip = handle();
    if (!grip || !row || !movable()) return;
    onCleanup(
      dragRow({
        row,
        handle: grip,
        itemId: props.itemId,
        onEdge: setEdge,
        onDrop: (itemId, at) => props.onDropped(itemId, at),
        onDragging: setDragged,
      }),
    );
  });
  // Read when files are dropped, not before.
  // oxlint-disable-next-line solid/reactivity
  const drop = fileDrop(setFiles, (dropped) => props.tabling.table(props.itemId, dropped));

  return (
    <Show when={item()}>
      {(shown) => (
        <li
          ref={(made) => (row = made)}
          data-item={props.itemId}
          data-status={shown().status}
          data-edge={edge() ?? undefined}
          data-dragged={dragged() ? '' : undefined}
          data-files={files() ? '' : undefined}
          onKeyDown={press}
          aria-label={shown().title}
          {...(changeable() ? drop : {})}
        >
          <Show when={movable()} fallback={<span data-part="handle" />}>
            <button
              ref={setHandle}
              type="button"
              data-part="handle"
              aria-label={p('agenda.handle', { title: shown().title })}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              title={p('agenda.handle.hint')}
            >
              <Icon name="grip" />
            </button>
          </Show>
          <span data-part="number">{props.number}</span>
          <time data-part="from" data-over={props.over ? '' : undefined}>
            {props.from}
            <Show when={props.over}>
              <span data-part="over" role="img" aria-label={p('agenda.over')} title={p('agenda.over')}>
                <Icon name="warn" />
              </span>
            </Show>
          </time>
          <div data-part="what">
            <CellButton cell="title" name={p('agenda.title')} {...cellProps()}>
              <span data-part="title" dir="auto">
                {shown().title}
              </span>
            </CellButton>
            <span data-part="about">
              <CellButton cell="kind" name={p('agenda.kind')} {...cellProps()}>
                {t(`kind.${shown().kind}`)}
              </CellButton>
              <Show when={shown().presenters.length > 0}>
                <span aria-hidden="true"> · </span>
                <CellButton cell="presenters" name={p('agenda.presenters')} {...cellProps()}>
                  <span dir="auto">{presenters(shown())}</span>
                </CellButton>
              </Show>
            </span>
            <Show when={shown().topics.length > 0}>
              <ul data-part="topics">
                <For each={shown().topics}>{(topic) => <li dir="auto">{topic}</li>}</For>
              </ul>
            </Show>
            <ItemPapers itemId={props.itemId} documents={props.documents} tabling={props.tabling} />
            <Hand of={props.itemId} />
          </div>
          <span data-part="minutes">
            <CellButton cell="plannedMinutes" name={p('agenda.minutes')} {...cellProps()}>
              {shown().plannedMinutes === null ? '–' : t('meeting.plannedMinutes', { count: shown().plannedMinutes! })}
            </CellButton>
          </span>
          <Show when={shown().status !== 'planned'}>
            <Badge tone={tones[shown().status]}>{t(`item.${shown().status}`)}</Badge>
          </Show>
          <Show when={changeable()}>
            <span data-part="tools">
              <Show when={movable()}>
                <Button
                  variant="quiet"
                  size="small"
                  square
                  data-move="up"
                  disabled={props.number === 1}
                  aria-label={p('agenda.up', { title: shown().title })}
                  onClick={() => props.onStep('up')}
                >
                  <span data-turned="">
                    <Icon name="chevron" />
                  </span>
                </Button>
                <Button
                  variant="quiet"
                  size="small"
                  square
                  data-move="down"
                  disabled={props.last}
                  aria-label={p('agenda.down', { title: shown().title })}
                  onClick={() => props.onStep('down')}
                >
                  <Icon name="chevron" />
                </Button>
              </Show>
              <Button
                variant="quiet"
                size="small"
                square
                aria-label={p('agenda.attach', { title: shown().title })}
                title={p('agenda.attach.hint')}
                onClick={() => chooser?.click()}
              >
                <Icon name="attach" />
              </Button>
              <input
                ref={(made) => (chooser = made)}
                type="file"
                multiple
                hidden
                onChange={(event) => {
                  props.tabling.table(props.itemId, [...(event.currentTarget.files ?? [])]);
                  event.currentTarget.value = '';
                }}
              />
              <Button
                variant="quiet"
                size="small"
                square
                aria-label={p('withdraw.of', { name: shown().title })}
                title={p('withdraw')}
                onClick={() => props.onWithdraw()}
              >
                <Icon name="close" />
              </Button>
            </span>
          </Show>
        </li>
      )}
    </Show>
  );

  function cellProps() {
    return { editable: changeable(), onEdit: props.onEdit };
  }
}

type CellButtonProps = {
  readonly cell: Cell;
  /** What the cell holds, for those who hear it. */
  readonly name: string;
  readonly editable: boolean;
  readonly onEdit: (cell: Cell) => void;
  readonly children: JSX.Element;
};

/** A cell that is edited by a press; plain text where nothing may be changed. */
function CellButton(props: CellButtonProps): JSX.Element {
  const { p } = usePrepareWords();
  return (
    <Show when={props.editable} fallback={props.children}>
      <button
        type="button"
        data-part="cell"
        data-cell={props.cell}
        aria-description={p('agenda.cell', { name: props.name })}
        onClick={() => props.onEdit(props.cell)}
      >
        {props.children}
      </button>
    </Show>
  );
}
