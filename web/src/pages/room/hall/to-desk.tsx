// The way to the desk, for those who preside or keep the record and came in by their personal link like everyone else.

import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

export function ToDesk(): JSX.Element {
  const { r } = useRoomWords();
  const { live } = useRoom();
  return (
    <Show when={live.audience() === 'officers'}>
      <A data-component="to-desk" href={`/meetings/${encodeURIComponent(live.meetingId)}/desk`}>
        {r('now.desk')}
      </A>
    </Show>
  );
}
