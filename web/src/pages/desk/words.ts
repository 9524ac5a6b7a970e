// The desk's own words, fetched with the page: what stands on it, and what the fields of its forms are called.

import { defineArea } from '../../i18n/area.tsx';

export const { AreaWords: DeskWords, useAreaWords: useDeskWords } = defineArea('desk');
