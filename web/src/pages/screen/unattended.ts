// What lets a screen hang unattended for days: it stays awake, shows no cursor, and takes a newer application by itself at
// a moment when nobody looks for news.

import { createEffect, createSignal, onCleanup, onMount } from 'solid-js';
import type { Accessor } from 'solid-js';

/** Milliseconds without a movement after which cursor and buttons are gone. */
const STILL_MS = 3000;
/** Milliseconds between two looks for a newer application. */
const LOOK_MS = 5 * 60_000;

/** Asks the device not to go to sleep while the page is in sight; a device that cannot is left alone. */
export function stayAwake(): void {
  let lock: WakeLockSentinel | null = null;
  let gone = false;
  const hold = async () => {
    if (document.visibilityState !== 'visible' || (lock && !lock.released) || !('wakeLock' in navigator)) return;
    // Refused, as on a low battery, it is asked again when the page comes into sight next.
    lock = await navigator.wakeLock.request('screen').catch(() => null);
    if (gone) void lock?.release();
  };
  const onSight = () => void hold();
  onMount(onSight);
  document.addEventListener('visibilitychange', onSight);
  onCleanup(() => {
    gone = true;
    document.removeEventListener('visibilitychange', onSight);
    void lock?.release();
  });
}

/** True while somebody is at the screen: a mouse was moved or a key pressed a moment ago. */
export function createAttended(): Accessor<boolean> {
  const [attended, setAttended] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stir = () => {
    setAttended(true);
    clearTimeout(timer);
    timer = setTimeout(() => setAttended(false), STILL_MS);
  };
  const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
  for (const sign of signs) window.addEventListener(sign, stir);
  onCleanup(() => {
    clearTimeout(timer);
    for (const sign of signs) window.removeEventListener(sign, stir);
  });
  return attended;
}

/** The scripts that a page of the application names: others, once a newer one is served. */
export const scriptsIn = (html: string): string =>
  Array.from(html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g), ([, source]) => source).join(' ');

/**
 * Loads the page anew once a newer application is served and the moment is quiet.
 * @param quiet whether nobody would miss the screen for a second
 */
export function useNewerVersions(quiet: Accessor<boolean>, reload = () => window.location.reload()): void {
  const [newer, setNewer] = createSignal(false);
  let first: string | undefined;
  const look = async () => {
    const response = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } });
    if (!response.ok) return;
    const served = scriptsIn(await response.text());
    first ??= served;
    if (served !== '' && served !== first) setNewer(true);
  };
  // Out of reach now, it is looked for again later.
  const attempt = () => void look().catch(() => undefined);
  onMount(attempt);
  const timer = setInterval(attempt, LOOK_MS);
  createEffect(() => {
    if (newer() && quiet()) reload();
  });
  onCleanup(() => clearInterval(timer));
}
