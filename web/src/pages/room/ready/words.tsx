// The words of getting ready, fetched with this part of the room.

import { defineArea } from '../../../i18n/area.tsx';
import type { ready } from '../../../i18n/en/ready.ts';

const { AreaWords, useAreaWords } = defineArea<typeof ready>({
  en: async () => (await import('../../../i18n/en/ready.ts')).ready,
  'zh-CN': async () => (await import('../../../i18n/zh-CN/ready.ts')).ready,
});

export const ReadyWords = AreaWords;
export const useReadyWords = useAreaWords;
