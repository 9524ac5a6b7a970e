// A motion: its text, who moved it, what became of it, and how one voted oneself where that is on record.

import type { Choice, Motion as Put } from '@rostrum/events';
import { Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { nameInRecord } from '@rostrum/events';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import './motion.css';

const standings = {
  put: ['plain', 'vote.put'],
  voting: ['now', 'vote.running'],
  adopted: ['done', 'vote.adopted'],
  rejected: ['off', 'vote.rejected'],
  withdrawn: ['off', 'vote.withdrawn'],
} as const satisfies Readonly<Record<Put['status'], readonly [Tone, string]>>;

export function Motion(props: { readonly motionId: string }): JSX.Element {
  const { r } = useRoomWords();
  const { meeting, mine } = useRoom();
  const motion = () => meeting().decisions.motions.get(props.motionId)!;
  const vote = () => motion().votes.at(-1);
  const tally = () => vote()?.closed?.tally;
  const own = (): Choice | undefined => {
    for (const id of mine().ids) {
      const choice = vote()?.choices.get(id);
      if (choice) return choice;
    }
    return undefined;
  };
  return (
    <li data-component="motion">
      <span data-part="title">{motion().title}</span>
      <span data-part="text">{motion().text}</span>
      <span data-part="about">{r('vote.movedBy', { name: nameInRecord(meeting().roster, motion().moverId) })}</span>
      <span data-part="standing">
        <Badge tone={standings[motion().status][0]}>{r(standings[motion().status][1])}</Badge>
        <Switch>
          <Match when={tally()}>
            {(count) => (
              <span>{r('vote.tally', { for: count().for, against: count().against, abstain: count().abstain })}</span>
            )}
          </Match>
          <Match when={vote()?.closed && vote()?.method === 'consent'}>
            <span>{r('vote.byConsent')}</span>
          </Match>
        </Switch>
        <Show when={motion().status !== 'voting' && own()}>
          {(choice) => <span>{r(`vote.cast.${choice()}`)}</span>}
        </Show>
      </span>
    </li>
  );
}
