// The room, for whoever takes part. On a phone one part of it at a time, with the one thing to do now under the thumb; in a
// wide window the hall stays, and the other parts stand beside it.

import { createEffect, createMemo, on, onCleanup, onMount, Show } from 'solid-js';
import type { Component, JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { Agenda } from './agenda/agenda.tsx';
import { Announcer } from './announcer.tsx';
import { Bar } from './bar/bar.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { takeAwayPainted } from '../../shell/painted.ts';
import { fetchedPart } from './fetched.tsx';
import { Hall } from './hall/hall.tsx';
import { createUnread } from './messages/unread.ts';
import { Navigation } from './navigation.tsx';
import { Offline } from './offline.tsx';
import { useShown } from './use-shown.ts';
import type { SectionId } from './sections.ts';
import { RoomProvider, useRoom } from './use-room.tsx';
import { useWide } from './wide.ts';
import { RoomWords, useRoomWords } from './words.tsx';
import './room.css';

export default function RoomPage(): JSX.Element {
  return (
    <RoomWords>
      <RoomProvider>
        <Room />
      </RoomProvider>
    </RoomWords>
  );
}

const papers = fetchedPart(async () => (await import('./papers/papers.tsx')).Papers);
const part = fetchedPart(async () => (await import('./part/part.tsx')).Part);
const messages = fetchedPart(async () => (await import('./messages/messages.tsx')).Messages);
const ready = fetchedPart(async () => (await import('./ready/ready.tsx')).Ready);
const minutes = fetchedPart(async () => (await import('./minutes/minutes.tsx')).Minutes);

/** Milliseconds that the hall has to itself before the other parts are fetched, so that they are there without a network. */
const HEAD_START = 3000;

const sides: Readonly<Record<Exclude<SectionId, 'now'>, Component>> = {
  agenda: Agenda,
  papers: papers.Shown,
  part: part.Shown,
  messages: messages.Shown,
  ready: ready.Shown,
  minutes: minutes.Shown,
};

function Room(): JSX.Element {
  takeAwayPainted();
  const { r } = useRoomWords();
  const { live, meeting, gesture } = useRoom();
  const shown = useShown();
  const wide = useWide();
  /** What stands beside the hall, or in its place; null where the hall has the page to itself. */
  const side = createMemo(() => {
    const section = shown.section();
    if (section !== 'now') return section;
    if (!wide()) return null;
    // What is left of a meeting is what it was to oneself.
    return gesture().is === 'over' ? 'part' : 'agenda';
  });
  const current = () => side() ?? 'now';
  const unread = createUnread(live, () => side() === 'messages');
  let hall: HTMLElement | undefined;
  let aside: HTMLElement | undefined;

  onMount(() => {
    const timer = setTimeout(() => [papers, part, messages].forEach(({ prepare }) => prepare()), HEAD_START);
    onCleanup(() => clearTimeout(timer));
  });

  // Each part begins at its top, and whoever works with the keys, or hears the page, is brought there.
  createEffect(
    on(
      current,
      () => {
        aside?.scrollTo(0, 0);
        (side() === null ? hall : aside)?.focus({ preventScroll: true });
      },
      { defer: true },
    ),
  );

  return (
    <div data-component="room" data-show={current()}>
      <Announcer />
      <div data-part="notices">
        <Offline />
      </div>
      <Show
        when={wide() || side() === null}
        fallback={
          <h1>
            <VisuallyHidden>{meeting().lifecycle.title}</VisuallyHidden>
          </h1>
        }
      >
        <div data-part="hall" tabindex="-1" ref={(made) => (hall = made)}>
          <Hall />
        </div>
      </Show>
      <Bar away={!wide() && side() !== null} />
      <Navigation current={current()} wide={wide()} unread={unread()} />
      <Show when={side()}>
        {(section) => (
          <aside data-part="side" tabindex="-1" aria-label={r(`section.${section()}`)} ref={(made) => (aside = made)}>
            <Dynamic component={sides[section()]} />
          </aside>
        )}
      </Show>
    </div>
  );
}
