// How the pages look on this device: light or dark, and with more contrast; both as the system has it, unless the reader
// chose otherwise.

import { createSignal } from 'solid-js';
import { remember, remembered } from '../memory.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** `more`: lines and quiet words as strong as the others; `plain`: not even where the system asks for it. */
export const contrasts = ['system', 'plain', 'more'] as const;
export type Contrast = (typeof contrasts)[number];

const oneOf = <Value extends string>(values: readonly Value[], text: string | null, otherwise: Value): Value =>
  values.find((value) => value === text) ?? otherwise;

const [theme, setTheme] = createSignal<Theme>(oneOf(themes, remembered('theme'), 'system'));
const [contrast, setContrast] = createSignal<Contrast>(oneOf(contrasts, remembered('contrast'), 'system'));

export { contrast, theme };

const asked = matchMedia('(prefers-contrast: more)');
asked.addEventListener('change', () => applyLook());

/** Puts theme and contrast on the page. Called once before the first rendering, so that nothing is painted in the wrong ones. */
export function applyLook(): void {
  const { dataset } = document.documentElement;
  if (theme() === 'system') delete dataset['theme'];
  else dataset['theme'] = theme();
  if (contrast() === 'more' || (contrast() === 'system' && asked.matches)) dataset['contrast'] = 'more';
  else delete dataset['contrast'];
}

/** Changes the theme and remembers it. */
export function chooseTheme(next: Theme): void {
  setTheme(next);
  remember('theme', next === 'system' ? null : next);
  applyLook();
}

/** Changes the contrast and remembers it. */
export function chooseContrast(next: Contrast): void {
  setContrast(next);
  remember('contrast', next === 'system' ? null : next);
  applyLook();
}
