// The other language, one press away, in its own words.

import type { JSX } from 'solid-js';
import { createAction } from '../api/action.ts';
import { useWords } from '../i18n/language.tsx';
import { languages } from '../i18n/words.ts';
import type { Language } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';

/** What stands on the button, short enough for a phone. */
const short: Readonly<Record<Language, string>> = { en: 'EN', 'zh-CN': '中文' };

export function LanguageSwitch(): JSX.Element {
  const { language, setLanguage } = useWords();
  const other = (): Language => (language() === 'en' ? 'zh-CN' : 'en');
  const change = createAction(() => setLanguage(other()));
  return (
    <Button
      variant="quiet"
      size="small"
      action={change}
      refusal="over"
      lang={other()}
      aria-label={`${short[other()]} ${languages[other()]}`}
    >
      {short[other()]}
    </Button>
  );
}
