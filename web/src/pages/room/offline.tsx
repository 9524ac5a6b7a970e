// Above everything while the connection is away: for how long, from when what is seen is, and what is kept meanwhile.

import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../i18n/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useRoom } from './use-room.tsx';
import { useRoomWords } from './words.tsx';

/** Seconds of a break that the sign in the header tells well enough. */
const LONG = 4;

export function Offline(): JSX.Element {
  const { r, formats } = useRoomWords();
  const { live } = useRoom();
  const away = createMemo(() => {
    const connection = live.connection();
    if (connection.state !== 'reconnecting') return null;
    const seconds = Math.floor((live.serverNow() - connection.since) / 1000);
    return seconds < LONG ? null : { seconds, since: new Date(connection.since).toISOString() };
  });
  return (
    <Show when={away()}>
      {(gone) => (
        <Notice variant="warn" title={r('offline.title', { time: clock(gone().seconds) })}>
          {r('offline.text', { since: formats().time(gone().since) })}
        </Notice>
      )}
    </Show>
  );
}
