// The clock of the speech under way, large: how long it has lasted, of how long, and by how much it is over.

import type { Speech } from '@rostrum/events';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../i18n/format.ts';
import { useWords } from '../i18n/language.tsx';
import { useLive } from '../live/use-live.tsx';
import { Clock } from '../ui/clock.tsx';
import { Progress } from '../ui/progress.tsx';
import { speechClock } from './speech-clock.ts';
import './speech-time.css';

export function SpeechTime(props: { readonly speech: Speech }): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const now = createMemo(() => speechClock(props.speech, live.serverNow()));
  const overBy = () => Math.max(0, -(now().left ?? 0));
  return (
    <div data-component="speech-time" data-state={now().state}>
      <p data-part="figures">
        <Clock size="large" seconds={now().spoken} over={now().state === 'over'} label={t('speech.spoken')} />
        <Show when={now().limit}>
          {(limit) => <span data-part="of">{t('speech.of', { limit: clock(limit()) })}</span>}
        </Show>
        <Show when={now().state === 'over'}>
          <strong data-part="over">{t('speech.over', { time: clock(overBy()) })}</strong>
        </Show>
        <Show when={now().state === 'ending'}>
          <strong data-part="ending">{t('speech.ending')}</strong>
        </Show>
        <Show when={now().pausedFor !== null}>
          <strong data-part="paused">{t('speech.paused', { time: clock(now().pausedFor ?? 0) })}</strong>
        </Show>
      </p>
      <Show when={now().limit}>
        {(limit) => (
          <Progress
            label={t('speech.time')}
            value={now().spoken}
            whole={limit()}
            text={`${clock(now().spoken)} ${t('speech.of', { limit: clock(limit()) })}`}
          />
        )}
      </Show>
    </div>
  );
}
