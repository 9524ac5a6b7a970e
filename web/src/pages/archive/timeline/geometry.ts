// Where the lanes of the timeline stand, in pixels from the top.

import { SIGN } from './mark-rows.ts';

export const CAPTION = 18;
export const LETTERS = 12;
/** Between two lanes. */
const SPACE = 12;

const SCALE = 24;
export const PLANNED = 6;
export const ACTUAL = 24;
export const SPEECH = 30;
/** The patterned foot of a speech's bar. */
export const FOOT = 6;
export const PRESENCE = 38;

export type Lanes = {
  readonly items: number;
  readonly speeches: number;
  readonly presence: number;
  readonly signs: number;
  readonly signRows: number;
  readonly height: number;
};

/** The lanes of a drawing; without signs their lane is left out. */
export function lanesOf(signRows: number): Lanes {
  const items = SCALE;
  const speeches = items + CAPTION + PLANNED + 3 + ACTUAL + SPACE;
  const presence = speeches + CAPTION + SPEECH + SPACE;
  const signs = presence + CAPTION + PRESENCE + SPACE;
  const height = signRows === 0 ? signs : signs + CAPTION + signRows * (SIGN + 2) + SPACE / 2;
  return { items, speeches, presence, signs, signRows, height };
}
