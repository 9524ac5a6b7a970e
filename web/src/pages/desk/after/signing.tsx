// Signing the minutes: the text is read in each language of the meeting, and what is signed is its digest.

import { createResource, For, Match, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { asProblem } from '../../../api/problem.ts';
import { useSession } from '../../../api/session.tsx';
import { useWords } from '../../../i18n/language.tsx';
import { languages } from '../../../i18n/words.ts';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { StateLoading } from '../../../ui/state-loading.tsx';
import { StateProblem } from '../../../ui/state-problem.tsx';
import { useDeskWords } from '../words.ts';

type Texts = { readonly texts: { language: string; sha256: string }[] };

const OFFICES = ['secretary', 'chair'] as const;

export default function Signing(props: { readonly onDone: () => void }): JSX.Element {
  const { t: common } = useWords();
  const t = useDeskWords();
  const live = useLive();
  const { client } = useSession();
  const base = () => `/api/meetings/${encodeURIComponent(live.meetingId)}`;
  const [toSign, { refetch }] = createResource(() => client.get<Texts>(`${base()}/minutes-to-sign`));
  const nameOf = (tag: string) => (Object.hasOwn(languages, tag) ? languages[tag as keyof typeof languages] : tag);
  return (
    <Switch
      fallback={
        <div data-component="command-form">
          <p>{t('signing.what')}</p>
          <ul data-component="texts">
            <For each={toSign()?.texts}>
              {(text) => (
                <li>
                  <a
                    href={`${base()}/minutes.html?language=${encodeURIComponent(text.language)}`}
                    target="_blank"
                    rel="noopener"
                  >
                    {t('signing.read', { language: nameOf(text.language) })}
                  </a>
                  <code>{text.sha256}</code>
                </li>
              )}
            </For>
          </ul>
          <div data-part="last">
            <For each={OFFICES}>
              {(office) => (
                <CommandButton
                  command="sign-minutes"
                  input={{ office, texts: toSign()?.texts ?? [] }}
                  variant="primary"
                  onDone={() => props.onDone()}
                >
                  {t('signing.as', { office: common(`office.${office}`) })}
                </CommandButton>
              )}
            </For>
          </div>
        </div>
      }
    >
      <Match when={toSign.error}>
        <StateProblem problem={asProblem(toSign.error)} onRetry={() => void refetch()} />
      </Match>
      <Match when={toSign.loading}>
        <StateLoading />
      </Match>
    </Switch>
  );
}
