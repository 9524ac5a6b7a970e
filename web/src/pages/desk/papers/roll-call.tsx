// The roll of those who may vote: in a recorded vote each answers by name, in a secret ballot each hands in a ballot.

import type { Vote } from '@rostrum/events';
import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { personOf } from '../../../meeting/people.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Checkbox } from '../../../ui/inputs.tsx';
import { useDeskWords } from '../words.ts';

const CHOICES = ['for', 'against', 'abstain'] as const;

export function RollCall(props: { readonly motionId: string; readonly vote: Vote }): JSX.Element {
  const t = useDeskWords();
  const [all, setAll] = createSignal(false);
  const recorded = () => props.vote.method === 'recorded';
  const done = (voterId: string) => (recorded() ? props.vote.choices.has(voterId) : props.vote.ballots.has(voterId));
  const cast = () => (recorded() ? props.vote.choices.size : props.vote.ballots.size);
  const roll = createMemo(() => props.vote.eligible.filter((voterId) => all() || !done(voterId)));
  return (
    <>
      <Progress
        label={t('votes.cast')}
        value={cast()}
        whole={props.vote.eligible.length}
        text={t('votes.castOf', { cast: cast(), eligible: props.vote.eligible.length })}
        figures
      />
      <Checkbox label={t('votes.showAll')} checked={all()} onChecked={setAll} />
      <ul data-part="people">
        <For each={roll()}>
          {(voterId) => (
            <li>
              <Voter voterId={voterId} motionId={props.motionId} vote={props.vote} />
            </li>
          )}
        </For>
      </ul>
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
