// The written conversation: messages to all, and questions in writing with their answers.

import { createEffect, createMemo, createSignal, For, Match, on, onMount, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { entriesOf } from './entries.ts';
import { Message } from './message.tsx';
import { Question } from './question.tsx';
import { Writing } from './writing.tsx';
import './messages.css';

/** Entries that are shown before earlier ones are asked for. */
const SHOWN = 60;

export function Messages(): JSX.Element {
  const { r } = useRoomWords();
  const { live, meeting, mine } = useRoom();
  const [shown, setShown] = createSignal(SHOWN);
  const conversation = createMemo(() => live.view().conversation);
  const entries = createMemo(() => entriesOf(conversation()));
  const latest = () => entries().slice(-shown());
  const byId = createMemo(() => new Map(entries().map((entry) => [entry.id, entry])));
  const writable = () =>
    mine().attendee !== null && ['convened', 'open', 'recess'].includes(meeting().lifecycle.status);
  let end!: HTMLDivElement;

  // Whoever reads at the end is kept at the end.
  const atEnd = () => end.getBoundingClientRect().top < window.innerHeight + 120;
  onMount(() => end.scrollIntoView({ block: 'nearest' }));
  createEffect(
    on(
      () => entries().length,
      () => {
        if (atEnd()) end.scrollIntoView({ block: 'nearest' });
      },
      { defer: true },
    ),
  );

  return (
    <section data-component="room-messages" aria-labelledby="messages-title">
      <h2 id="messages-title">{r('messages.title')}</h2>
      <Show when={entries().length > shown()}>
        <button type="button" data-part="earlier" onClick={() => setShown((before) => before + SHOWN)}>
          {r('messages.earlier')}
        </button>
      </Show>
      <Show when={entries().length > 0} fallback={<EmptyState size="part" title={r('messages.none')} />}>
        <div role="log" aria-label={r('messages.log')}>
          <ol>
            <For each={latest().map(({ id }) => id)}>
              {(id) => (
                <Switch>
                  <Match when={byId().get(id)?.is === 'message'}>
                    <Message messageId={id} />
                  </Match>
                  <Match when={byId().get(id)?.is === 'question'}>
                    <Question questionId={id} />
                  </Match>
                </Switch>
              )}
            </For>
          </ol>
        </div>
      </Show>
      <div ref={(made) => (end = made)} data-part="end" />
      <Show when={writable()} fallback={<p data-part="closed">{r('messages.closed')}</p>}>
        <Writing />
      </Show>
    </section>
  );
}
