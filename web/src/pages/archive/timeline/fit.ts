// How much of a name there is room for in a bar. Widths are estimated: a drawing cannot wait for the letters to be measured.

/** Widths in ems: of a Chinese character, a capital, a narrow letter and of any other. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/, 1],
  [/[A-Z@%&mwMW—]/, 0.78],
  [/[fijlrtI.,:;'|()\s·]/, 0.34],
];
const ORDINARY = 0.56;

const widthOf = (character: string): number => WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? ORDINARY;

/** What a text takes, in pixels. `size` is that of its letters. */
export const textWidth = (text: string, size: number): number =>
  Array.from(text).reduce((sum, character) => sum + widthOf(character), 0) * size;

/** The fewest characters that still say something. */
const LEAST = 3;

/**
 * The text, or its beginning with an ellipsis, or nothing where not even three characters fit.
 * @param room pixels
 * @param size of the letters in pixels
 */
export function fitted(text: string, room: number, size: number): string {
  const characters = Array.from(text);
  let width = 0;
  let whole = 0;
  // The ellipsis is as wide as a Chinese character.
  let shortened = 0;
  for (const character of characters) {
    width += widthOf(character) * size;
    if (width <= room) whole += 1;
    if (width + size <= room) shortened += 1;
  }
  if (whole === characters.length) return text;
  return shortened < LEAST ? '' : `${characters.slice(0, shortened).join('').trimEnd()}…`;
}

/** The first of several texts that fits whole; where none does, the longest beginning that says something. */
export function bestFitting(texts: readonly string[], room: number, size: number): string {
  const whole = texts.find((text) => text !== '' && textWidth(text, size) <= room);
  if (whole !== undefined) {
    // A name cut after a few letters says more than a bare number.
    const cut = fitted(texts[0] ?? '', room, size);
    return cut.length > whole.length && /^\d+$/.test(whole) ? cut : whole;
  }
  return texts.map((text) => fitted(text, room, size)).findLast((text) => text !== '') ?? '';
}
