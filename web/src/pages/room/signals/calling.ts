// How the room calls a person: by a sound and a tremble of the phone, and by a notice of the device while the page is in the
// background. Both are off until they are chosen, and the choice is the device's own. What sounds is fetched by whoever
// wants it.

import { createSignal } from 'solid-js';
import { remember, remembered } from '../../../memory.ts';
import type { Signal } from './signal.ts';

const [sound, setSound] = createSignal(remembered('sound') === 'on');
const [notices, setNotices] = createSignal(remembered('notices') === 'on');
export { notices, sound };

const chime = () => import('./chime.ts');

/** Lets the room sound, or be silent; call it from a press, since browsers let nothing sound before one. */
export function chooseSound(on: boolean): void {
  setSound(on);
  remember('sound', on ? 'on' : null);
  if (on) void hear('next');
}

/** Lets the device show notices of the room. */
export function chooseNotices(on: boolean): void {
  setNotices(on);
  remember('notices', on ? 'on' : null);
}

/** Sounds once. */
export const hear = (signal: Signal): Promise<void> =>
  chime()
    .then(({ play }) => play(signal))
    .then(() => void setSoundFailed(false), unheard);

const [soundFailed, setSoundFailed] = createSignal(false);
/** True where the sound could not be fetched or played, and only what stands on the page calls. */
export { soundFailed };

const unheard = () => void setSoundFailed(true);

/** After a reload the first press or key makes ready what was chosen before. */
export function readySound(): () => void {
  const made = new AbortController();
  const first = () => {
    made.abort();
    if (!sound()) return;
    chime()
      .then(({ unlock }) => unlock())
      .catch(unheard);
  };
  for (const press of ['pointerup', 'keydown']) window.addEventListener(press, first, { signal: made.signal });
  return () => made.abort();
}

/** Calls the person. @param words what the notice of the device says; @param about the meeting */
export function call(signal: Signal, words: string, about: string): void {
  if (sound()) {
    void hear(signal);
    navigator.vibrate?.(signal === 'floor' ? [200, 100, 200] : 200);
  }
  if (notices() && document.hidden && globalThis.Notification?.permission === 'granted') showNotice(words, about);
}

function showNotice(words: string, about: string): void {
  try {
    const notice = new Notification(words, { body: about, tag: 'rostrum-floor' });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  } catch {
    // Browsers of phones have the permission and not the notice: there it is the sound that calls.
    chooseNotices(false);
  }
}
