// Who waits for the floor, in the order in which the queue is worked; one's own place marked.

import { waiting } from '@rostrum/events';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { personOf, unitName } from '../../../meeting/people.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

/** Hands that are shown; how many more there are stands below. */
const SHOWN = 12;

export function Queue(): JSX.Element {
  const { t, r } = useRoomWords();
  const { meeting, mine } = useRoom();
  const queue = createMemo(() => waiting(meeting()));
  return (
    <Show when={queue().length > 0}>
      <section data-component="hall-part" aria-labelledby="queue">
        <h2 id="queue">
          {r('now.queue')} <span data-part="count">{queue().length}</span>
        </h2>
        <ol data-part="queue">
          <For each={queue().slice(0, SHOWN)}>
            {(request) => {
              const person = () => personOf(meeting(), request.speakerId);
              const own = () => mine().ids.includes(request.speakerId);
              return (
                <li data-own={own() ? '' : undefined}>
                  <span data-part="who">
                    <span data-part="name">{person()?.name ?? request.speakerId}</span>
                    <span data-part="unit">{own() ? r('now.you') : unitName(person()?.unit ?? '')}</span>
                  </span>
                  <span data-part="kind">{t(`request.${request.kind}`)}</span>
                </li>
              );
            }}
          </For>
        </ol>
        <Show when={queue().length > SHOWN}>
          <p data-part="more">{r('bar.task.more', { count: queue().length - SHOWN })}</p>
        </Show>
      </section>
    </Show>
  );
}
