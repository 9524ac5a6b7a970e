// The language of the reader: chosen once, remembered on this device, and changed without loading the page again.

import { batch, createContext, createEffect, createSignal, useContext } from 'solid-js';
import type { Accessor, JSX } from 'solid-js';
import { remembered, remember } from '../memory.ts';
import { loadHanFaces } from '../styles/han.ts';
import { formats } from './format.ts';
import type { Formats } from './format.ts';
import { languages, translator } from './words.ts';
import type { Dictionary, Language, Translate } from './words.ts';

/** A language with its dictionary at hand. */
export type Speaking = { readonly language: Language; readonly dictionary: Dictionary };

const dictionaries: Readonly<Record<Language, () => Promise<Dictionary>>> = {
  en: async () => (await import('./en.ts')).en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
};

const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);

/** The language chosen on this device, else the first the browser asks for that the house speaks, else English. */
export function preferredLanguage(asked: readonly string[] = navigator.languages): Language {
  const chosen = remembered('language') ?? '';
  if (isLanguage(chosen)) return chosen;
  for (const tag of asked) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'en';
}

/** Loads a language's dictionary. Rejects where it cannot be fetched. */
export async function speak(language: Language): Promise<Speaking> {
  if (language === 'zh-CN') loadHanFaces();
  return { language, dictionary: await dictionaries[language]() };
}

export type Words = {
  /** `t('list.title')`; reads again when the language changes. */
  readonly t: Translate;
  readonly language: Accessor<Language>;
  /** Switches and remembers. Rejects, and leaves the language as it was, where the dictionary cannot be fetched. */
  readonly setLanguage: (language: Language) => Promise<void>;
  /** Dates, times, durations and numbers in the language; dates and times in the given IANA time zone, else the reader's own. */
  readonly formats: (timeZone?: string) => Formats;
};

const WordsContext = createContext<Words>();

/** The words, for every component below. Throws where nobody provides them. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords is called outside of LanguageProvider.');
  return words;
}

export function LanguageProvider(props: { readonly initially: Speaking; readonly children: JSX.Element }): JSX.Element {
  // The first language is what the page was started with; later ones come through setLanguage.
  const [speaking, setSpeaking] = createSignal(props.initially);
  const language = () => speaking().language;
  const translate = () => translator(language(), speaking().dictionary);
  const [t, setT] = createSignal<Translate>(translate());

  createEffect(() => {
    document.documentElement.lang = language();
  });

  const words: Words = {
    t: (key, ...filling) => t()(key, ...filling),
    language,
    setLanguage: async (next) => {
      const loaded = await speak(next);
      remember('language', next);
      batch(() => {
        setSpeaking(loaded);
        setT(() => translate());
      });
    },
    formats: (timeZone) => formats(language(), timeZone),
  };
  return <WordsContext.Provider value={words}>{props.children}</WordsContext.Provider>;
}
