// A newer version is served: said quietly, once, and left to the reader.

import { createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import { Button } from '../ui/button.tsx';
import { newer, watchForNewer } from './newer.ts';

export function NewerNotice(): JSX.Element {
  watchForNewer();
  const [later, setLater] = createSignal(false);
  return (
    <Show when={newer() && !later()}>
      <NewerBar onLater={() => setLater(true)} />
    </Show>
  );
}

export function NewerBar(props: { readonly onLater: () => void }): JSX.Element {
  const { t } = useWords();
  return (
    <aside data-component="newer" aria-label={t('state.newer.title')}>
      <p role="status">{t('state.newer.text')}</p>
      <div data-part="actions">
        <Button size="small" onClick={() => window.location.reload()}>
          {t('state.newer.load')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => props.onLater()}>
          {t('state.newer.later')}
        </Button>
      </div>
    </aside>
  );
}
