// The agenda with its progress: what was taken and when, what is on, when the rest is to be expected.

import { countPresent, nameInRecord } from '@rostrum/events';
import type { AgendaItem } from '@rostrum/events';
import { agendaProgress } from '@rostrum/projections';
import type { ItemProgress } from '@rostrum/projections';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import './agenda.css';

const tones: Readonly<Record<AgendaItem['status'], Tone>> = {
  planned: 'plain',
  open: 'now',
  concluded: 'done',
  deferred: 'waiting',
  withdrawn: 'off',
};

export function Agenda(): JSX.Element {
  const { t, r, formats } = useRoomWords();
  const { live, meeting, mine, minute } = useRoom();
  const progress = createMemo(() => agendaProgress(live.view(), new Date(minute()).toISOString()));
  const attendance = createMemo(() => live.view().attendance);
  const present = createMemo(() => countPresent(meeting(), attendance()));
  const f = () => formats(meeting().lifecycle.timeZone);
  const running = () => meeting().lifecycle.status === 'open' || meeting().lifecycle.status === 'recess';
  const behind = () => {
    const count = progress().minutesBehind;
    if (count === 0) return r('agenda.onTime');
    return r(count > 0 ? 'now.behind' : 'now.ahead', { count: Math.abs(count) });
  };
  return (
    <section data-component="room-agenda" aria-labelledby="agenda-title">
      <h2 id="agenda-title">{r('agenda.title')}</h2>
      <Show when={running()}>
        <p data-part="progress">
          {behind()} · {r('agenda.end', { time: f().time(progress().expectedEnd) })} ·{' '}
          {r('now.present', { count: present() })}
        </p>
      </Show>
      <Show when={progress().items.length > 0} fallback={<EmptyState size="part" title={t('meeting.noAgenda')} />}>
        <ol>
          <For each={progress().items.map(({ itemId }) => itemId)}>
            {(itemId, place) => {
              const row = () => progress().items[place()];
              return (
                <Show when={row()}>
                  {(item) => (
                    <li data-status={item().status} aria-current={item().status === 'open' ? 'step' : undefined}>
                      <span data-part="number">{place() + 1}</span>
                      <span data-part="what">
                        <span data-part="title">{item().title}</span>
                        <About of={meeting().agenda.items.get(itemId)!} own={mine().ids} />
                      </span>
                      <span data-part="when">
                        <Time of={item()} />
                        <Show when={item().status !== 'planned'}>
                          <Badge tone={tones[item().status]}>{t(`item.${item().status}`)}</Badge>
                        </Show>
                      </span>
                    </li>
                  )}
                </Show>
              );
            }}
          </For>
        </ol>
      </Show>
    </section>
  );
}

function About(props: { readonly of: AgendaItem; readonly own: readonly string[] }): JSX.Element {
  const { t, r } = useRoomWords();
  const { meeting } = useRoom();
  const isOwn = () => props.of.presenters.some((rosterId) => props.own.includes(rosterId));
  const words = () =>
    [
      t(`kind.${props.of.kind}`),
      ...props.of.presenters.map((rosterId) => nameInRecord(meeting().roster, rosterId)),
      ...(props.of.plannedMinutes === null ? [] : [t('meeting.plannedMinutes', { count: props.of.plannedMinutes })]),
    ].join(' · ');
  return (
    <>
      <span data-part="about">{words()}</span>
      <Show when={isOwn()}>
        <span data-part="own">{r('agenda.yours')}</span>
      </Show>
      <Show when={props.of.reason}>{(reason) => <span data-part="about">{reason()}</span>}</Show>
    </>
  );
}

/** When it was taken, or is to be expected. */
function Time(props: { readonly of: ItemProgress }): JSX.Element {
  const { r, formats } = useRoomWords();
  const { meeting } = useRoom();
  const written = (instant: string) => formats(meeting().lifecycle.timeZone).time(instant);
  const running = () => meeting().lifecycle.openedAt !== null;
  const words = () => {
    const { actualFrom, expectedFrom, plannedFrom } = props.of;
    if (actualFrom !== null) return written(actualFrom);
    if (expectedFrom === null) return '';
    return running() ? r('agenda.expected', { time: written(expectedFrom) }) : written(plannedFrom);
  };
  return <Show when={words()}>{(time) => <span data-part="time">{time()}</span>}</Show>;
}
