// An address that leads nowhere, or nowhere that is open to the reader: the two look the same.

import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import { usePageTitle } from './page-title.ts';
import { ButtonLink } from './button-link.tsx';
import { EmptyState } from './empty-state.tsx';

export function StateMissing(): JSX.Element {
  const { t } = useWords();
  usePageTitle(() => t('state.missing.title'));
  return (
    <EmptyState
      heading={1}
      title={t('state.missing.title')}
      actions={<ButtonLink href="/">{t('state.missing.back')}</ButtonLink>}
    >
      <p>{t('state.missing.text')}</p>
    </EmptyState>
  );
}
