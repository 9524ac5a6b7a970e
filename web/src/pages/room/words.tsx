// The words of the room, an area of their own. They are asked for together with the page, not once it is shown: whoever
// comes in waits for one thing less.

import { defineArea, fetchAhead } from '../../i18n/area.tsx';
import { preferredLanguage, useWords } from '../../i18n/language.tsx';

fetchAhead('room', preferredLanguage());

const { AreaWords, useAreaWords } = defineArea('room');

export const RoomWords = AreaWords;

/** The words of every page, and `r` for those of this one. */
export const useRoomWords = () => ({ ...useWords(), r: useAreaWords() });
