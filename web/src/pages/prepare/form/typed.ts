// From what was typed to what a command takes: empty is null, lines are a list, figures are a number.

/** The text without the space around it; null where nothing was typed. */
export const typedText = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** One entry a line; empty lines are none. */
export const typedLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A whole number, null where nothing was typed, and for anything else NaN, which no schema takes. */
export function typedNumber(text: string): number | null {
  const figures = text.trim();
  if (figures === '') return null;
  return /^\d{1,9}$/.test(figures) ? Number(figures) : Number.NaN;
}

/** A number as it stands in a field; empty where there is none. */
export const numberShown = (value: number | null): string => (value === null ? '' : String(value));
