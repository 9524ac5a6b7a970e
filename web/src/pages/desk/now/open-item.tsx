// While the meeting is open: the item that is taken up, who has the floor, what is said, and everything that is done under it.

import { createMemo, onCleanup, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { useMarks } from '../../../meeting/marks.ts';
import { personOf } from '../../../meeting/people.ts';
import { SpeechTime } from '../../../meeting/speech-time.tsx';
import { StagePlace } from '../../../meeting/stage-place.tsx';
import { useDesk } from '../desk-context.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import { GiveFloor } from './give-floor.tsx';
import { SpeechDeeds } from './speech-deeds.tsx';

export function OpenItem(): JSX.Element {
  const live = useLive();
  const desk = useDesk();
  const watch = (stage: HTMLElement) => {
    const observer = new IntersectionObserver(([seen]) => desk.setStageInSight(seen?.isIntersecting ?? true));
    observer.observe(stage);
    onCleanup(() => {
      observer.disconnect();
      desk.setStageInSight(true);
    });
  };
  const speech = () => live.view().meeting.floor.speech;
  return (
    <>
      <ItemHeading />
      <div ref={watch}>
        <StagePlace>
          <Show when={speech()} fallback={<GiveFloor />}>
            {(running) => (
              <>
                <SpeechTime speech={running()} />
                <SpeechDeeds speech={running()} />
              </>
            )}
          </Show>
        </StagePlace>
      </div>
    </>
  );
}

/** The open item with what ends it; without one, what would be called next. */
function ItemHeading(): JSX.Element {
  const { t } = useWords();
  const own = useDeskWords();
  const live = useLive();
  const marks = useMarks();
  const agenda = () => live.view().meeting.agenda;
  const open = createMemo(() => {
    const itemId = agenda().open;
    return itemId === null ? undefined : agenda().items.get(itemId);
  });
  const next = createMemo(() => agenda().order.find((itemId) => agenda().items.get(itemId)?.status === 'planned'));
  const names = (presenters: readonly string[]) =>
    presenters.map((rosterId) => personOf(live.view().meeting, rosterId)?.name ?? rosterId);
  return (
    <Show
      when={open()}
      fallback={
        <header data-part="item">
          <p data-part="kind">{own('now.noItem')}</p>
          <h2>
            <Show when={next()} fallback={own('now.agendaDone')}>
              {(itemId) => own('now.next', { title: agenda().items.get(itemId())?.title ?? '' })}
            </Show>
          </h2>
          <div data-part="deeds">
            <Show
              when={next()}
              fallback={
                <FormButton command="close-meeting" variant="plain" size="medium" whatever>
                  {own('bar.close')}
                </FormButton>
              }
            >
              {(itemId) => (
                <CommandButton
                  command="call-item"
                  input={{ itemId: itemId() }}
                  keyboard="c"
                  keyLabel={own('agenda.callNext')}
                >
                  {own('agenda.callNext')}
                </CommandButton>
              )}
            </Show>
          </div>
        </header>
      }
    >
      {(item) => (
        <header data-part="item" data-marked={marks.by(item().itemId)}>
          <p data-part="kind">
            {[
              `${agenda().order.indexOf(item().itemId) + 1}`,
              t(`kind.${item().kind}`),
              ...names(item().presenters),
            ].join(' · ')}
          </p>
          <h2>{item().title}</h2>
          <div data-part="deeds">
            <CommandButton
              command="conclude-item"
              input={{ itemId: item().itemId }}
              keyboard="d"
              keyLabel={own('agenda.conclude')}
            >
              {own('agenda.conclude')}
            </CommandButton>
            <FormButton command="conclude-item" given={{ itemId: item().itemId }} size="medium">
              {own('agenda.concludeWith')}
            </FormButton>
            <FormButton command="defer-item" given={{ itemId: item().itemId }} size="medium">
              {own('agenda.defer')}
            </FormButton>
          </div>
        </header>
      )}
    </Show>
  );
}
