// The words of the preparation page, an area of their own: only organizers and officers come here.

import { defineArea } from '../../i18n/area.tsx';
import type { prepare } from '../../i18n/en/prepare.ts';
import { useWords } from '../../i18n/language.tsx';

const { AreaWords, useAreaWords } = defineArea<typeof prepare>({
  en: async () => (await import('../../i18n/en/prepare.ts')).prepare,
  'zh-CN': async () => (await import('../../i18n/zh-CN/prepare.ts')).prepare,
});

export const PrepareWords = AreaWords;

/** The words of every page, and `p` for those of this one. */
export const usePrepareWords = () => ({ ...useWords(), p: useAreaWords() });
