// The roster on a narrow page: a card for each name, with the same tools as the table.

import { officesOf } from '@rostrum/events';
import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../../live/use-live.tsx';
import { Badge } from '../../../../ui/badge.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Checkbox } from '../../../../ui/inputs.tsx';
import { Hand } from '../../hand.tsx';
import { usePrepareWords } from '../../words.tsx';
import type { TableName } from './columns.ts';
import type { RosterTableModel } from './use-table.ts';
import './cards.css';

/** Cards shown at once. */
const PART = 50;

export type CardsProps = {
  readonly table: RosterTableModel;
  readonly editable: boolean;
  readonly onAnswer: (rosterId: string) => void;
  readonly onRevise: (rosterId: string) => void;
};

export function RosterCards(props: CardsProps): JSX.Element {
  const { p } = usePrepareWords();
  const [parts, setParts] = createSignal(1);
  const shown = () => props.table.shown().slice(0, parts() * PART);
  const left = () => props.table.shown().length - shown().length;
  return (
    <>
      <ul data-component="roster-cards" aria-label={p('roster.list')}>
        <For
          each={shown().map(({ rosterId }) => rosterId)}
          fallback={<li data-component="prepare-nothing">{p('finder.empty')}</li>}
        >
          {(rosterId, place) => (
            <Show when={props.table.nameOf(rosterId)}>
              {(name) => (
                <Card
                  {...props}
                  name={name()}
                  above={props.table.shown()[place() - 1]?.rosterId}
                  below={props.table.shown()[place() + 1]?.rosterId}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
      <Show when={left() > 0}>
        <Button onClick={() => setParts((before) => before + 1)}>{p('more', { count: Math.min(left(), PART) })}</Button>
      </Show>
    </>
  );
}

type CardProps = CardsProps & {
  readonly name: TableName;
  readonly above: string | undefined;
  readonly below: string | undefined;
};

function Card(props: CardProps): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const text = (column: Parameters<RosterTableModel['text']>[1]) => props.table.text(props.name, column);
  const offices = () => officesOf(live.view().meeting.officers, props.name.rosterId);
  const facts = () =>
    [
      text('capacity'),
      text('venue'),
      ...(props.name.expected === null ? [] : [p('roster.expectedOf', { count: props.name.expected })]),
      ...(props.name.head === null ? [] : [p('roster.headOf', { name: props.name.head })]),
      ...(text('answer') === '' ? [] : [text('answer')]),
    ].join(' · ');
  return (
    <li data-kind={props.name.kind}>
      <Checkbox
        label={<span data-component="visually-hidden">{p('links.chooseOne', { name: props.name.name })}</span>}
        checked={props.table.isChosen(props.name.rosterId)}
        onChecked={(yes) => props.table.choose([props.name.rosterId], yes)}
      />
      <div data-part="about">
        <p>
          <span data-part="precedence">{text('precedence')}</span> <bdi data-part="name">{props.name.name}</bdi>{' '}
          <For each={offices()}>{(office) => <Badge tone="now">{t(`office.${office}`)}</Badge>}</For>
          <Hand of={props.name.rosterId} />
        </p>
        <Show when={props.name.title}>
          <p dir="auto">{props.name.title}</p>
        </Show>
        <p dir="auto" data-part="quiet">
          {props.name.unit}
        </p>
        <p data-part="quiet">{facts()}</p>
        <Show when={props.editable}>
          <div data-part="tools">
            <Button
              variant="quiet"
              size="small"
              aria-label={p('revise.of', { name: props.name.name })}
              onClick={() => props.onRevise(props.name.rosterId)}
            >
              {p('revise')}
            </Button>
            <Show when={props.name.kind === 'attendee'}>
              <Button variant="quiet" size="small" onClick={() => props.onAnswer(props.name.rosterId)}>
                {p('column.answer')}
              </Button>
            </Show>
            <Show when={props.table.canMove() && props.above}>
              {(target) => (
                <Button
                  variant="quiet"
                  size="small"
                  square
                  aria-label={p('table.up', { name: props.name.name })}
                  onClick={() => props.table.put(props.name.rosterId, { target: target(), behind: false })}
                >
                  <span data-turned="">
                    <Icon name="chevron" />
                  </span>
                </Button>
              )}
            </Show>
            <Show when={props.table.canMove() && props.below}>
              {(target) => (
                <Button
                  variant="quiet"
                  size="small"
                  square
                  aria-label={p('table.down', { name: props.name.name })}
                  onClick={() => props.table.put(props.name.rosterId, { target: target(), behind: true })}
                >
                  <Icon name="chevron" />
                </Button>
              )}
            </Show>
          </div>
        </Show>
      </div>
    </li>
  );
}
