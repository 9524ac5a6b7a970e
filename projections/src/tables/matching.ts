// Text as it is compared: without case, without the difference between full-width and half-width, with single spaces.

/** Text in the form in which it is searched and compared (Unicode NFKC, lower case, white space collapsed). */
export const comparable = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** What is searched of a row: its texts, each on a line of its own, so that no word is found across two of them. */
export const searchable = (...texts: readonly (string | null)[]): string =>
  texts.flatMap((text) => (text === null ? [] : [comparable(text)])).join('\n');

/** The words of a question, each of which must be found. Chinese, which has no spaces, is found by any part of it. */
export const wordsOf = (question: string | undefined): readonly string[] =>
  question === undefined ? [] : comparable(question).split(' ').filter(Boolean);

/** A person or body across meetings: the same name in the same unit. */
export const personKey = (name: string, unit: string | null): string =>
  `${comparable(name)} | ${comparable(unit ?? '')}`;
