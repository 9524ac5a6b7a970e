// The agenda that the new meeting will have, with its planned minutes.

import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useFindingWords } from '../../meetings/words.tsx';
import { minutesOf } from './carry.ts';
import type { Parts } from './carry.ts';

export function PartsPreview(props: { readonly parts: Parts }): JSX.Element {
  const { t, f, formats } = useFindingWords();
  const written = (minutes: number) => formats().duration(minutes * 60);
  return (
    <Show when={props.parts.items.length > 0}>
      <section data-component="parts-preview" aria-label={f('preview.title')}>
        <header>
          <h3>{f('preview.title')}</h3>
          <Show when={minutesOf(props.parts) > 0}>
            <span>{f('preview.total', { duration: written(minutesOf(props.parts)) })}</span>
          </Show>
        </header>
        <ol tabindex="0" aria-label={f('preview.title')}>
          <For each={props.parts.items}>
            {(item, place) => (
              <li>
                <span data-part="number">{place() + 1}</span>
                <span data-part="title" dir="auto">
                  {item.title}
                </span>
                <span data-part="kind">{t(`kind.${item.kind ?? 'discussion'}`)}</span>
                <span data-part="minutes">{item.plannedMinutes ? written(item.plannedMinutes) : ''}</span>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
}
