// Who has the floor, with the clock of the speech by the server's time.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { SpeechTime } from '../../../meeting/speech-time.tsx';
import { StagePlace } from '../../../meeting/stage-place.tsx';
import { useRoom } from '../use-room.tsx';

export function Stage(): JSX.Element {
  const { meeting } = useRoom();
  return (
    <StagePlace>
      <Show when={meeting().floor.speech}>{(speech) => <SpeechTime speech={speech()} />}</Show>
    </StagePlace>
  );
}
