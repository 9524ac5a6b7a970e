// What this device remembers for its reader: language, colour scheme and contrast, whether single keys do something, how a room calls
// them, which camera and microphone are theirs, whether a screen is light. Nothing of a meeting is ever kept here.

type Remembered = 'language' | 'theme' | 'contrast' | 'keys' | 'sound' | 'notices' | 'camera' | 'microphone' | 'screen';

/** What was remembered, or null; null too where the browser forbids storage. */
export function remembered(name: Remembered): string | null {
  try {
    return localStorage.getItem(`rostrum.${name}`);
  } catch {
    return null;
  }
}

/** Remembers a value, or forgets it where it is null. Where the browser forbids storage the choice lasts until the page is closed. */
export function remember(name: Remembered, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`rostrum.${name}`);
    else localStorage.setItem(`rostrum.${name}`, value);
  } catch {
    // Private browsing: the choice simply does not outlast the page.
  }
}
