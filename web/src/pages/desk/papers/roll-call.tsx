// The roll of those who may vote: in a recorded vote each answers by name, in a secret ballot each hands in a ballot.

import type { Vote } from '@rostrum/events';
import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { isTaken, keyOf, useKeys } from '../../../meeting/keys.tsx';
import { personOf } from '../../../meeting/people.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { find } from '../../../ui/find.ts';
import { Checkbox, TextInput } from '../../../ui/inputs.tsx';
import { useDeskWords } from '../words.ts';

/** Names shown at once; a larger roll is found by name. */
const SHOWN = 40;

const CHOICES = ['for', 'against', 'abstain'] as const;

/** The keys of the roll, as `keyOf` writes them. */
const ANSWERS: Readonly<Partial<Record<string, (typeof CHOICES)[number]>>> = { y: 'for', n: 'against', a: 'abstain' };

export function RollCall(props: { readonly motionId: string; readonly vote: Vote }): JSX.Element {
  const t = useDeskWords();
  const [leftOnly, setLeftOnly] = createSignal(false);
  const [typed, setTyped] = createSignal('');
  const live = useLive();
  const recorded = () => props.vote.method === 'recorded';
  const done = (voterId: string) => (recorded() ? props.vote.choices.has(voterId) : props.vote.ballots.has(voterId));
  const cast = () => (recorded() ? props.vote.choices.size : props.vote.ballots.size);
  /** Nobody leaves the roll by voting, so that a second press cannot fall on somebody else; only the filter takes them out. */
  const roll = createMemo(() => {
    const voters = props.vote.eligible.filter((voterId) => !leftOnly() || !done(voterId));
    const named = voters.map((voterId) => {
      const person = personOf(live.view().meeting, voterId);
      return { value: voterId, label: person?.name ?? voterId, note: person?.unit };
    });
    return find(named, typed(), named.length).map(({ value }) => value);
  });
  const shown = createMemo(() => roll().slice(0, SHOWN));
  const keys = useKeys();
  /** Y, N and A answer for whoever's line has the focus, and go on to the next line. */
  const answerByKey = (event: KeyboardEvent) => {
    const choice = ANSWERS[keyOf(event)];
    if (!choice || !recorded() || !keys?.on() || isTaken(event)) return;
    const line = event.target instanceof Element ? event.target.closest('li[data-voter]') : null;
    const button = line?.querySelector<HTMLButtonElement>(`[data-choice="${choice}"]`);
    if (!line || !button) return;
    event.preventDefault();
    event.stopPropagation();
    button.click();
    line.nextElementSibling?.querySelector<HTMLButtonElement>('button')?.focus();
  };
  return (
    <>
      <Progress
        label={t('votes.cast')}
        value={cast()}
        whole={props.vote.eligible.length}
        text={t('votes.castOf', { cast: cast(), eligible: props.vote.eligible.length })}
        figures
      />
      <div data-part="aside">
        <Show when={props.vote.eligible.length > SHOWN}>
          <TextInput label={t('votes.find')} value={typed()} onValue={setTyped} type="search" />
        </Show>
        <Checkbox label={t('votes.leftOnly')} checked={leftOnly()} onChecked={setLeftOnly} />
      </div>
      <Show when={recorded() && keys?.on()}>
        <p data-part="about">
          {t('votes.keys')} <Kbd>Y</Kbd> {t('choice.for')} <Kbd>N</Kbd> {t('choice.against')} <Kbd>A</Kbd>{' '}
          {t('choice.abstain')}
        </p>
      </Show>
      <ul data-part="people" on:keydown={(event) => answerByKey(event)}>
        <For each={shown()}>
          {(voterId) => (
            <li data-voter={voterId}>
              <Voter voterId={voterId} motionId={props.motionId} vote={props.vote} />
            </li>
          )}
        </For>
      </ul>
      <Show when={roll().length > SHOWN}>
        <p data-part="about">{t('votes.more', { count: roll().length - SHOWN })}</p>
      </Show>
    </>
  );
}

function Voter(props: { readonly voterId: string; readonly motionId: string; readonly vote: Vote }): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const name = () => personOf(live.view().meeting, props.voterId)?.name ?? props.voterId;
  const ballot = () => ({ motionId: props.motionId, voterId: props.voterId });
  const chosen = () => props.vote.choices.get(props.voterId);
  return (
    <>
      <span>{name()}</span>
      <span data-part="deeds">
        <Show
          when={props.vote.method === 'recorded'}
          fallback={
            <Show
              when={!props.vote.ballots.has(props.voterId)}
              fallback={<Badge tone="done">{t('votes.handedIn')}</Badge>}
            >
              <CommandButton
                command="cast-secret-ballot"
                input={ballot()}
                size="small"
                variant="quiet"
                refusal="over"
                aria-label={t('votes.handInOf', { name: name() })}
              >
                {t('votes.handIn')}
              </CommandButton>
            </Show>
          }
        >
          <For each={CHOICES}>
            {(choice) => (
              <CommandButton
                command="cast-vote"
                input={{ ...ballot(), choice }}
                size="small"
                variant={chosen() === choice ? 'plain' : 'quiet'}
                refusal="over"
                data-choice={choice}
                aria-pressed={chosen() === choice}
                aria-label={t('votes.castFor', { name: name(), choice: t(`choice.${choice}`) })}
              >
                {t(`choice.${choice}`)}
              </CommandButton>
            )}
          </For>
        </Show>
      </span>
    </>
  );
}
