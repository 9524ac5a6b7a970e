// I have the floor: the clock where I can see it, and one press to yield.

import type { Speech } from '@rostrum/events';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { speechClock } from '../../../meeting/speech-clock.ts';
import { Button } from '../../../ui/button.tsx';
import { Clock } from '../../../ui/clock.tsx';
import { createGiving } from '../giving.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

export function Speaking(props: { readonly speech: Speech; readonly paused: boolean }): JSX.Element {
  const { t, r } = useRoomWords();
  const { live } = useRoom();
  const time = createMemo(() => speechClock(props.speech, live.serverNow()));
  const yielding = createGiving('yield-floor', () => ({ speechId: props.speech.speechId }));
  return (
    <div data-part="row">
      <p data-part="state" data-speaking data-clock={time().state}>
        <strong>{r(props.paused ? 'bar.paused' : 'bar.speaking')}</strong>
        <span data-part="time">
          <Clock seconds={time().spoken} over={time().state === 'over'} label={t('speech.spoken')} />
          <Show when={time().limit}>{(limit) => <span>{t('speech.of', { limit: clock(limit()) })}</span>}</Show>
          <Show when={time().state === 'ending'}>
            <em>{t('speech.ending')}</em>
          </Show>
        </span>
      </p>
      <Button variant="primary" size="large" action={yielding} refusal="over">
        {r('bar.yield')}
      </Button>
    </div>
  );
}
