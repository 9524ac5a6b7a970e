// What the events of the record say, one line each: fetched with what lists them, told as the archive tells them.

import { defineArea } from '../../../i18n/area.tsx';
import type { record } from '../../../i18n/en/record.ts';

export const { AreaWords: EventWords, useAreaWords: useEventWords } = defineArea<typeof record>({
  en: async () => (await import('../../../i18n/en/record.ts')).record,
  'zh-CN': async () => (await import('../../../i18n/zh-CN/record.ts')).record,
});
