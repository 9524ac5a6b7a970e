// The meeting in session: what is on, who has the floor, what was said, what the item has brought so far, who waits.

import type { JSX } from 'solid-js';
import { Brought } from './brought.tsx';
import { ItemPapers } from './item-papers.tsx';
import { OnNow } from './on-now.tsx';
import { Points } from './points.tsx';
import { Queue } from './queue.tsx';
import { Stage } from './stage.tsx';
import { ToReady } from './to-ready.tsx';

export function InSession(): JSX.Element {
  return (
    <>
      <OnNow />
      <Stage />
      <Points />
      <Brought />
      <ItemPapers />
      <Queue />
      <ToReady />
    </>
  );
}
