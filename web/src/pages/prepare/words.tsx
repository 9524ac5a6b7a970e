// The words of the preparation page, an area of their own: only organizers and officers come here.

import { defineArea } from '../../i18n/area.tsx';
import { useWords } from '../../i18n/language.tsx';

const { AreaWords, useAreaWords } = defineArea('prepare');

export const PrepareWords = AreaWords;

/** The words of every page, and `p` for those of this one. */
export const usePrepareWords = () => ({ ...useWords(), p: useAreaWords() });
