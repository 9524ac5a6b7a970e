// The words of a screen, in the language of the meeting; where the meeting has two, in both, the first one larger. Times
// are those of the meeting's time zone.

import { createContext, createResource, For, Show, useContext } from 'solid-js';
import type { Accessor, JSX } from 'solid-js';
import { formats } from '../../i18n/format.ts';
import type { Formats } from '../../i18n/format.ts';
import type { Areas } from '../../i18n/language-file.ts';
import { speak } from '../../i18n/language.tsx';
import { chooseLanguage, languages } from '../../i18n/languages.ts';
import { translatorOf } from '../../i18n/words.ts';
import type { TranslateOf } from '../../i18n/words.ts';

/** One language of a screen. */
export type Voice = {
  readonly language: string;
  readonly s: TranslateOf<Areas['screen']>;
  readonly formats: Formats;
};

/**
 * The languages of a screen: those of the meeting that the pages speak, two at most; else the reader's own.
 * @param asked the one language that somebody chose for this screen
 */
export function voicesFor(ofMeeting: readonly string[], own: string, asked: string | undefined): readonly string[] {
  if (asked !== undefined && languages.has(asked)) return [asked];
  const known = ofMeeting.flatMap((tag) => {
    const near = chooseLanguage(languages, [tag]);
    // English stands in for what nobody speaks: only where it was asked for is it meant.
    return near === 'en' && !/^en(-|$)/.test(tag) ? [] : [near];
  });
  return known.length > 0 ? [...new Set(known)].slice(0, 2) : [own];
}

const VoicesContext = createContext<Accessor<readonly Voice[]>>();

/** The languages of the screen, the first one first; never empty. Throws outside of one. */
export function useVoices(): Accessor<readonly Voice[]> {
  const voices = useContext(VoicesContext);
  if (!voices) throw new Error('The words of a screen are used outside of it.');
  return voices;
}

/** Fetches the words, then shows what stands in it. */
export function ScreenWords(props: {
  readonly languages: readonly string[];
  readonly timeZone: string | undefined;
  readonly children: JSX.Element;
}): JSX.Element {
  const [loaded] = createResource(
    () => props.languages.join(' '),
    (joined) =>
      Promise.all(
        joined.split(' ').map(async (language) => {
          const { file } = await speak(language);
          return { language, s: translatorOf<Areas['screen']>(language, await file.areas.screen()) };
        }),
      ),
  );
  const voices = () => loaded.latest!.map((voice) => ({ ...voice, formats: formats(voice.language, props.timeZone) }));
  return (
    <Show when={loaded.latest !== undefined}>
      <VoicesContext.Provider value={voices}>{props.children}</VoicesContext.Provider>
    </Show>
  );
}

/** A sentence in each language of the screen. */
export function Said(props: { readonly children: (voice: Voice) => string }): JSX.Element {
  const voices = useVoices();
  return (
    <span data-part="said">
      <For each={voices()}>{(voice) => <span lang={voice.language}>{props.children(voice)}</span>}</For>
    </span>
  );
}
