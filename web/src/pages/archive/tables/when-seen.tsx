// What stands further down the page and takes longer than a frame is worked out while it is in sight, not before.

import { createMemo, createSignal, onCleanup, onMount, Show } from 'solid-js';
import type { Accessor, JSX } from 'solid-js';

export type WhenSeenProps<T> = {
  /** What it shows; read while it is in sight. */
  readonly value: T;
  readonly children: (value: Accessor<T>) => JSX.Element;
};

/** How far beyond the window it begins to be in sight. */
const AHEAD = '200px';

export function WhenSeen<T extends object>(props: WhenSeenProps<T>): JSX.Element {
  const [inSight, setInSight] = createSignal(false);
  let place!: HTMLDivElement;
  onMount(() => {
    const observer = new IntersectionObserver(([entry]) => setInSight(entry!.isIntersecting), { rootMargin: AHEAD });
    observer.observe(place);
    // Paper has no window: what is printed is all in sight.
    const print = () => setInSight(true);
    window.addEventListener('beforeprint', print);
    onCleanup(() => {
      observer.disconnect();
      window.removeEventListener('beforeprint', print);
    });
  });
  const shown = createMemo<T | null>((before) => (inSight() ? props.value : before), null);
  return (
    <div data-component="when-seen" ref={(made) => (place = made)}>
      <Show when={shown()}>{(value) => props.children(value)}</Show>
    </div>
  );
}
