// The words in which things of the meeting are told apart where one of them is chosen.

import { useWords } from '../../../i18n/language.tsx';
import type { Key } from '../../../i18n/words.ts';
import { useLive } from '../../../live/use-live.tsx';
import type { OptionKey, OptionWords } from '../../../meeting/form/options.ts';
import { useDeskWords } from '../words.ts';

const isCommon = (key: OptionKey): key is Extract<OptionKey, Key> => /^(?:item|request|capacity)\./.test(key);

/** Gives the words of `optionsFor` in the reader's language. */
export function useOptionWords(): OptionWords {
  const { t, formats, names } = useWords();
  const own = useDeskWords();
  const live = useLive();
  return {
    word: (key) => (isCommon(key) ? t(key) : own(key)),
    time: (instant) => formats(live.view().meeting.lifecycle.timeZone).time(instant),
    compare: (one, other) => names().compare(one, other),
  };
}
