// The words about what was left unfinished: only pages with long forms have them.

import { defineArea } from '../i18n/area.tsx';
import { useWords } from '../i18n/language.tsx';

const { AreaWords, useAreaWords } = defineArea('drafts');

export const DraftWords = AreaWords;

/** The words of every page, and `d` for those about drafts. */
export const useDraftWords = () => ({ ...useWords(), d: useAreaWords() });
