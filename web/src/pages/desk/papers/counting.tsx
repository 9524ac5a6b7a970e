// Counting hands, or ballots taken out of the box: three figures, or four.

import type { Tally } from '@rostrum/events';
import { createEffect, createSignal, For, on, Show, untrack } from 'solid-js';
import type { JSX } from 'solid-js';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { NumberInput } from '../../../ui/inputs.tsx';
import { useDeskWords } from '../words.ts';

const SIDES = ['for', 'against', 'abstain'] as const;
type Figures = Readonly<Record<keyof Tally, string>>;

const shown = (count: Tally | null): Figures => ({
  for: String(count?.for ?? ''),
  against: String(count?.against ?? ''),
  abstain: String(count?.abstain ?? ''),
  invalid: String(count?.invalid ?? ''),
});

/** What is not filled in counts as none; what is no number is sent as it is, to be refused. */
const figure = (text: string): number => (text.trim() === '' ? 0 : Number(text));

export function Counting(props: {
  readonly motionId: string;
  readonly count: Tally | null;
  readonly secret?: boolean;
}): JSX.Element {
  const t = useDeskWords();
  const [figures, setFigures] = createSignal(untrack(() => shown(props.count)));
  createEffect(
    on(
      () => props.count,
      (count) => setFigures(shown(count)),
      { defer: true },
    ),
  );
  const hands = () => ({
    motionId: props.motionId,
    for: figure(figures().for),
    against: figure(figures().against),
    abstain: figure(figures().abstain),
  });
  const empty = () => (Object.values(figures()).every((text) => text.trim() === '') ? t('votes.noFigures') : undefined);
  return (
    <div data-part="counts">
      <For each={props.secret ? ([...SIDES, 'invalid'] as const) : SIDES}>
        {(side) => (
          <NumberInput
            label={t(`field.${side}`)}
            value={figures()[side]}
            onValue={(value) => setFigures({ ...figures(), [side]: value })}
          />
        )}
      </For>
      <Show
        when={props.secret}
        fallback={
          <CommandButton command="record-hands" input={hands()} because={empty()} refusal="over">
            {t('votes.recordHands')}
          </CommandButton>
        }
      >
        <CommandButton
          command="record-secret-count"
          input={{ ...hands(), invalid: figure(figures().invalid) }}
          because={empty()}
          refusal="over"
        >
          {t('votes.recordCount')}
        </CommandButton>
      </Show>
    </div>
  );
}
