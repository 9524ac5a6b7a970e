// The last act of one's own that can be taken back, for as long as one may notice a slip of the hand.

import { createMemo, createSignal, onCleanup } from 'solid-js';
import type { Accessor } from 'solid-js';
import type { PresentMeeting } from '../../../live/use-live.tsx';
import { rulesNow, standingIn } from '../../../meeting/deed.ts';
import { reverseOf } from './reverse-of.ts';
import type { Reverse } from './reverse-of.ts';

/** Milliseconds for which an act can be taken back with one press; later there are its own commands. */
const OFFERED = 60_000;

type Done = { readonly reverse: Reverse; readonly at: number };

/** Follows what the reader does, until the owner of the scope goes. Null where nothing can be taken back now. */
export function createUndo(live: PresentMeeting): Accessor<Reverse | null> {
  const [last, setLast] = createSignal<Done | null>(null);
  /** The meeting before the events that are being told of. */
  let before = live.view();
  const unsubscribe = live.onRecorded((event) => {
    if (event.actor && event.actor.id === live.me()?.id) {
      const reverse = reverseOf(event, before);
      setLast(reverse && { reverse, at: live.serverNow() });
    }
    queueMicrotask(() => (before = live.view()));
  });
  onCleanup(unsubscribe);

  const recent = createMemo(() => {
    const done = last();
    return done && live.serverNow() - done.at < OFFERED ? done.reverse : null;
  });
  return createMemo(() => {
    const [reverse, standing] = [recent(), standingIn(live)];
    if (!reverse || !standing) return null;
    return rulesNow()?.verdictOn(reverse.command, reverse.input, standing).is === 'free' ? reverse : null;
  });
}
