// A page out of reach comes back by itself: when the browser says that the network is there, and every few seconds.

import { createEffect, onCleanup } from 'solid-js';

/** Milliseconds between two attempts. */
const EVERY = 5000;

/** Calls `retry` while `offline` holds and the calling component is shown. */
export function useRetryWhileOffline(offline: () => boolean, retry: () => void): void {
  createEffect(() => {
    if (!offline()) return;
    const timer = setInterval(retry, EVERY);
    window.addEventListener('online', retry);
    onCleanup(() => {
      clearInterval(timer);
      window.removeEventListener('online', retry);
    });
  });
}
