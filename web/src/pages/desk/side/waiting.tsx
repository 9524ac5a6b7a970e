// Who waits for the floor, in the order in which the queue is worked, and the floor for anybody else by name.

import { unitTimes, waiting } from '@rostrum/events';
import type { Discipline } from '@rostrum/events';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../../api/action.ts';
import { clock } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { createDeed } from '../../../meeting/deed.ts';
import { useReason } from '../../../meeting/reasons.ts';
import { unitName } from '../../../meeting/people.ts';
import { Select } from '../../../ui/inputs.tsx';
import { useDesk } from '../desk-context.tsx';
import { FormButton } from '../form/form-button.tsx';
import { Refused } from '../form/refused.tsx';
import { MINUTES, speakingTimeOf } from '../now/speaking-time.ts';
import { useDeskWords } from '../words.ts';
import { GiveByName } from './give-by-name.tsx';
import { Hand } from './hand.tsx';
import './side.css';

const DISCIPLINES = ['first-come', 'precedence', 'quiet-first', 'chair'] as const satisfies readonly Discipline[];

export function Waiting(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const queue = createMemo(() => waiting(live.view().meeting).map(({ requestId }) => requestId));
  return (
    <section data-component="desk-waiting" aria-labelledby="desk-waiting">
      <header>
        <h2 id="desk-waiting">{t('waiting.title')}</h2>
        <span data-part="count" aria-live="polite">
          {t('waiting.count', { count: queue().length })}
        </span>
      </header>
      <Show when={queue().length > 0} fallback={<p data-part="none">{t('waiting.none')}</p>}>
        <ol>
          <For each={queue()}>
            {(requestId, place) => (
              <Hand
                requestId={requestId}
                number={place() + 1}
                before={queue()[place() - 1]}
                afterNext={queue()[place() + 2] ?? null}
                last={place() === queue().length - 1}
              />
            )}
          </For>
        </ol>
      </Show>
      <GiveByName />
      <HowItIsWorked />
      <Budgets />
    </section>
  );
}

function HowItIsWorked(): JSX.Element {
  const { t } = useWords();
  const own = useDeskWords();
  const live = useLive();
  const desk = useDesk();
  const reasonFor = useReason();
  const now = () => live.view().meeting.floor.discipline;
  /** Asked with another than holds now: what holds already would never be refused. */
  const other = createDeed('set-queue-discipline', () => ({
    discipline: now() === 'chair' ? ('first-come' as const) : ('chair' as const),
  }));
  const reason = () => {
    const refusal = other.refusal();
    return refusal ? reasonFor(refusal) : undefined;
  };
  let wanted: Discipline = 'first-come';
  const choose = createAction((key) => live.send('set-queue-discipline', { discipline: wanted }, key));
  return (
    <div data-part="how">
      <Select
        label={own('waiting.discipline')}
        value={now()}
        disabled={reason() !== undefined}
        hint={reason()}
        onValue={(value) => {
          wanted = DISCIPLINES.find((known) => known === value) ?? 'first-come';
          void choose.run();
        }}
        choices={DISCIPLINES.map((value) => ({ value, label: t(`discipline.${value}`) }))}
      />
      <Select
        label={own('waiting.time')}
        value={String(desk.speakingTime())}
        onValue={(value) => desk.setSpeakingTime(speakingTimeOf(value))}
        choices={[
          { value: 'planned', label: own('waiting.time.planned') },
          { value: 'none', label: own('waiting.time.none') },
          ...MINUTES.map((minutes) => ({
            value: String(minutes),
            label: own('waiting.time.minutes', { count: minutes }),
          })),
        ]}
      />
      <Refused action={choose} />
    </div>
  );
}

/** What is left of each unit's time. */
function Budgets(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const times = createMemo(() => unitTimes(live.view().meeting, new Date(live.serverNow()).toISOString()));
  return (
    <>
      <ul data-part="budgets">
        <For each={times()}>
          {(time) => (
            <li data-over={time.leftSeconds < 0 ? '' : undefined}>
              <span title={time.unit}>{unitName(time.unit)}</span>
              <span>
                {t(time.leftSeconds < 0 ? 'waiting.over' : 'waiting.left', {
                  time: clock(Math.abs(time.leftSeconds)),
                  of: clock(time.limitSeconds),
                })}
              </span>
            </li>
          )}
        </For>
      </ul>
      <FormButton command="set-unit-budget">{t('waiting.budget')}</FormButton>
    </>
  );
}
