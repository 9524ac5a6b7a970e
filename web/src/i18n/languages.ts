// The languages that the pages speak, found by their files: adding one is adding `languages/<tag>.ts`.

import type { LanguageFile } from './language-file.ts';

/** Tags of languages (BCP 47), each with what fetches its file. */
export type Languages = ReadonlyMap<string, () => Promise<LanguageFile>>;

/** Languages by the paths of their files: `./languages/zh-CN.ts` is `zh-CN`. */
export const languagesIn = (files: Readonly<Record<string, () => Promise<LanguageFile>>>): Languages =>
  new Map(
    Object.entries(files).map(([path, load]) => [path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.')), load]),
  );

export const languages: Languages = languagesIn(
  import.meta.glob<LanguageFile>('./languages/*.ts', { import: 'language' }),
);

/** What a language calls itself, with its script where it has a name for the two: `English`, `简体中文`. */
export function languageName(tag: string): string {
  const names = new Intl.DisplayNames([tag], { type: 'language' });
  const { language, script } = new Intl.Locale(tag).maximize();
  const withScript = script ? names.of(`${language}-${script}`) : undefined;
  return withScript && !/[()（）]/.test(withScript) ? withScript : (names.of(language) ?? tag);
}

/** The same, short enough for a button on a phone: `EN`, `中文`. */
export function shortLanguageName(tag: string): string {
  const { language } = new Intl.Locale(tag);
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(language) ?? tag;
  return name.length > 3 ? language.toUpperCase() : name;
}

/**
 * The first of the languages asked for that is spoken: by its tag, else in the same script, else at all. English where
 * none is.
 * @param asked tags as a browser sends them, the most wanted first
 */
export function chooseLanguage(spoken: Languages, asked: readonly string[]): string {
  const full = (tag: string) => new Intl.Locale(tag).maximize();
  for (const wanted of asked.flatMap(localeOf)) {
    const near = [...spoken.keys()].filter((tag) => full(tag).language === wanted.language);
    const { script } = wanted.maximize();
    const found = near.find((tag) => tag === wanted.toString()) ?? near.find((tag) => full(tag).script === script);
    if (near[0] !== undefined) return found ?? near[0];
  }
  return 'en';
}

/** No locale where the text is no tag at all: a browser may be told anything. */
function localeOf(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)];
  } catch {
    return [];
  }
}
