// The other language, one press away, in its own words. Where there are more than two, the menu beside it has them all.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../api/action.ts';
import { useWords } from '../i18n/language.tsx';
import { languageName, languages, shortLanguageName } from '../i18n/languages.ts';
import { Button } from '../ui/button.tsx';

export function LanguageSwitch(): JSX.Element {
  const { language, setLanguage } = useWords();
  const others = () => [...languages.keys()].filter((tag) => tag !== language());
  return <Show when={others().length === 1 ? others()[0] : undefined}>{(other) => <Switch to={other()} />}</Show>;

  function Switch(props: { readonly to: string }): JSX.Element {
    const change = createAction(() => setLanguage(props.to));
    return (
      <Button
        variant="quiet"
        size="small"
        action={change}
        refusal="over"
        lang={props.to}
        aria-label={`${shortLanguageName(props.to)} ${languageName(props.to)}`}
      >
        {shortLanguageName(props.to)}
      </Button>
    );
  }
}
