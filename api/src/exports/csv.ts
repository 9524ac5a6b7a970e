// Tables for spreadsheets: CSV as RFC 4180 has it, in UTF-8 with a byte order mark, by which spreadsheets know it.

const BYTE_ORDER_MARK = '\uFEFF';

export type Cell = string | number | boolean | null;

/** The lines as a file, the names of the columns first. */
export const csvOf = (lines: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(written).join(',')}\r\n`).join('');

/**
 * A cell, quoted where it must be. A text that a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP, CSV Injection).
 */
function written(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
