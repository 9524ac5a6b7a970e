// The page itself failed: a mistake of ours. Or a part of it is no longer on the server, because a newer version is served.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import { Outdated } from '../lazy-page.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import './state.css';

export function StateCrashed(props: { readonly error: unknown }): JSX.Element {
  return (
    <Show when={props.error instanceof Outdated} fallback={<StateBroken error={props.error} />}>
      <StateOutdated />
    </Show>
  );
}

function StateBroken(props: { readonly error: unknown }): JSX.Element {
  const { t } = useWords();
  const what = () =>
    props.error instanceof Error ? `${props.error.name}: ${props.error.message}` : String(props.error);
  return (
    <div data-component="state" data-state="crashed" role="alert">
      <EmptyState
        heading={1}
        title={t('state.crashed.title')}
        actions={<Button onClick={() => window.location.reload()}>{t('state.reload')}</Button>}
      >
        <p>{t('state.crashed.text')}</p>
        <pre>{what()}</pre>
      </EmptyState>
    </div>
  );
}

/** What was asked for belongs to a version that is gone: the reader loads the new one, nobody does it for them. */
export function StateOutdated(): JSX.Element {
  const { t } = useWords();
  return (
    <div data-component="state" data-state="outdated" role="alert">
      <EmptyState
        heading={1}
        title={t('state.newer.title')}
        actions={
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t('state.newer.load')}
          </Button>
        }
      >
        <p>{t('state.newer.gone')}</p>
      </EmptyState>
    </div>
  );
}
