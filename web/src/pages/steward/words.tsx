// The words of the steward's page, an area of their own.

import { defineArea } from '../../i18n/area.tsx';
import { useWords } from '../../i18n/language.tsx';

const { AreaWords, useAreaWords } = defineArea('steward');

export const StewardWords = AreaWords;

/** The words of every page, and `d` for those of this one. */
export const useStewardWords = () => ({ ...useWords(), d: useAreaWords() });
