// What a dictionary is, and how an entry becomes a sentence: slots in braces are filled, counts choose their form.

import type { en } from './en.ts';

/** The languages that minutes are written in, with the name each has for itself. */
export const languages = { en: 'English', 'zh-CN': '简体中文' } as const;
export type Language = keyof typeof languages;

/** The language of the minutes that a reader begins with: their own, or English where none are written in it. */
export const recordLanguage = (tag: string): Language => (Object.hasOwn(languages, tag) ? (tag as Language) : 'en');

/** A sentence, or its forms by the plural rule of `{count}` (CLDR: `one`, `other`). Slots stand in braces: `{title}`. */
export type Entry = string | { readonly one?: string; readonly other: string };

export type Key = keyof typeof en;

/** Another language's words for an area of the English dictionary: the same keys. */
export type DictionaryOf<English> = { readonly [K in keyof English]: Entry };

/** A dictionary with every key of the English one. */
export type Dictionary = DictionaryOf<typeof en>;

type SlotsOf<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | SlotsOf<Rest> : never;
type Sentences<E> = E extends string ? E : E extends Readonly<Record<string, string>> ? E[keyof E] : never;

/** The slots of a key's English entry; the others have the same ones (`words.test.ts`). */
export type Slots<K extends Key> = SlotsOf<Sentences<(typeof en)[K]>>;

/** What a call of `t` gives beside the key: nothing where the entry has no slot. Numbers are written as the language writes them. */
type FillingOf<English> = [SlotsOf<Sentences<English>>] extends [never]
  ? []
  : [filling: { readonly [S in SlotsOf<Sentences<English>>]: string | number }];
export type Filling<K extends Key> = FillingOf<(typeof en)[K]>;

/** The words of one language for the keys of an English dictionary, or of an area of it: `t('list.upcoming', { count: 3 })`. */
export type TranslateOf<English> = <K extends keyof English>(key: K, ...filling: FillingOf<English[K]>) => string;
export type Translate = TranslateOf<typeof en>;

/** Makes the `t` of a dictionary. */
export const translator = (language: string, dictionary: Dictionary): Translate =>
  translatorOf<typeof en>(language, dictionary);

/** Makes the `t` of an area that has a dictionary of its own (`area.tsx`). */
export function translatorOf<English>(
  language: string,
  dictionary: DictionaryOf<NoInfer<English>>,
): TranslateOf<English> {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (key, ...[filling]) => {
    const values = filling as Readonly<Record<string, string | number>> | undefined;
    return fill(formOf(dictionary[key], values?.['count'], plural), (slot) => {
      const value = values?.[slot];
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
}

/** The entry's sentence for a count. */
function formOf(entry: Entry, count: string | number | undefined, plural: Intl.PluralRules): string {
  if (typeof entry === 'string') return entry;
  return typeof count === 'number' && plural.select(count) === 'one' ? (entry.one ?? entry.other) : entry.other;
}

/** A template with its slots filled; a slot without a value stays as it is written. */
export const fill = (template: string, value: (slot: string) => string | undefined): string =>
  template.replaceAll(/\{(\w+)\}/g, (written, slot: string) => value(slot) ?? written);
