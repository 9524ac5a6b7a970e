// Tables that are not parted by commas: a spreadsheet parts cells by tabs on the clipboard, and by semicolons in its files
// where the comma is a decimal sign. They are brought to CSV, which the roster is read from.

/**
 * The text as CSV; text whose first line has no tab, and a comma or no semicolon, is CSV already and stays as it is.
 * Cells with a stroke between cells, a quotation mark or a line break come in quotes, as in CSV, with the marks inside doubled.
 */
export function csvOfTable(text: string): string {
  const firstLine = /^[^\r\n]*/.exec(text)![0];
  if (firstLine.includes('\t')) return parted(text, '\t', BY_TABS);
  return firstLine.includes(';') && !firstLine.includes(',') ? parted(text, ';', BY_SEMICOLONS) : text;
}

const parted = (text: string, sign: string, cells: RegExp): string =>
  text.replaceAll(cells, (_whole, cell: string, end: string) => cellOf(cell) + (end === sign ? ',' : end));

/** A cell in quotes or plain, and what ends it. */
const BY_TABS = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/g;
const BY_SEMICOLONS = /("(?:[^"]|"")*"(?=[;\r\n]|$)|[^;\r\n]*)(;|\r\n|\r|\n|$)/g;

const cellOf = (cell: string): string => {
  if (/^"(?:[^"]|"")*"$/.test(cell)) return cell;
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};
