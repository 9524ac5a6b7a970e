// The title of the browser's tab and of its history.

import { createEffect } from 'solid-js';
import { useWords } from '../i18n/language.tsx';

/** Names the page while the calling component is shown; an empty title leaves the product's name alone. */
export function usePageTitle(title: () => string): void {
  const { t } = useWords();
  createEffect(() => {
    const name = title();
    document.title = name === '' ? t('shell.name') : `${name} · ${t('shell.name')}`;
  });
}
