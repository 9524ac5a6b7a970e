// The words of what is left after a meeting, fetched with the minutes or a certificate.

import { defineArea } from '../../i18n/area.tsx';
import type { after } from '../../i18n/en/after.ts';
import { useWords } from '../../i18n/language.tsx';

const { AreaWords, useAreaWords } = defineArea<typeof after>({
  en: async () => (await import('../../i18n/en/after.ts')).after,
  'zh-CN': async () => (await import('../../i18n/zh-CN/after.ts')).after,
});

export const AfterWords = AreaWords;

/** The words of every page, and `a` for those of what is left after a meeting. */
export const useAfterWords = () => ({ ...useWords(), a: useAreaWords() });
