// Something is on its way. It appears only where that takes longer than a moment.

import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import './state.css';

export function StateLoading(): JSX.Element {
  const { t } = useWords();
  return (
    <div data-component="state" data-state="loading" role="status">
      <span data-part="bar" aria-hidden="true" />
      {t('state.loading')}
    </div>
  );
}
