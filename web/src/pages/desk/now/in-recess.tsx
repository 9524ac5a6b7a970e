// In a recess: since when, and when it goes on.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { useDeskWords } from '../words.ts';
import { Countdown } from './countdown.tsx';

export function InRecess(): JSX.Element {
  const { formats } = useWords();
  const t = useDeskWords();
  const live = useLive();
  const lifecycle = () => live.view().meeting.lifecycle;
  const recess = () => lifecycle().recesses.at(-1);
  const time = (instant: string) => formats(lifecycle().timeZone).time(instant);
  return (
    <Show when={recess()}>
      {(now) => (
        <div data-part="before">
          <p data-part="status">{t('recess.since', { time: time(now().from) })}</p>
          <Show when={now().resumesAt} fallback={<h2>{t('recess.open')}</h2>}>
            {(at) => (
              <>
                <h2>{t('recess.until', { time: time(at()) })}</h2>
                <Countdown to={at()} />
              </>
            )}
          </Show>
          <Show when={now().reason}>
            <p>{now().reason}</p>
          </Show>
          <div data-part="deeds">
            <CommandButton command="resume-meeting" input={{}} size="large">
              {t('recess.resume')}
            </CommandButton>
          </div>
        </div>
      )}
    </Show>
  );
}
