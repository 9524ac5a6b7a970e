// After the closing: the minutes, the archive, and what is left to do.

import { conferredCommendations } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Commendation } from '../part/commendation.tsx';
import { addressOf } from '../sections.ts';
import { useRoom } from '../use-room.tsx';
import { useWide } from '../wide.ts';
import { useRoomWords } from '../words.tsx';
import { ToDesk } from './to-desk.tsx';

export function Over(): JSX.Element {
  const { r, formats } = useRoomWords();
  const { meeting, tasks } = useRoom();
  const wide = useWide();
  const lifecycle = () => meeting().lifecycle;
  const title = () => {
    const { status } = lifecycle();
    return r(status === 'sealed' ? 'over.sealed' : status === 'minuted' ? 'over.minuted' : 'over.closed');
  };
  const conferred = () => conferredCommendations(meeting().commendations);
  return (
    <div data-component="before">
      <header>
        <p data-part="organisation">{lifecycle().organisation}</p>
        <h1>{lifecycle().title}</h1>
        <Show when={lifecycle().closedAt}>
          {(closedAt) => (
            <p data-part="when">
              {r('over.at', {
                day: formats(lifecycle().timeZone).day(closedAt()),
                time: formats(lifecycle().timeZone).time(closedAt()),
              })}
            </p>
          )}
        </Show>
        <ToDesk />
      </header>
      <div data-part="wait">
        <p data-part="figure">{title()}</p>
        <Show when={tasks().length > 0}>
          <p data-part="aside">{r('over.left')}</p>
        </Show>
      </div>
      <Show when={!wide()}>
        <ul data-part="left">
          <For each={['part', 'agenda', 'messages'] as const}>
            {(section) => (
              <li>
                <a href={addressOf({ show: section })}>
                  <span data-part="title">{r(`section.${section}`)}</span>
                  <span data-part="about">{r(`over.${section}`)}</span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={conferred().length > 0}>
        <section data-component="hall-part" aria-labelledby="conferred">
          <h2 id="conferred">{r('now.conferred')}</h2>
          <ul data-part="conferred">
            <For each={conferred()}>{(commendation) => <Commendation of={commendation} />}</For>
          </ul>
        </section>
      </Show>
    </div>
  );
}
