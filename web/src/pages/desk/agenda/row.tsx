// One item of the agenda: a line, and unfolded what it is about and what can be done to it.

import type { AgendaItem } from '@rostrum/events';
import type { ItemProgress } from '@rostrum/projections';
import { createMemo, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { useMarks } from '../../../meeting/marks.ts';
import { personOf } from '../../../meeting/people.ts';
import { Icon } from '../../../ui/icon.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';

export type AgendaRowProps = {
  readonly itemId: string;
  readonly number: number;
  readonly progress: ItemProgress | undefined;
  readonly unfolded: boolean;
  readonly onUnfold: (unfolded: boolean) => void;
  /** The item above; undefined at the top. */
  readonly before: string | undefined;
  /** The item after the one below; null where there is none. */
  readonly afterNext: string | null;
  readonly last: boolean;
};

export function AgendaRow(props: AgendaRowProps): JSX.Element {
  const { t } = useWords();
  const own = useDeskWords();
  const live = useLive();
  const marks = useMarks();
  const item = createMemo(() => live.view().meeting.agenda.items.get(props.itemId));
  const isOpen = () => item()?.status === 'open';
  return (
    <Show when={item()}>
      {(here) => (
        <li
          data-status={here().status}
          aria-current={isOpen() ? 'step' : undefined}
          data-marked={marks.by(props.itemId)}
        >
          <button
            type="button"
            data-part="line"
            aria-expanded={props.unfolded}
            onClick={() => props.onUnfold(!props.unfolded)}
          >
            <span data-part="number">
              <Show when={here().status === 'concluded'} fallback={props.number}>
                <Icon name="check" />
                <VisuallyHidden>{props.number}</VisuallyHidden>
              </Show>
            </span>
            <span data-part="title">{here().title}</span>
            <span data-part="minutes">
              <Minutes item={here()} progress={props.progress} now={live.serverNow()} />
            </span>
            <Show when={here().status !== 'planned'}>
              <VisuallyHidden>{t(`item.${here().status}`)}</VisuallyHidden>
            </Show>
          </button>
          <Show when={here().status === 'deferred'}>
            <p data-part="deferred">
              {t('item.deferred')}
              <Show when={here().reason}>: {here().reason}</Show>
            </p>
          </Show>
          <Show when={props.unfolded}>
            <div data-part="more">
              <About item={here()} />
              <div data-part="deeds">
                <Deeds {...props} item={here()} />
              </div>
              <Show when={here().outcome}>
                <p data-part="outcome">{own('agenda.outcome', { outcome: here().outcome ?? '' })}</p>
              </Show>
            </div>
          </Show>
        </li>
      )}
    </Show>
  );
}

/** `35 / 38`: minutes planned and taken; of the open item the time it has taken so far. */
function Minutes(props: {
  readonly item: AgendaItem;
  readonly progress: ItemProgress | undefined;
  readonly now: number;
}): JSX.Element {
  const own = useDeskWords();
  const taken = () => secondsOf(props.item, props.now);
  const over = () => (props.progress?.overrunSeconds ?? 0) > 0;
  const planned = () => props.item.plannedMinutes ?? '–';
  return (
    <Switch fallback={<span title={own('agenda.planned')}>{planned()}</span>}>
      <Match when={props.item.status === 'open'}>
        <span data-over={over() ? '' : undefined} title={own('agenda.sinceCalled')}>
          {clock(taken())}
        </span>
        <span> / {planned()}</span>
      </Match>
      <Match when={props.item.sittings.length > 0}>
        <span data-over={over() ? '' : undefined} title={own('agenda.taken')}>
          {Math.round(taken() / 60)}
        </span>
        <span> / {planned()}</span>
      </Match>
    </Switch>
  );
}

/** Seconds that an item has been open in all. */
const secondsOf = ({ sittings }: AgendaItem, now: number): number =>
  sittings.reduce((sum, { from, to }) => sum + (to ? Date.parse(to) : now) - Date.parse(from), 0) / 1000;

function About(props: { readonly item: AgendaItem }): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const presenters = () =>
    props.item.presenters.map((rosterId) => personOf(live.view().meeting, rosterId)?.name ?? rosterId);
  return <p data-part="about">{[t(`kind.${props.item.kind}`), ...presenters(), ...props.item.topics].join(' · ')}</p>;
}

function Deeds(props: AgendaRowProps & { readonly item: AgendaItem }): JSX.Element {
  const own = useDeskWords();
  const given = () => ({ itemId: props.itemId });
  return (
    <Switch>
      <Match when={props.item.status === 'open'}>
        <CommandButton command="conclude-item" input={given()} size="small" refusal="over">
          {own('agenda.conclude')}
        </CommandButton>
        <FormButton command="conclude-item" given={given()}>
          {own('agenda.concludeWith')}
        </FormButton>
        <FormButton command="defer-item" given={given()}>
          {own('agenda.defer')}
        </FormButton>
        <FormButton command="revise-item" given={given()}>
          {own('form.revise')}
        </FormButton>
        <FormButton command="return-item" given={given()}>
          {own('agenda.return')}
        </FormButton>
      </Match>
      <Match when={props.item.status === 'concluded'}>
        <FormButton command="reopen-item" given={given()}>
          {own('agenda.reopen')}
        </FormButton>
      </Match>
      <Match when={props.item.status === 'planned' || props.item.status === 'deferred'}>
        <CommandButton command="call-item" input={given()} size="small" refusal="over">
          {own('agenda.call')}
        </CommandButton>
        <CommandButton
          command="move-item"
          input={{ itemId: props.itemId, beforeItemId: props.before ?? props.itemId }}
          because={props.before === undefined ? own('agenda.isFirst') : undefined}
          size="small"
          variant="quiet"
          square
          refusal="over"
          aria-label={own('agenda.moveUp')}
        >
          <span aria-hidden="true">↑</span>
        </CommandButton>
        <CommandButton
          command="move-item"
          input={{ itemId: props.itemId, beforeItemId: props.afterNext }}
          because={props.last ? own('agenda.isLast') : undefined}
          size="small"
          variant="quiet"
          square
          refusal="over"
          aria-label={own('agenda.moveDown')}
        >
          <span aria-hidden="true">↓</span>
        </CommandButton>
        <FormButton command="revise-item" given={given()}>
          {own('form.revise')}
        </FormButton>
        <FormButton command="defer-item" given={given()}>
          {own('agenda.defer')}
        </FormButton>
        <FormButton command="withdraw-item" given={given()}>
          {own('form.withdraw')}
        </FormButton>
      </Match>
    </Switch>
  );
}
