// What the events of the record say, one line each: fetched with what lists them, told as the archive tells them.

import { defineArea } from '../../../i18n/area.tsx';

export const { AreaWords: EventWords, useAreaWords: useEventWords } = defineArea('record');
