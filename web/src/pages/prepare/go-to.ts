// The way to a section of the page.

import type { SectionId } from './sections.ts';

/** Brings a section to the reader: to the eye and to the focus. */
export function goTo(section: SectionId): void {
  const element = document.getElementById(section);
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}
