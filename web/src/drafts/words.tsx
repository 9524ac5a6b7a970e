// The words about what was left unfinished: only pages with long forms have them.

import { defineArea } from '../i18n/area.tsx';
import type { drafts } from '../i18n/en/drafts.ts';
import { useWords } from '../i18n/language.tsx';

const { AreaWords, useAreaWords } = defineArea<typeof drafts>({
  en: async () => (await import('../i18n/en/drafts.ts')).drafts,
  'zh-CN': async () => (await import('../i18n/zh-CN/drafts.ts')).drafts,
});

export const DraftWords = AreaWords;

/** The words of every page, and `d` for those about drafts. */
export const useDraftWords = () => ({ ...useWords(), d: useAreaWords() });
