// How large words may be: the fewer there are, the larger. A Chinese character counts for two.

export type Size = 'huge' | 'large' | 'middle' | 'small';

const FULL_WIDTH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF00-\uFFEF]/u;

/** The width of a text in half characters. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (FULL_WIDTH.test(sign) ? 2 : 1), 0);

/** The size at which a text still has room on a screen in the hall. */
export function sizeOf(text: string): Size {
  const width = widthOf(text);
  if (width <= 18) return 'huge';
  if (width <= 40) return 'large';
  return width <= 110 ? 'middle' : 'small';
}
