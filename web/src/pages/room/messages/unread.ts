// What has been written since one last looked, as a signal. What stood there on coming in is not new.

import { createEffect, createMemo, createSignal, untrack } from 'solid-js';
import type { Accessor } from 'solid-js';
import type { PresentMeeting } from '../../../live/use-live.tsx';
import { entriesOf, unseen } from './entries.ts';

/**
 * The number of new entries.
 * @param looking true while what has been written is on the screen
 */
export function createUnread(live: PresentMeeting, looking: Accessor<boolean>): Accessor<number> {
  const conversation = createMemo(() => live.view().conversation);
  const entries = createMemo(() => entriesOf(conversation()));
  const latest = () => live.view().at;
  const [seen, setSeen] = createSignal(untrack(latest));
  createEffect(() => {
    if (looking()) setSeen(latest());
  });
  return createMemo(() => (looking() ? 0 : unseen(entries(), seen(), live.me()?.id)));
}
