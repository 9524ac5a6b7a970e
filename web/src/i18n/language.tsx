// The language of the reader: chosen once, remembered on this device, and changed without loading the page again.

import { batch, createContext, createEffect, createSignal, useContext } from 'solid-js';
import type { Accessor, JSX } from 'solid-js';
import { remembered, remember } from '../memory.ts';
import { formats } from './format.ts';
import type { Formats } from './format.ts';
import type { LanguageFile } from './language-file.ts';
import { chooseLanguage, languages } from './languages.ts';
import { namesIn } from './names.ts';
import type { Names } from './names.ts';
import { translator } from './words.ts';
import type { Translate } from './words.ts';

/** A language, by its tag, with its file at hand. */
export type Speaking = { readonly language: string; readonly file: LanguageFile };

/** The language chosen on this device, else the first the browser asks for that the pages speak, else English. */
export function preferredLanguage(asked: readonly string[] = navigator.languages): string {
  const chosen = remembered('language') ?? '';
  return languages.has(chosen) ? chosen : chooseLanguage(languages, asked);
}

/** Loads a language. Rejects where its file cannot be fetched. @throws RangeError for a language that is not spoken */
export async function speak(language: string): Promise<Speaking> {
  const load = languages.get(language);
  if (!load) throw new RangeError(`The pages do not speak ${language}.`);
  const file = await load();
  file.loadFaces?.();
  return { language, file };
}

export type Words = {
  /** `t('list.title')`; reads again when the language changes. */
  readonly t: Translate;
  readonly language: Accessor<string>;
  /** The language with its file: where the words of an area are. */
  readonly speaking: Accessor<Speaking>;
  /** Switches and remembers. Rejects, and leaves the language as it was, where its file cannot be fetched. */
  readonly setLanguage: (language: string) => Promise<void>;
  /** Dates, times, durations and numbers in the language; dates and times in the given IANA time zone, else the reader's own. */
  readonly formats: (timeZone?: string) => Formats;
  /** Names in order and in a row, as the language has them. */
  readonly names: () => Names;
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
  const translate = () => translator(language(), speaking().file.words);
  const [t, setT] = createSignal<Translate>(translate());

  createEffect(() => {
    document.documentElement.lang = language();
  });

  const words: Words = {
    t: (key, ...filling) => t()(key, ...filling),
    language,
    speaking,
    setLanguage: async (next) => {
      const loaded = await speak(next);
      remember('language', next);
      batch(() => {
        setSpeaking(loaded);
        setT(() => translate());
      });
    },
    formats: (timeZone) => formats(language(), timeZone),
    names: () => namesIn(language()),
  };
  return <WordsContext.Provider value={words}>{props.children}</WordsContext.Provider>;
}
