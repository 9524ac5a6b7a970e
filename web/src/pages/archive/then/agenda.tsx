// The agenda as it stood: what was planned, what was taken, when, for how long, and what came of it.

import { nameInRecord } from '@rostrum/events';
import type { AgendaItem } from '@rostrum/events';
import { agendaProgress } from '@rostrum/projections';
import type { ItemProgress } from '@rostrum/projections';
import { createMemo, createSignal, Index, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { windowAround } from './agenda-window.ts';
import { ThenSection } from './section.tsx';

const tones: Readonly<Record<AgendaItem['status'], Tone>> = {
  planned: 'plain',
  open: 'now',
  concluded: 'done',
  deferred: 'waiting',
  withdrawn: 'off',
};

export function ThenAgenda(): JSX.Element {
  const { a, t } = useArchiveWords();
  const archive = useArchive();
  const { agenda, lifecycle } = archive.parts;
  const [all, setAll] = createSignal(false);
  const progress = createMemo(() => agendaProgress(archive.view(), archive.at()));
  const byId = createMemo(() => new Map(progress().items.map((item) => [item.itemId, item])));
  const shown = createMemo(
    () => {
      const { order, open, taken } = agenda();
      const count = order.length;
      return all() ? { from: 0, to: count } : windowAround(count, order.indexOf(open ?? taken.at(-1) ?? ''));
    },
    undefined,
    { equals: (before, after) => before.from === after.from && before.to === after.to },
  );
  const items = createMemo(() =>
    agenda()
      .order.slice(shown().from, shown().to)
      .flatMap((itemId) => agenda().items.get(itemId) ?? []),
  );
  const behind = () => progress().minutesBehind;
  return (
    <ThenSection
      title={t('meeting.agenda')}
      count={agenda().order.length}
      aside={
        <Show when={lifecycle().openedAt !== null && behind() !== 0}>
          {behind() > 0 ? a('agenda.behind', { count: behind() }) : a('agenda.ahead', { count: -behind() })}
        </Show>
      }
    >
      <ol data-component="then-agenda">
        <Index each={items()}>
          {(item, place) => (
            <Item item={item()} number={shown().from + place + 1} progress={byId().get(item().itemId)} />
          )}
        </Index>
      </ol>
      <Show when={!all() && agenda().order.length > shown().to - shown().from}>
        <Button variant="quiet" size="small" onClick={() => setAll(true)}>
          {a('table.all', { count: agenda().order.length })}
        </Button>
      </Show>
    </ThenSection>
  );
}

function Item(props: {
  readonly item: AgendaItem;
  readonly number: number;
  readonly progress: ItemProgress | undefined;
}): JSX.Element {
  const { a, t, formats } = useArchiveWords();
  const archive = useArchive();
  const zone = () => formats(archive.latest().meeting.lifecycle.timeZone);
  const presenters = () => props.item.presenters.map((rosterId) => nameInRecord(archive.parts.roster(), rosterId));
  const planned = createMemo(() => {
    const { progress } = props;
    if (progress === undefined || progress.plannedMinutes === null) return '';
    return a('agenda.planned', {
      from: zone().time(progress.plannedFrom),
      to: zone().time(progress.plannedTo),
    });
  });
  const said = () => props.item.outcome ?? props.item.reason ?? '';
  /** Whole minutes; what is still open is not shorter yet. */
  const over = createMemo(() => {
    const minutes = Math.trunc((props.progress?.overrunSeconds ?? 0) / 60);
    return props.item.status === 'open' ? Math.max(0, minutes) : minutes;
  });
  return (
    <li data-status={props.item.status}>
      <span data-part="number">{props.number}</span>
      <div data-part="what">
        <span data-part="title" dir="auto">
          {props.item.title}
        </span>
        <span data-part="about">{[t(`kind.${props.item.kind}`), ...presenters()].join(' · ')}</span>
        <Show when={said() !== ''}>
          <span data-part="outcome">{said()}</span>
        </Show>
      </div>
      <div data-part="times">
        <Badge tone={tones[props.item.status]}>{t(`item.${props.item.status}`)}</Badge>
        <Index each={props.item.sittings}>
          {(sitting) => (
            <span data-part="taken">
              <InstantLink at={sitting().from} label={a('to.item', { title: props.item.title })} />–
              <InstantLink at={sitting().to} label={a('to.itemEnd', { title: props.item.title })} />
            </span>
          )}
        </Index>
        <span data-part="planned">{planned()}</span>
        <Show when={over() !== 0}>
          <span data-part="over" data-late={over() > 0 ? '' : undefined}>
            {over() > 0 ? a('agenda.over', { count: over() }) : a('agenda.under', { count: -over() })}
          </span>
        </Show>
      </div>
    </li>
  );
}
