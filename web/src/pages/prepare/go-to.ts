// The way to a section of the page, and to an item of the agenda.

import type { SectionId } from './sections.ts';

/** Brings a section to the reader: to the eye and to the focus. */
export function goTo(section: SectionId): void {
  const element = document.getElementById(section);
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}

/** Brings an item of the agenda to the reader; the whole agenda where it is not shown. */
export function goToItem(itemId: string): void {
  const row = document.querySelector(`[data-component='prepare-agenda'] > [data-item='${CSS.escape(itemId)}']`);
  const cell = row?.querySelector<HTMLElement>('button[data-cell], input');
  if (!row || !cell) return goTo('agenda');
  row.scrollIntoView({ block: 'center' });
  cell.focus({ preventScroll: true });
}
