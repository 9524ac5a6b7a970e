// The cells of a row, and how the focus gets into one.

export type Cell = 'title' | 'kind' | 'plannedMinutes' | 'presenters';

/** Puts the focus into a cell of a row, be it shown or being edited; false where there is none. */
export function focusCell(list: Element | undefined, itemId: string, cell: Cell): boolean {
  const found = list?.querySelector<HTMLElement>(`[data-item="${CSS.escape(itemId)}"] [data-cell="${cell}"]`);
  const target = found?.matches('input, select, button') ? found : found?.querySelector<HTMLElement>('input, button');
  target?.focus();
  if (target instanceof HTMLInputElement) target.select();
  return target !== undefined && target !== null;
}

/** Puts the focus where the next item is typed. */
export function focusNewRow(list: Element | undefined): void {
  list?.parentElement?.querySelector<HTMLElement>('[data-component="prepare-agenda-new"] input')?.focus();
}
