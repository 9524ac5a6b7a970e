// One item of the agenda: when it is planned, what it is, who presents it; moved by its buttons, or by Alt with an arrow
// key while the focus is anywhere in it.

import type { AgendaItem } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Hand } from '../hand.tsx';
import { nameOf } from '../people-options.ts';
import { usePrepareWords } from '../words.tsx';
import { mayRevise, movesOf } from './plan.ts';

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
  /** When it is planned to begin. */
  readonly from: string;
  readonly editable: boolean;
  readonly onRevise: () => void;
  readonly onWithdraw: () => void;
  readonly onMoved: () => void;
};

const directions = { ArrowUp: 'up', ArrowDown: 'down' } as const;

export function ItemRow(props: ItemRowProps): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  let row: HTMLLIElement | undefined;
  const meeting = () => live.view().meeting;
  const item = () => meeting().agenda.items.get(props.itemId);
  const moves = () => movesOf(meeting().agenda.order, props.itemId);
  const before = (direction: 'up' | 'down') => {
    const place = moves()[direction];
    return { itemId: props.itemId, beforeItemId: place === undefined ? props.itemId : place };
  };
  const documents = () =>
    item()?.documents.flatMap((documentId) => meeting().documents.all.get(documentId)?.title ?? []) ?? [];

  const press = (event: KeyboardEvent) => {
    const direction =
      event.altKey && !event.ctrlKey && !event.metaKey && directions[event.key as keyof typeof directions];
    if (!direction) return;
    event.preventDefault();
    row?.querySelector<HTMLButtonElement>(`[data-move='${direction}']`)?.click();
  };
  // A row that changes its place in the list loses the focus.
  const moved = (direction: 'up' | 'down') => {
    row?.querySelector<HTMLButtonElement>(`[data-move='${direction}']`)?.focus();
    props.onMoved();
  };

  return (
    <Show when={item()}>
      {(shown) => (
        <li ref={(made) => (row = made)} data-status={shown().status} onKeyDown={press} aria-label={shown().title}>
          <span data-part="number">{props.number}</span>
          <time data-part="from">{props.from}</time>
          <div data-part="what">
            <span data-part="title">{shown().title}</span>
            <span data-part="about">
              {[t(`kind.${shown().kind}`), ...shown().presenters.map((rosterId) => nameOf(meeting(), rosterId))].join(
                ' · ',
              )}
            </span>
            <Show when={shown().topics.length > 0}>
              <ul data-part="topics">
                <For each={shown().topics}>{(topic) => <li>{topic}</li>}</For>
              </ul>
            </Show>
            <Show when={documents().length > 0}>
              <span data-part="about">{documents().join(' · ')}</span>
            </Show>
            <Hand of={props.itemId} />
          </div>
          <span data-part="minutes">
            {shown().plannedMinutes === null ? '–' : t('meeting.plannedMinutes', { count: shown().plannedMinutes! })}
          </span>
          <Show when={shown().status !== 'planned'}>
            <Badge tone={tones[shown().status]}>{t(`item.${shown().status}`)}</Badge>
          </Show>
          <Show when={props.editable && mayRevise(shown())}>
            <span data-part="tools">
              <CommandButton
                command="move-item"
                input={before('up')}
                because={moves().up === undefined ? p('agenda.first') : undefined}
                onDone={() => moved('up')}
                data-move="up"
                variant="quiet"
                size="small"
                square
                refusal="over"
                aria-label={p('agenda.up', { title: shown().title })}
                aria-keyshortcuts="Alt+ArrowUp"
              >
                <span data-turned="">
                  <Icon name="chevron" />
                </span>
              </CommandButton>
              <CommandButton
                command="move-item"
                input={before('down')}
                because={moves().down === undefined ? p('agenda.last') : undefined}
                onDone={() => moved('down')}
                data-move="down"
                variant="quiet"
                size="small"
                square
                refusal="over"
                aria-label={p('agenda.down', { title: shown().title })}
                aria-keyshortcuts="Alt+ArrowDown"
              >
                <Icon name="chevron" />
              </CommandButton>
              <Button
                variant="quiet"
                size="small"
                aria-label={p('revise.of', { name: shown().title })}
                onClick={() => props.onRevise()}
              >
                {p('revise')}
              </Button>
              <Button
                variant="quiet"
                size="small"
                aria-label={p('withdraw.of', { name: shown().title })}
                onClick={() => props.onWithdraw()}
              >
                {p('withdraw')}
              </Button>
            </span>
          </Show>
        </li>
      )}
    </Show>
  );
}
