// Motions and the votes on them: put, voted on in one of four ways, decided.

import { runningVote } from '@rostrum/events';
import type { Motion } from '@rostrum/events';
import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { useMarks } from '../../../meeting/marks.ts';
import { personOf } from '../../../meeting/people.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import { openKind } from './open-kind.ts';
import { PaperSection } from './section.tsx';
import { Tallies } from './tallies.tsx';
import { VoteUnderWay } from './vote.tsx';

export const METHODS = ['consent', 'show-of-hands', 'recorded', 'secret'] as const;
export const MAJORITIES = ['simple', 'absolute', 'two-thirds'] as const;

export function Motions(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const marks = useMarks();
  const meeting = () => live.view().meeting;
  const ids = createMemo(() => meeting().decisions.motions.keys().toReversed());
  return (
    <PaperSection
      title={t('motions.title')}
      count={ids().length}
      atHand={openKind(meeting()) === 'decision' || meeting().decisions.voting !== null || ids().length > 0}
      actions={<FormButton command="put-motion">{t('motions.put')}</FormButton>}
    >
      <Show when={ids().length > 0} fallback={<p data-part="none">{t('motions.none')}</p>}>
        <ul>
          <For each={ids()}>
            {(motionId) => (
              <Show when={meeting().decisions.motions.get(motionId)}>
                {(motion) => (
                  <li data-marked={marks.by(motionId)}>
                    <MotionLine motion={motion()} />
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </PaperSection>
  );
}

const tones = { put: 'waiting', voting: 'now', adopted: 'done', rejected: 'off', withdrawn: 'off' } as const;

function MotionLine(props: { readonly motion: Motion }): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const given = () => ({ motionId: props.motion.motionId });
  const nameOf = (rosterId: string) => personOf(live.view().meeting, rosterId)?.name ?? rosterId;
  const about = () => {
    const { moverId, seconderId } = props.motion;
    return seconderId === null
      ? t('motions.movedBy', { name: nameOf(moverId) })
      : t('motions.movedAndSeconded', { name: nameOf(moverId), seconder: nameOf(seconderId) });
  };
  return (
    <>
      <div data-part="paper">
        <strong>{props.motion.title}</strong>
        <Badge tone={tones[props.motion.status]}>{t(`motion.${props.motion.status}`)}</Badge>
      </div>
      <p data-part="wording">{props.motion.text}</p>
      <p data-part="about">{about()}</p>
      <Tallies motion={props.motion} />
      <Show when={runningVote(props.motion)}>{(vote) => <VoteUnderWay motion={props.motion} vote={vote()} />}</Show>
      <Show when={props.motion.status === 'put'}>
        <OpenVote motion={props.motion} />
        <div data-part="deeds">
          <FormButton command="revise-motion" given={given()}>
            {t('form.revise')}
          </FormButton>
          <FormButton command="withdraw-motion" given={given()}>
            {t('form.withdraw')}
          </FormButton>
        </div>
      </Show>
    </>
  );
}

function OpenVote(props: { readonly motion: Motion }): JSX.Element {
  const t = useDeskWords();
  const [method, setMethod] = createSignal<(typeof METHODS)[number]>('show-of-hands');
  const [majority, setMajority] = createSignal<(typeof MAJORITIES)[number]>('simple');
  const motionId = () => props.motion.motionId;
  return (
    <div data-part="counts">
      <Select
        label={t('field.method')}
        value={method()}
        onValue={(value) => setMethod(METHODS.find((known) => known === value) ?? 'show-of-hands')}
        choices={METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
      />
      <Show when={method() !== 'consent'}>
        <Select
          label={t('field.majority')}
          value={majority()}
          onValue={(value) => setMajority(MAJORITIES.find((known) => known === value) ?? 'simple')}
          choices={MAJORITIES.map((value) => ({ value, label: t(`majority.${value}`) }))}
        />
      </Show>
      <CommandButton
        command="open-vote"
        input={{ motionId: motionId(), method: method(), majority: majority() }}
        refusal="over"
      >
        {t('motions.openVote')}
      </CommandButton>
      <Show when={method() === 'consent'}>
        <CommandButton command="record-consent" input={{ motionId: motionId() }} refusal="over">
          {t('motions.byConsent')}
        </CommandButton>
      </Show>
      <FormButton
        command="open-vote"
        given={{ motionId: motionId(), method: method(), majority: majority() }}
        size="medium"
      >
        {t('motions.openVoteAmong')}
      </FormButton>
    </div>
  );
}
