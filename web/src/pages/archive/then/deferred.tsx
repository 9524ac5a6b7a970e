// A part that is out of sight follows the moment once it rests, a part in sight at once: however much a page holds, a jump
// costs what is seen of it.

import { createMemo, createSignal, onCleanup, onMount } from 'solid-js';
import type { JSX } from 'solid-js';
import { ArchiveProvider, useArchive } from '../archive-context.tsx';
import { createSlices } from '../moment/slices.ts';

/** How far beyond the window a part counts as seen. */
const AHEAD = '120px';

export function Deferred(props: { readonly children: JSX.Element }): JSX.Element {
  const archive = useArchive();
  const [inSight, setInSight] = createSignal(true);
  let place!: HTMLDivElement;
  onMount(() => {
    const observer = new IntersectionObserver(([entry]) => setInSight(entry!.isIntersecting), { rootMargin: AHEAD });
    observer.observe(place);
    onCleanup(() => observer.disconnect());
  });
  const view = createMemo(() => (inSight() ? archive.view() : archive.settled().view));
  const at = createMemo(() => (inSight() ? archive.at() : archive.settled().at));
  return (
    <div ref={(made) => (place = made)} data-component="deferred">
      <ArchiveProvider value={{ ...archive, view, at, parts: createSlices(view) }}>{props.children}</ArchiveProvider>
    </div>
  );
}
