// The screen in the hall: above, which meeting this is and the time; in the middle the one thing that is on; below, what
// comes next. A picture of the meeting finds its place beside the middle.

import { createMemo, For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../live/use-live.tsx';
import { AnnouncedScene, BetweenScene, ItemScene, SigningScene } from './scenes/item.tsx';
import { HonourScene } from './scenes/honour.tsx';
import { SpeechScene } from './scenes/speech.tsx';
import { ResultScene, VoteScene } from './scenes/vote.tsx';
import { BeforeScene, CancelledScene, ClosedScene, RecessScene } from './scenes/waiting.tsx';
import { isQuiet, itemOn, nextItem, nextSpeakers, numberOf, sceneOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { useNewerVersions } from './unattended.ts';
import { Said, useVoices } from './words.tsx';

/** Who comes next to speak: as many as one reads at a glance. */
const NEXT = 2;

type SceneOf<Is extends Scene['is']> = Extract<Scene, { readonly is: Is }>;

export function Screen(props: { readonly venueId: string | null }): JSX.Element {
  const live = useLive();
  const meeting = () => live.view().meeting;
  const scene = createMemo(() => sceneOf(meeting(), live.serverNow()), undefined, { equals: sameScene });
  useNewerVersions(() => isQuiet(scene()));
  const as = <Is extends Scene['is']>(is: Is): SceneOf<Is> | undefined =>
    scene().is === is ? (scene() as SceneOf<Is>) : undefined;

  return (
    <>
      <Head venueId={props.venueId} />
      <div data-part="stage">
        <Switch>
          <Match when={as('before')}>
            <BeforeScene />
          </Match>
          <Match when={as('cancelled')}>{(now) => <CancelledScene because={now().because} />}</Match>
          <Match when={as('recess')}>
            {(now) => <RecessScene reason={now().reason} resumesAt={now().resumesAt} />}
          </Match>
          <Match when={as('closed')}>{(now) => <ClosedScene at={now().at} />}</Match>
          <Match when={as('vote')}>{(now) => <VoteScene motion={now().motion} vote={now().vote} />}</Match>
          <Match when={as('result')}>{(now) => <ResultScene motion={now().motion} closing={now().closing} />}</Match>
          <Match when={as('honour')}>{(now) => <HonourScene honour={now().honour} />}</Match>
          <Match when={as('speech')}>{(now) => <SpeechScene speech={now().speech} asking={now().asking} />}</Match>
          <Match when={as('signing')}>{(now) => <SigningScene statement={now().statement} />}</Match>
          <Match when={as('announced')}>{(now) => <AnnouncedScene document={now().document} />}</Match>
          <Match when={as('item')}>{(now) => <ItemScene item={now().item} />}</Match>
          <Match when={as('between')}>
            <BetweenScene />
          </Match>
        </Switch>
      </div>
      <Foot scene={scene()} />
    </>
  );
}

/** Scenes are made anew each second; what is shown changes when something in them does. */
function sameScene(before: Scene, after: Scene): boolean {
  if (before.is === 'honour' && after.is === 'honour')
    return before.honour.commendation === after.honour.commendation && before.honour.page === after.honour.page;
  const names = Object.keys(after) as (keyof Scene)[];
  return names.every((name) => before[name] === after[name]);
}

function Head(props: { readonly venueId: string | null }): JSX.Element {
  const live = useLive();
  const voices = useVoices();
  const meeting = () => live.view().meeting;
  const venue = () => (props.venueId === null ? undefined : meeting().roster.venues.get(props.venueId)?.name);
  const now = createMemo(() => voices()[0]!.formats.time(new Date(live.serverNow()).toISOString()));
  return (
    <header data-part="head">
      <h1 dir="auto">{meeting().lifecycle.title}</h1>
      <p data-part="where">
        <Show when={venue()}>{(name) => <span dir="auto">{name()}</span>}</Show>
        <time>{now()}</time>
      </p>
    </header>
  );
}

/** What is on, where the scene does not say it, and what comes next. An honour has the screen to itself. */
function Foot(props: { readonly scene: Scene }): JSX.Element {
  const live = useLive();
  const meeting = () => live.view().meeting;
  const running = () => meeting().lifecycle.status === 'open' || meeting().lifecycle.status === 'recess';
  const said = () => props.scene.is === 'item' || props.scene.is === 'between';
  const item = () => (said() ? undefined : itemOn(meeting()));
  const speakers = createMemo(() => (meeting().lifecycle.status === 'open' ? nextSpeakers(meeting(), NEXT) : []));
  const next = () => (props.scene.is === 'between' ? undefined : nextItem(meeting()));
  const isEmpty = () => !item() && speakers().length === 0 && !next();
  return (
    <Show when={running() && props.scene.is !== 'honour' && !isEmpty()}>
      <dl data-part="foot">
        <Show when={item()}>
          {(on) => (
            <div data-part="on">
              <dt>
                <Said>{({ s }) => s('item', { number: numberOf(meeting(), on().itemId) })}</Said>
              </dt>
              <dd dir="auto">{on().title}</dd>
            </div>
          )}
        </Show>
        <Show when={speakers().length > 0}>
          <div>
            <dt>
              <Said>{({ s }) => s('next.speaker')}</Said>
            </dt>
            <dd>
              <For each={speakers()}>{(person) => <span dir="auto">{person.name}</span>}</For>
            </dd>
          </div>
        </Show>
        <Show when={next()}>
          {(coming) => (
            <div>
              <dt>
                <Said>{({ s }) => s('next.item')}</Said>
              </dt>
              <dd dir="auto">{coming().title}</dd>
            </div>
          )}
        </Show>
      </dl>
    </Show>
  );
}
