// The keys of the slider, to be looked up.

import { For } from 'solid-js';
import type { JSX } from 'solid-js';
import { Kbd } from '../../../ui/kbd.tsx';
import { useArchiveWords } from '../words.tsx';

const KEYS = [
  { keys: ['←', '→'], does: 'keys.step' },
  { keys: ['PgDn', 'PgUp'], does: 'keys.item' },
  { keys: ['Home', 'End'], does: 'keys.ends' },
  { keys: ['Space'], does: 'keys.play' },
  { keys: ['+', '−'], does: 'keys.zoom' },
] as const;

export function Keys(): JSX.Element {
  const { a } = useArchiveWords();
  return (
    <details data-part="keys">
      <summary>{a('keys.title')}</summary>
      <dl aria-label={a('keys.told')}>
        <For each={KEYS}>
          {({ keys, does }) => (
            <div>
              <dt>
                <For each={keys}>{(key) => <Kbd>{key}</Kbd>}</For>
              </dt>
              <dd>{a(does)}</dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  );
}
