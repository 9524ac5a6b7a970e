// Words of pages that not everybody opens: they are fetched with the page, so that whoever never goes there does not load
// them. An area has its own files in `en/` and `zh-CN/`, and its own `t`.

import { createContext, createResource, Show, useContext } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from './language.tsx';
import { translatorOf } from './words.ts';
import type { DictionaryOf, Language, TranslateOf } from './words.ts';

export type Area<English> = {
  /** Fetches the area's words, then shows what stands in it; what is shown stays while another language is fetched. */
  readonly AreaWords: (props: { readonly children: JSX.Element }) => JSX.Element;
  /** The words, for every component below. Throws where nobody provides them. */
  readonly useAreaWords: () => TranslateOf<English>;
};

/** Makes an area from what fetches its dictionary in each language. */
export function defineArea<English>(
  load: Readonly<Record<Language, () => Promise<DictionaryOf<English>>>>,
): Area<English> {
  const AreaContext = createContext<TranslateOf<English>>();

  function AreaWords(props: { readonly children: JSX.Element }): JSX.Element {
    const { language } = useWords();
    const [words] = createResource(language, async (chosen) => ({
      t: translatorOf<English>(chosen, await load[chosen]()),
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
