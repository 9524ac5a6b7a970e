// How a language puts names in order and in a row. Making an Intl object is slow, so each is made once.

export type Names = {
  /** Which of two comes first, figures in them as numbers: Chinese names by pinyin. */
  readonly compare: (one: string, other: string) => number;
  /** `Liu, Okafor and Tanaka`, `刘、王和张`. */
  readonly list: (names: readonly string[]) => string;
};

const made = new Map<string, Names>();

/** Order and enumeration as a language has them. */
export function namesIn(language: string): Names {
  let found = made.get(language);
  if (!found) {
    // British English, as in dates: no comma before the last of several.
    const locale = language === 'en' ? 'en-GB' : language;
    const collator = new Intl.Collator(locale, { numeric: true });
    const row = new Intl.ListFormat(locale, { type: 'conjunction' });
    found = { compare: collator.compare, list: (names) => row.format(names) };
    made.set(language, found);
  }
  return found;
}
