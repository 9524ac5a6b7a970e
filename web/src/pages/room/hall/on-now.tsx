// What is on: the open item by its number, its title and whoever presents it; between two items, what comes next.

import { agendaProgress } from '@rostrum/projections';
import { nameInRecord } from '@rostrum/events';
import type { AgendaItem } from '@rostrum/events';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { ToDesk } from './to-desk.tsx';

export function OnNow(): JSX.Element {
  const { t, r } = useRoomWords();
  const { live, meeting, minute } = useRoom();
  const agenda = () => meeting().agenda;
  const item = (itemId: string | null | undefined) => (itemId ? agenda().items.get(itemId) : undefined);
  const open = () => item(agenda().open);
  const next = () => item(agenda().order.find((itemId) => item(itemId)?.status === 'planned'));
  const behind = createMemo(() => agendaProgress(live.view(), new Date(minute()).toISOString()).minutesBehind);
  return (
    <header data-component="on-now">
      <ToDesk />
      <div data-part="item" aria-live="polite">
        <Show when={open()} fallback={<Between next={next()} />}>
          {(now) => (
            <>
              <p data-part="where">
                <span data-part="number">
                  {r('now.item', { number: agenda().order.indexOf(now().itemId) + 1, count: agenda().order.length })}
                </span>
                <span>{t(`kind.${now().kind}`)}</span>
                <Show when={now().plannedMinutes}>
                  {(minutes) => <span aria-live="off">{r('now.planned', { count: minutes() })}</span>}
                </Show>
                <Show when={behind() !== 0}>
                  <span aria-live="off">
                    {r(behind() > 0 ? 'now.behind' : 'now.ahead', { count: Math.abs(behind()) })}
                  </span>
                </Show>
              </p>
              <h1>{now().title}</h1>
              <Presenters of={now()} />
              <Show when={now().topics.length > 0}>
                <ul data-part="topics" aria-label={r('now.topics')}>
                  <For each={now().topics}>{(topic) => <li>{topic}</li>}</For>
                </ul>
              </Show>
            </>
          )}
        </Show>
      </div>
    </header>
  );
}

function Between(props: { readonly next: AgendaItem | undefined }): JSX.Element {
  const { r } = useRoomWords();
  return (
    <>
      <p data-part="where">{r('now.between')}</p>
      <Show when={props.next} fallback={<h1>{r('now.nothingLeft')}</h1>}>
        {(item) => (
          <>
            <h1>
              <span data-part="next">{r('now.next')}</span> {item().title}
            </h1>
            <Presenters of={item()} />
          </>
        )}
      </Show>
    </>
  );
}

function Presenters(props: { readonly of: AgendaItem }): JSX.Element {
  const { meeting } = useRoom();
  return (
    <Show when={props.of.presenters.length > 0}>
      <p data-part="presenters">
        {props.of.presenters.map((rosterId) => nameInRecord(meeting().roster, rosterId)).join(' · ')}
      </p>
    </Show>
  );
}
