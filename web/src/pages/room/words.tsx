// The words of the room, an area of their own. They are asked for together with the page, not once it is shown: whoever
// comes in waits for one thing less.

import { defineArea } from '../../i18n/area.tsx';
import type { room } from '../../i18n/en/room.ts';
import { preferredLanguage, useWords } from '../../i18n/language.tsx';

const dictionaries = {
  en: async () => (await import('../../i18n/en/room.ts')).room,
  'zh-CN': async () => (await import('../../i18n/zh-CN/room.ts')).room,
};

// A failure is not of now: the area asks again.
dictionaries[preferredLanguage()]().catch(() => {});

const { AreaWords, useAreaWords } = defineArea<typeof room>(dictionaries);

export const RoomWords = AreaWords;

/** The words of every page, and `r` for those of this one. */
export const useRoomWords = () => ({ ...useWords(), r: useAreaWords() });
