// A place in the queue in words: “You are third”. Beyond the tenth it is a number.

import type { TranslateOf } from '../../i18n/words.ts';
import type { room } from '../../i18n/en/room.ts';

/** Places that have a word of their own; the last stands for all after them. */
const named = [
  'place.1',
  'place.2',
  'place.3',
  'place.4',
  'place.5',
  'place.6',
  'place.7',
  'place.8',
  'place.9',
  'place.10',
] as const;

/** @param place from 1, the next one */
export function placeInWords(r: TranslateOf<typeof room>, place: number): string {
  const key = named[place - 1];
  return key === undefined ? r('place.later', { place }) : r(key);
}
