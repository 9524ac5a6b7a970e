// What the open item has brought: motions, commendations, statements, directives. Each part is there once it has something.

import { conferredCommendations, directivesInForce } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Commendation } from '../part/commendation.tsx';
import { Motion } from '../part/motion.tsx';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

export function Brought(): JSX.Element {
  const { r } = useRoomWords();
  const { meeting } = useRoom();
  const under = (itemId: string | null) => itemId !== null && itemId === meeting().agenda.open;
  const motions = () =>
    meeting()
      .decisions.motions.values()
      .filter(({ itemId }) => under(itemId))
      .toReversed();
  const conferred = () =>
    conferredCommendations(meeting().commendations)
      .filter(({ conferral }) => under(conferral?.itemId ?? null))
      .toReversed();
  const issued = () =>
    meeting()
      .statements.all.values()
      .filter(({ status, itemId }) => status === 'issued' && under(itemId));
  const directives = () => directivesInForce(meeting().directives).filter(({ itemId }) => under(itemId));
  return (
    <>
      <Part title={r('now.motions')} when={motions().length > 0}>
        <ul>
          <For each={motions().map(({ motionId }) => motionId)}>{(motionId) => <Motion motionId={motionId} />}</For>
        </ul>
      </Part>
      <Part title={r('now.conferred')} when={conferred().length > 0}>
        <ul data-part="conferred">
          <For each={conferred()}>{(commendation) => <Commendation of={commendation} />}</For>
        </ul>
      </Part>
      <Part title={r('now.statements')} when={issued().length > 0}>
        <ul data-part="plain">
          <For each={issued()}>{(statement) => <li>{statement.title}</li>}</For>
        </ul>
      </Part>
      <Part title={r('now.directives')} when={directives().length > 0}>
        <ol data-part="points">
          <For each={directives()}>{(directive) => <li value={directive.ordinal}>{directive.text}</li>}</For>
        </ol>
      </Part>
    </>
  );
}

function Part(props: { readonly title: string; readonly when: boolean; readonly children: JSX.Element }): JSX.Element {
  return (
    <Show when={props.when}>
      <section data-component="hall-part" aria-label={props.title}>
        <h2>{props.title}</h2>
        {props.children}
      </section>
    </Show>
  );
}
