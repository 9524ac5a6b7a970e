// The words of getting ready, fetched with this part of the room.

import { defineArea } from '../../../i18n/area.tsx';

const { AreaWords, useAreaWords } = defineArea('ready');

export const ReadyWords = AreaWords;
export const useReadyWords = useAreaWords;
