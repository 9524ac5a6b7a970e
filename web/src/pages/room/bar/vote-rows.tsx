// The vote under way as far as it is mine: what is voted on, and a row for each vote I may cast, my own and that of a
// delegation I head.

import { nameInRecord } from '@rostrum/events';
import { For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import type { Ballot } from '../ballots.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { Consent, Recorded, Secret } from './votes.tsx';

export function VoteRows(): JSX.Element {
  const { r } = useRoomWords();
  const { ballots } = useRoom();
  return (
    <Show when={ballots()[0]}>
      {(first) => (
        <div data-part="vote" role="group" aria-label={`${r('vote.title')}: ${first().title}`}>
          <p data-part="motion">
            <span data-part="sign">{r('vote.title')}</span> <strong>{first().title}</strong>
          </p>
          <Show when={first().method === 'show-of-hands'}>
            <p data-part="hint">{r('vote.hands')}</p>
          </Show>
          <Show when={first().method === 'secret' && ballots().some(({ cast, counted }) => cast === null && !counted)}>
            <p data-part="hint">{r('vote.secret')}</p>
          </Show>
          <For each={ballots().map(({ voterId }) => voterId)}>
            {(_voterId, place) => (
              <Show when={ballots()[place()]}>
                {(ballot) => <VoteRow of={ballot()} named={ballots().length > 1} />}
              </Show>
            )}
          </For>
        </div>
      )}
    </Show>
  );
}

function VoteRow(props: { readonly of: Ballot; readonly named: boolean }): JSX.Element {
  const { r } = useRoomWords();
  const { meeting, mine } = useRoom();
  const whose = () => {
    const { voterId } = props.of;
    return voterId === mine().attendee?.attendeeId
      ? r('ask.myself')
      : r('vote.for-whom', { name: nameInRecord(meeting().roster, voterId) });
  };
  return (
    <div role={props.named ? 'group' : undefined} aria-label={props.named ? whose() : undefined}>
      <Show when={props.named && props.of.method !== 'show-of-hands'}>
        <p data-part="whose">{whose()}</p>
      </Show>
      <Switch>
        <Match when={props.of.method === 'recorded'}>
          <Recorded of={props.of} />
        </Match>
        <Match when={props.of.method === 'secret'}>
          <Secret of={props.of} />
        </Match>
        <Match when={props.of.method === 'consent'}>
          <Consent of={props.of} />
        </Match>
      </Switch>
    </div>
  );
}
