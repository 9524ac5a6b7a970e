// The place of the stage: who has the floor, large, on the desk and in the room. The picture of the meeting will stand in it
// above the words; whatever shows it is given as `picture`, and nothing is left open where there is none.

import { openPause } from '@rostrum/events';
import { createMemo, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import { useLive } from '../live/use-live.tsx';
import { Badge } from '../ui/badge.tsx';
import { useMarks } from './marks.ts';
import { personOf } from './people.ts';
import type { Person } from './people.ts';
import './stage-place.css';

export type StagePlaceProps = {
  readonly picture?: JSX.Element;
  /** What stands beside the name: the clock, the buttons of the desk. */
  readonly children?: JSX.Element;
};

export function StagePlace(props: StagePlaceProps): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const marks = useMarks();
  const speech = () => live.view().meeting.floor.speech;
  const shown = (rosterId: string | null | undefined): Person | undefined =>
    rosterId ? personOf(live.view().meeting, rosterId) : undefined;
  const speaker = createMemo(() => shown(speech()?.speakerId));
  const pause = () => {
    const running = speech();
    return running ? openPause(running) : undefined;
  };
  const questioner = createMemo(() => shown(pause()?.questionerId));

  return (
    <section data-component="stage-place" data-held={speech() ? '' : undefined} aria-label={t('stage.label')}>
      {props.picture}
      <div data-part="words" data-marked={marks.by(speech()?.speechId)}>
        <Show when={speech()} fallback={<p data-part="nobody">{t('meeting.nobodySpeaks')}</p>}>
          {(running) => (
            <div data-part="holder" aria-live="polite">
              <Switch fallback={<Badge tone="live">{t(`stage.has.${running().kind}`)}</Badge>}>
                <Match when={questioner()}>
                  <Badge tone="live">{t('stage.asks')}</Badge>
                </Match>
                <Match when={pause()}>
                  <Badge tone="waiting">{t('stage.question')}</Badge>
                </Match>
              </Switch>
              <Who person={questioner() ?? speaker()} fallback={running().speakerId} />
              <Show when={questioner()}>
                <p data-part="interrupted">{t('stage.interrupts', { name: speaker()?.name ?? running().speakerId })}</p>
              </Show>
            </div>
          )}
        </Show>
        {props.children}
      </div>
    </section>
  );
}

/** Characters beyond which a name, mostly that of a body, is written smaller. */
const LONG = 28;

function Who(props: { readonly person: Person | undefined; readonly fallback: string }): JSX.Element {
  const name = () => props.person?.name ?? props.fallback;
  return (
    <>
      <p data-part="name" data-long={name().length > LONG ? '' : undefined}>
        {name()}
      </p>
      <Show when={props.person}>
        {(person) => (
          <p data-part="about">
            <Show when={person().title}>
              <span>{person().title}</span>
            </Show>
            <span>{person().unit}</span>
          </p>
        )}
      </Show>
    </>
  );
}
