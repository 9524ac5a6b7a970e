// Whoever followed a meeting and was taken off its roster: the meeting is no longer theirs to see.

import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import { EmptyState } from './empty-state.tsx';
import { usePageTitle } from './page-title.ts';

export function StateRemoved(): JSX.Element {
  const { t } = useWords();
  usePageTitle(() => t('state.removed.title'));
  return (
    <EmptyState heading={1} title={t('state.removed.title')}>
      <p role="status">{t('state.removed.text')}</p>
    </EmptyState>
  );
}
