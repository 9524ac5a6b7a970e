// The numbered points of the speech under way, as the secretary writes them; of the last one, while nobody speaks.

import { nameInRecord } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

export function Points(): JSX.Element {
  const { r } = useRoomWords();
  const { meeting } = useRoom();
  const speech = () => {
    const { floor, agenda } = meeting();
    if (floor.speech) return floor.speech;
    const last = floor.finished.at(floor.finished.size - 1);
    return last?.itemId === agenda.open ? last : undefined;
  };
  return (
    <Show when={(speech()?.points.length ?? 0) > 0 ? speech() : undefined}>
      {(said) => (
        <section data-component="hall-part" aria-labelledby="points">
          <h2 id="points">
            {said().to === null
              ? r('now.points')
              : r('now.points.of', { name: nameInRecord(meeting().roster, said().speakerId) })}
          </h2>
          <ol data-part="points">
            <For each={said().points}>{(point) => <li>{point}</li>}</For>
          </ol>
        </section>
      )}
    </Show>
  );
}
