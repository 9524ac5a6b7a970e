// The page itself failed: a mistake of ours, or a part of the application that is no longer on the server.

import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import './state.css';

export function StateCrashed(props: { readonly error: unknown }): JSX.Element {
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
