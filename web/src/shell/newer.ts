// Whether the server serves a newer application than the one that runs here. It is asked now and then and when the reader
// comes back; nothing is loaded again by itself, since a meeting may be on.

import { createSignal, onCleanup, onMount } from 'solid-js';

/** Milliseconds between two questions. */
const EVERY = 10 * 60_000;

const [newer, setNewer] = createSignal(false);

/** True once a newer one was seen. */
export { newer };

/** The address of the script with which a page begins; null where there is none, as while the application is worked on. */
export const beginningOf = (page: string): string | null =>
  /<script\b[^>]*\bsrc="(\/assets\/[^"]+)"/.exec(page)?.[1] ?? null;

/** Whether two pages begin with different scripts, and so belong to different builds. */
export function differs(here: string | null, served: string): boolean {
  const there = beginningOf(served);
  return here !== null && there !== null && here !== there;
}

async function ask(): Promise<void> {
  const here = document.querySelector('script[type="module"][src^="/assets/"]')?.getAttribute('src') ?? null;
  if (here === null || newer() || document.visibilityState !== 'visible') return;
  // Out of reach: other parts of the page say so, and it is asked again later.
  const response = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } }).catch(() => null);
  if (response?.ok && differs(here, await response.text())) setNewer(true);
}

/** Keeps asking while the calling component is shown. */
export function watchForNewer(): void {
  const look = () => void ask();
  onMount(() => {
    const timer = setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    onCleanup(() => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
    });
  });
}
