// The words of the archive, an area of their own: the page's, and a sentence for each type of event.

import { defineArea } from '../../i18n/area.tsx';
import type { archive } from '../../i18n/en/archive.ts';
import type { record } from '../../i18n/en/record.ts';
import { useWords } from '../../i18n/language.tsx';

const { AreaWords, useAreaWords } = defineArea<typeof archive & typeof record>({
  en: async () => {
    const [page, events] = await Promise.all([import('../../i18n/en/archive.ts'), import('../../i18n/en/record.ts')]);
    return { ...page.archive, ...events.record };
  },
  'zh-CN': async () => {
    const [page, events] = await Promise.all([
      import('../../i18n/zh-CN/archive.ts'),
      import('../../i18n/zh-CN/record.ts'),
    ]);
    return { ...page.archive, ...events.record };
  },
});

export const ArchiveWords = AreaWords;

/** The words of every page, and `a` for those of this one. */
export const useArchiveWords = () => ({ ...useWords(), a: useAreaWords() });
