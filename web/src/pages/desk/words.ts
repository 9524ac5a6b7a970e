// The desk's own words, fetched with the page: what stands on it, and what the fields of its forms are called.

import { defineArea } from '../../i18n/area.tsx';
import type { desk } from '../../i18n/en/desk.ts';
import type { fields } from '../../i18n/en/fields.ts';

export const { AreaWords: DeskWords, useAreaWords: useDeskWords } = defineArea<typeof desk & typeof fields>({
  en: async () => {
    const [words, names] = await Promise.all([import('../../i18n/en/desk.ts'), import('../../i18n/en/fields.ts')]);
    return { ...words.desk, ...names.fields };
  },
  'zh-CN': async () => {
    const [words, names] = await Promise.all([
      import('../../i18n/zh-CN/desk.ts'),
      import('../../i18n/zh-CN/fields.ts'),
    ]);
    return { ...words.desk, ...names.fields };
  },
});
