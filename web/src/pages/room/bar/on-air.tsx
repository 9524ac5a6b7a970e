// Who speaks and for how long, in one line, while the agenda or a paper is on the screen.

import { holderOf, nameInRecord, spokenSecondsOf } from '@rostrum/events';
import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Clock } from '../../../ui/clock.tsx';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

export function OnAir(): JSX.Element {
  const { r } = useRoomWords();
  const { live, meeting } = useRoom();
  const speech = () => meeting().floor.speech;
  const name = () => nameInRecord(meeting().roster, holderOf(meeting().floor) ?? '');
  return (
    <Show when={meeting().lifecycle.status === 'open'}>
      <p data-part="on-air" data-held={speech() ? '' : undefined}>
        <Show when={speech()} fallback={<span>{r('bar.nobody')}</span>}>
          {(running) => (
            <>
              <span>{r('bar.speaks', { name: name() })}</span>
              <Clock seconds={spokenSecondsOf(running(), new Date(live.serverNow()).toISOString())} />
            </>
          )}
        </Show>
      </p>
    </Show>
  );
}
