// What a spreadsheet puts on the clipboard: cells parted by tabs. It is brought to CSV, which the roster is read from.

/**
 * The text as CSV; text whose first line has no tab is CSV already and stays as it is.
 * Cells with a tab, a quotation mark or a line break come in quotes, as in CSV, with the marks inside doubled.
 */
export function csvOfPasted(text: string): string {
  const firstLine = /^[^\r\n]*/.exec(text)![0];
  if (!firstLine.includes('\t')) return text;
  return text.replaceAll(CELL, (_whole, cell: string, end: string) => cellOf(cell) + (end === '\t' ? ',' : end));
}

/** A cell in quotes or plain, and what ends it. */
const CELL = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/g;

const cellOf = (cell: string): string => {
  if (/^"(?:[^"]|"")*"$/.test(cell)) return cell;
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};
