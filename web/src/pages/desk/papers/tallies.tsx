// How the votes on a motion ended: the figures, the rule, the result.

import type { Motion, Vote } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useDeskWords } from '../words.ts';

export function Tallies(props: { readonly motion: Motion }): JSX.Element {
  const t = useDeskWords();
  const over = () => props.motion.votes.filter(({ closed, abandonedBecause }) => closed || abandonedBecause !== null);
  return (
    <For each={over()}>
      {(vote) => (
        <>
          <p data-part="about">
            <Show
              when={vote.closed}
              fallback={t('votes.abandoned', {
                method: t(`method.${vote.method}`),
                reason: vote.abandonedBecause ?? '',
              })}
            >
              {(closed) =>
                [
                  t(`method.${vote.method}`),
                  ...(vote.majority === null ? [] : [t(`majority.${vote.majority}`)]),
                  t(`result.${closed().result}`),
                ].join(' · ')
              }
            </Show>
          </p>
          <TallyOf vote={vote} />
        </>
      )}
    </For>
  );
}

function TallyOf(props: { readonly vote: Vote }): JSX.Element {
  const t = useDeskWords();
  return (
    <Show when={props.vote.closed?.tally}>
      {(tally) => (
        <dl data-part="tally">
          <For each={['for', 'against', 'abstain', 'invalid'] as const}>
            {(side) => (
              <Show when={side !== 'invalid' || tally().invalid > 0}>
                <div>
                  <dt>{t(`field.${side}`)}</dt>
                  <dd>{tally()[side]}</dd>
                </div>
              </Show>
            )}
          </For>
          <div>
            <dt>{t('votes.eligible')}</dt>
            <dd>{props.vote.closed?.eligibleVotes ?? 0}</dd>
          </div>
        </dl>
      )}
    </Show>
  );
}
