// Under the thumb: the one thing to do now, large, and what goes with it. Above it, in one line, what else is asked of the
// person, and who speaks while another part of the room is open.

import { createEffect, Match, on, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { ButtonLink } from '../../../ui/button-link.tsx';
import type { Gesture } from '../gesture.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { AnswerBar } from './answer-bar.tsx';
import { Ask } from './ask.tsx';
import { OnAir } from './on-air.tsx';
import { OverBar } from './over-bar.tsx';
import { Speaking } from './speaking.tsx';
import { TaskLine } from './task-line.tsx';
import { VoteRows } from './vote-rows.tsx';
import { WaitingBar } from './waiting-bar.tsx';
import './bar.css';

/** The moments that nobody may miss. */
const momentOf = (gesture: Gesture): 'next' | 'floor' | undefined => {
  if (gesture.is === 'speaking' || gesture.is === 'asking') return 'floor';
  return gesture.is === 'waiting' && gesture.place === 1 ? 'next' : undefined;
};

export function Bar(props: { /** The hall is not on the screen. */ readonly away: boolean }): JSX.Element {
  const { r } = useRoomWords();
  const { live, gesture, ballots } = useRoom();
  const when = <Is extends Gesture['is']>(is: Is) => {
    const now = gesture();
    return now.is === is ? (now as Extract<Gesture, { is: Is }>) : undefined;
  };
  let bar!: HTMLElement;
  let here = false;
  // What was pressed gives way to what it has brought about: whoever works with the keys stays in the bar.
  createEffect(
    on(
      () => gesture().is,
      () => {
        if (here && document.activeElement === document.body) bar.focus({ preventScroll: true });
      },
      { defer: true },
    ),
  );
  return (
    <section
      data-component="bar"
      aria-label={r('bar.label')}
      data-moment={momentOf(gesture())}
      tabindex="-1"
      ref={(made) => (bar = made)}
      onFocusIn={() => (here = true)}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node) here = bar.contains(relatedTarget);
      }}
    >
      <Show when={ballots().length === 0}>
        <TaskLine />
      </Show>
      <Show when={props.away && gesture().is !== 'speaking' && gesture().is !== 'asking'}>
        <OnAir />
      </Show>
      <VoteRows />
      <Switch>
        <Match when={when('answer')}>{(now) => <AnswerBar answer={now().answer} />}</Match>
        <Match when={when('ask')}>{(now) => <Ask presents={now().presents} />}</Match>
        <Match when={when('vote')}>
          <Ask presents={null} secondary />
        </Match>
        <Match when={when('waiting')}>{(now) => <WaitingBar of={now()} />}</Match>
        <Match when={when('speaking')}>{(now) => <Speaking speech={now().speech} paused={now().paused} />}</Match>
        <Match when={when('asking')}>
          <p data-part="state" data-speaking>
            <strong>{r('bar.asking')}</strong>
            <span>{r('bar.asking.hint')}</span>
          </p>
        </Match>
        <Match when={when('over')}>{(now) => <OverBar minutes={now().minutes} />}</Match>
        <Match when={when('desk')}>
          <ButtonLink variant="primary" size="large" href={`/meetings/${encodeURIComponent(live.meetingId)}/desk`}>
            {r('bar.desk')}
          </ButtonLink>
        </Match>
      </Switch>
    </section>
  );
}
