// The words of the archive, an area of their own: the page's, and a sentence for each type of event.

import { defineArea } from '../../i18n/area.tsx';
import { useWords } from '../../i18n/language.tsx';

const { AreaWords, useAreaWords } = defineArea('archive');

export const ArchiveWords = AreaWords;

/** The words of every page, and `a` for those of this one. */
export const useArchiveWords = () => ({ ...useWords(), a: useAreaWords() });
