// Light or dark: as the system has it, unless the reader chose one on this device.

import { createSignal } from 'solid-js';
import { remember, remembered } from '../memory.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const isTheme = (text: string | null): text is Theme => (themes as readonly (string | null)[]).includes(text);

const chosen = remembered('theme');
const [theme, setTheme] = createSignal<Theme>(isTheme(chosen) ? chosen : 'system');

export { theme };

/** Puts the theme on the page. Called once before the first rendering, so that nothing is painted in the wrong one. */
export function applyTheme(): void {
  const now = theme();
  if (now === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = now;
}

/** Changes the theme and remembers it. */
export function chooseTheme(next: Theme): void {
  setTheme(next);
  remember('theme', next === 'system' ? null : next);
  applyTheme();
}
