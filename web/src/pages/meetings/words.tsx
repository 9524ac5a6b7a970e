// The words of finding meetings and beginning new ones, an area of their own: whoever has a personal link never needs them.

import { defineArea } from '../../i18n/area.tsx';
import { useWords } from '../../i18n/language.tsx';

const { AreaWords, useAreaWords } = defineArea('finding');

export const FindingWords = AreaWords;

/** The words of every page, and `f` for those of this area. */
export const useFindingWords = () => ({ ...useWords(), f: useAreaWords() });
