// What can be done with the speech under way: more time, an interposed question, the end of it.

import { openPause, waiting } from '@rostrum/events';
import type { Speech } from '@rostrum/events';
import { createMemo, createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { everyone, personOf, unitName } from '../../../meeting/people.ts';
import { EXTENSION, speechClock } from '../../../meeting/speech-clock.ts';
import { Finder } from '../../../ui/finder.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';

const NOBODY = '';

export function SpeechDeeds(props: { readonly speech: Speech }): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const [named, setNamed] = createSignal<string | null>(null);
  const speechId = () => props.speech.speechId;
  const limit = createMemo(() => speechClock(props.speech, live.serverNow()).nextLimit);
  /** Whoever waits to ask, unless somebody else is named. */
  const questioner = createMemo(() => {
    const first = waiting(live.view().meeting).find(
      ({ kind, speakerId }) =>
        (kind === 'question' || kind === 'point-of-order') && speakerId !== props.speech.speakerId,
    );
    return named() ?? first?.speakerId ?? NOBODY;
  });
  const nameOf = (rosterId: string) =>
    rosterId === NOBODY ? t('floor.nobodyNamed') : (personOf(live.view().meeting, rosterId)?.name ?? rosterId);
  const questioners = createMemo(() => [
    { value: NOBODY, label: t('floor.nobodyNamed') },
    ...everyone(live.view().meeting)
      .filter(({ rosterId }) => rosterId !== props.speech.speakerId)
      .map(({ rosterId, name, unit }) => ({ value: rosterId, label: name, note: unitName(unit), words: unit })),
  ]);

  return (
    <div data-part="speech-deeds">
      <div data-part="deeds">
        <Show
          when={limit()}
          fallback={
            <CommandButton
              command="extend-floor"
              input={{ speechId: speechId(), limitSeconds: EXTENSION }}
              keyboard="e"
              keyLabel={t('floor.extend', { time: clock(EXTENSION) })}
            >
              {t('floor.extend', { time: clock(EXTENSION) })}
            </CommandButton>
          }
        >
          {(seconds) => (
            <CommandButton
              command="extend-floor"
              input={{ speechId: speechId(), limitSeconds: seconds() }}
              keyboard="e"
              keyLabel={t('floor.extendTo', { time: clock(seconds()) })}
            >
              {t('floor.extendTo', { time: clock(seconds()) })}
            </CommandButton>
          )}
        </Show>
        <Show
          when={openPause(props.speech)}
          fallback={
            <CommandButton
              command="pause-floor"
              input={{ speechId: speechId(), questionerId: questioner() || null }}
              keyboard="q"
              keyLabel={t('floor.question')}
              onDone={() => setNamed(null)}
            >
              {t('floor.question')}
            </CommandButton>
          }
        >
          <CommandButton
            command="resume-floor"
            input={{ speechId: speechId() }}
            keyboard="r"
            keyLabel={t('floor.resume')}
          >
            {t('floor.resume')}
          </CommandButton>
        </Show>
        <CommandButton command="yield-floor" input={{ speechId: speechId() }} keyboard="y" keyLabel={t('floor.yield')}>
          {t('floor.yield')}
        </CommandButton>
        <CommandButton
          command="take-back-floor"
          input={{ speechId: speechId() }}
          variant="danger"
          keyboard="backspace"
          keyLabel={t('floor.takeBack')}
        >
          {t('floor.takeBack')}
        </CommandButton>
      </div>
      <div data-part="aside">
        <Show when={!openPause(props.speech)}>
          <span data-part="questioner">
            <span>{t('floor.questioner')}</span>
            <Finder
              aria-label={t('floor.questioner')}
              options={questioners()}
              shown={nameOf(questioner())}
              empty={t('form.nothingFound')}
              onSelect={({ value }) => setNamed(value)}
            />
          </span>
        </Show>
        <FormButton command="extend-floor" given={{ speechId: speechId() }}>
          {t('floor.extendBy')}
        </FormButton>
        <FormButton command="take-back-floor" given={{ speechId: speechId() }}>
          {t('floor.takeBackWith')}
        </FormButton>
      </div>
    </div>
  );
}
