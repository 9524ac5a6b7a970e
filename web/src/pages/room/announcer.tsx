// Says aloud what changes for the person, puts it before the meeting's name in the title of the tab, and calls whoever wants
// to be called.

import { conferredCommendations } from '@rostrum/events';
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { JSX } from 'solid-js';
import { usePageTitle } from '../../ui/page-title.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { announcement, titleSign } from './announcements.ts';
import type { Moment } from './announcements.ts';
import { commendedIn } from './part/commended.ts';
import { call, readySound } from './signals/calling.ts';
import { signalOf } from './signals/signal.ts';
import { useRoom } from './use-room.tsx';
import { useRoomWords } from './words.tsx';

export function Announcer(): JSX.Element {
  const { r } = useRoomWords();
  const { meeting, mine, gesture, tasks } = useRoom();
  const [said, setSaid] = createSignal('');
  const commended = createMemo(
    () => conferredCommendations(meeting().commendations).filter((one) => commendedIn(one, mine()) !== null).length,
  );
  const moment = createMemo((): Moment => ({
    status: meeting().lifecycle.status,
    gesture: gesture(),
    toSign: tasks().filter(({ is }) => is === 'sign').length,
    commended: commended(),
  }));
  createEffect(
    on(moment, (now, before) => {
      if (!before) return;
      const words = announcement(before, now, r);
      if (words !== '') setSaid(words);
      const signal = signalOf(before, now);
      if (signal !== null) call(signal, words, meeting().lifecycle.title);
    }),
  );
  onCleanup(readySound());
  usePageTitle(() => {
    const sign = titleSign({ gesture: gesture() }, r);
    const { title } = meeting().lifecycle;
    return sign === null ? title : `${sign} · ${title}`;
  });
  return (
    <VisuallyHidden>
      <span role="status" aria-live="assertive">
        {said()}
      </span>
    </VisuallyHidden>
  );
}
