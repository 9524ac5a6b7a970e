// The speeches so far: who spoke under which item, from when, how long, with how many points.

import { spokenSecondsOf } from '@rostrum/events';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { personOf } from '../../../meeting/people.ts';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import { PaperSection } from './section.tsx';

export function Speeches(): JSX.Element {
  const { t: common, formats } = useWords();
  const t = useDeskWords();
  const live = useLive();
  const meeting = () => live.view().meeting;
  const finished = createMemo(() => meeting().floor.finished.values().toReversed());
  return (
    <PaperSection title={t('speeches.title')} count={finished().length} atHand={false}>
      <Show when={finished().length > 0} fallback={<p data-part="none">{t('speeches.none')}</p>}>
        <ul>
          <For each={finished()}>
            {(speech) => (
              <li>
                <div data-part="paper">
                  <strong>{personOf(meeting(), speech.speakerId)?.name ?? speech.speakerId}</strong>
                  <span>{clock(spokenSecondsOf(speech, speech.to ?? speech.from))}</span>
                </div>
                <p data-part="about">
                  {[
                    formats(meeting().lifecycle.timeZone).time(speech.from),
                    common(`request.${speech.kind}`),
                    meeting().agenda.items.get(speech.itemId)?.title ?? '',
                    t('speeches.points', { count: speech.points.length }),
                    ...(speech.takenBackBecause === null ? [] : [t('speeches.takenBack')]),
                  ].join(' · ')}
                </p>
                <div data-part="deeds">
                  <FormButton command="summarize-speech" given={{ speechId: speech.speechId }}>
                    {t('speeches.write')}
                  </FormButton>
                </div>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </PaperSection>
  );
}
