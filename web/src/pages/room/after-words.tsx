// The words of what is left after a meeting, fetched with the minutes or a certificate.

import { defineArea } from '../../i18n/area.tsx';
import { useWords } from '../../i18n/language.tsx';

const { AreaWords, useAreaWords } = defineArea('after');

export const AfterWords = AreaWords;

/** The words of every page, and `a` for those of what is left after a meeting. */
export const useAfterWords = () => ({ ...useWords(), a: useAreaWords() });
