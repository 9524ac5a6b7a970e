// Words of pages that not everybody opens: they are fetched with the page, so that whoever never goes there does not load
// them. An area has its own files in `en/` and `zh-CN/`, and its own `t`.

import { createContext, createResource, Show, useContext } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from './language.tsx';
import { translatorOf } from './words.ts';
import type { AreaName, Areas } from './language-file.ts';
import { languages } from './languages.ts';
import type { TranslateOf } from './words.ts';

export type Area<English> = {
  /** Fetches the area's words, then shows what stands in it; what is shown stays while another language is fetched. */
  readonly AreaWords: (props: { readonly children: JSX.Element }) => JSX.Element;
  /** The words, for every component below. Throws where nobody provides them. */
  readonly useAreaWords: () => TranslateOf<English>;
};

/** Makes an area from its name. */
export function defineArea<Name extends AreaName>(name: Name): Area<Areas[Name]> {
  type English = Areas[Name];
  const AreaContext = createContext<TranslateOf<English>>();

  function AreaWords(props: { readonly children: JSX.Element }): JSX.Element {
    const { speaking } = useWords();
    const [words] = createResource(speaking, async ({ language, file }) => ({
      t: translatorOf<English>(language, await file.areas[name]()),
    }));
    const t: TranslateOf<English> = (key, ...filling) => words.latest!.t(key, ...filling);
    return (
      <Show when={words.latest !== undefined}>
        <AreaContext.Provider value={t}>{props.children}</AreaContext.Provider>
      </Show>
    );
  }

  return {
    AreaWords,
    useAreaWords: () => {
      const t = useContext(AreaContext);
      if (!t) throw new Error('The words of an area are used outside of it.');
      return t;
    },
  };
}

/** Fetches an area's words before anybody shows them. A failure is not of now: the area asks again. */
export function fetchAhead(name: AreaName, language: string): void {
  const words = languages
    .get(language)?.()
    .then(({ areas }): Promise<unknown> => areas[name]());
  words?.catch(() => {});
}
