// The meeting will not take place.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

export function Cancelled(): JSX.Element {
  const { r, formats } = useRoomWords();
  const { meeting } = useRoom();
  const lifecycle = () => meeting().lifecycle;
  return (
    <div data-component="before">
      <header>
        <p data-part="organisation">{lifecycle().organisation}</p>
        <h1>{lifecycle().title}</h1>
        <p data-part="when" data-off>
          {formats(lifecycle().timeZone).span(lifecycle().startsAt, lifecycle().endsAt)}
        </p>
      </header>
      <div data-part="wait">
        <p data-part="figure">{r('cancelled.title')}</p>
      </div>
      <Show when={lifecycle().cancelledBecause}>
        {(reason) => (
          <dl data-part="facts">
            <div>
              <dt>{r('cancelled.reason')}</dt>
              <dd>{reason()}</dd>
            </div>
          </dl>
        )}
      </Show>
    </div>
  );
}
