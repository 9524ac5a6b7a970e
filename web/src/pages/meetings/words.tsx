// The words of finding meetings and beginning new ones, an area of their own: whoever has a personal link never needs them.

import { defineArea } from '../../i18n/area.tsx';
import type { finding } from '../../i18n/en/finding.ts';
import { useWords } from '../../i18n/language.tsx';

const { AreaWords, useAreaWords } = defineArea<typeof finding>({
  en: async () => (await import('../../i18n/en/finding.ts')).finding,
  'zh-CN': async () => (await import('../../i18n/zh-CN/finding.ts')).finding,
});

export const FindingWords = AreaWords;

/** The words of every page, and `f` for those of this area. */
export const useFindingWords = () => ({ ...useWords(), f: useAreaWords() });
