// The way to how the page calls one and to camera and microphone, at the end of the hall.

import type { JSX } from 'solid-js';
import { addressOf } from '../sections.ts';
import { useRoomWords } from '../words.tsx';

export function ToReady(): JSX.Element {
  const { r } = useRoomWords();
  return (
    <a href={addressOf({ show: 'ready' })} data-component="to-ready">
      {r('now.ready')}
    </a>
  );
}
