// What lets a screen hang unattended for days: it stays awake, shows no cursor, and takes a newer application by itself at
// a moment when nobody looks for news.

import { createEffect, createSignal, onCleanup, onMount } from 'solid-js';
import type { Accessor } from 'solid-js';
import { newer, watchForNewer } from '../../shell/newer.ts';

/** Milliseconds without a movement after which cursor and buttons are gone. */
const STILL_MS = 3000;

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

/**
 * Loads the page anew once a newer application is served and the moment is quiet.
 * @param quiet whether nobody would miss the screen for a second
 */
export function useNewerVersions(quiet: Accessor<boolean>, reload = () => window.location.reload()): void {
  watchForNewer();
  createEffect(() => {
    if (newer() && quiet()) reload();
  });
}
