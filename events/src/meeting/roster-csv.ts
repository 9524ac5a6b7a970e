// A roster as people have it in a spreadsheet, saved as CSV (RFC 4180): `kind,name,title,unit,capacity,precedence,venue,
// expected`, in any order of columns. Every mistake is named by row and column, as the spreadsheet numbers its rows.

import { MOST_ROWS, repeatedRows, rosterRow } from './roster-import.ts';
import type { RosterColumn, RosterRow, RowError } from './roster-import.ts';

export type RosterTable = { readonly rows: readonly RosterRow[] } | { readonly errors: readonly RowError[] };

const REQUIRED = ['kind', 'name', 'unit'] as const satisfies readonly RosterColumn[];
const OPTIONAL = ['title', 'capacity', 'precedence', 'venue', 'expected'] as const satisfies readonly RosterColumn[];
const COLUMNS: readonly string[] = [...REQUIRED, ...OPTIONAL];
const NUMBERS: ReadonlySet<string> = new Set<RosterColumn>(['precedence', 'expected']);

const HEADER_ROW = 1;
/** A line break that a spreadsheet allows within a cell, with the space around it: no field of a roster has one. */
const LINE_BREAK = /\s*[\r\n\u2028\u2029]\s*/g;

/**
 * The text of a CSV file's bytes.
 * @returns the text without its byte order mark, or the error where the bytes are not UTF-8 (Latin-1, GBK, UTF-16)
 */
export function decodeCsvBytes(
  bytes: Uint8Array,
): { readonly text: string } | { readonly errors: readonly RowError[] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const message = 'The file is not in UTF-8. Save it in the spreadsheet as “CSV UTF-8” and choose that file.';
    return { errors: [{ row: HEADER_ROW, column: null, message }] };
  }
}

/**
 * The rows of a roster, ready for `import-roster`, or everything that is wrong with them.
 * @param text the file's text, with or without a byte order mark; lines end in CRLF, LF or CR
 */
export function parseRosterCsv(text: string): RosterTable {
  const table = csvRecords(text);
  if ('errors' in table) return table;
  const [header, ...body] = table.records;
  if (!header) return { errors: [{ row: HEADER_ROW, column: null, message: `The file is empty. ${EXPECTED}` }] };

  const columns = header.cells.map((cell) => cell.trim().toLowerCase());
  const wrong = headerErrors(columns);
  if (wrong.length > 0) return { errors: wrong };
  if (body.length === 0)
    return { errors: [{ row: HEADER_ROW, column: null, message: 'There is no row below the header. Add the names.' }] };
  if (body.length > MOST_ROWS) {
    const message = `There are ${body.length} rows; at most ${MOST_ROWS} can be imported at once. Split the file.`;
    return { errors: [{ row: HEADER_ROW, column: null, message }] };
  }

  const read = body.map((record) => readRow(record, columns));
  const rows = read.flatMap(({ rows }) => rows);
  const errors = [...read.flatMap(({ errors }) => errors), ...repeatedRows(rows)].toSorted((a, b) => a.row - b.row);
  return errors.length > 0 ? { errors } : { rows };
}

const EXPECTED = `The first row must name the columns: ${COLUMNS.join(', ')}.`;

function headerErrors(columns: readonly string[]): readonly RowError[] {
  const error = (column: string, message: string): RowError => ({ row: HEADER_ROW, column, message });
  return [
    ...columns
      .filter((column) => !COLUMNS.includes(column))
      .map((column) =>
        error(
          column,
          column === '' ? `A column has no name. ${EXPECTED}` : `“${column}” is no column of a roster. ${EXPECTED}`,
        ),
      ),
    ...columns
      .filter((column, place) => COLUMNS.includes(column) && columns.indexOf(column) !== place)
      .map((column) => error(column, `The column “${column}” stands there twice. Remove one of the two.`)),
    ...REQUIRED.filter((column) => !columns.includes(column)).map((column) =>
      error(column, `The column “${column}” is missing. ${EXPECTED}`),
    ),
  ];
}

type Read = { readonly rows: readonly RosterRow[]; readonly errors: readonly RowError[] };

function readRow({ row, cells }: CsvRecord, columns: readonly string[]): Read {
  if (cells.length !== columns.length) {
    const message = `The row has ${cells.length} cells and the header ${columns.length}. A comma within a cell needs the cell in quotes.`;
    return { rows: [], errors: [{ row, column: null, message }] };
  }
  const errors: RowError[] = [];
  const values: Record<string, unknown> = { row };
  for (const [place, column] of columns.entries()) {
    const cell = cells[place]!.trim().replaceAll(LINE_BREAK, ' ');
    if (cell === '') {
      if ((REQUIRED as readonly string[]).includes(column)) errors.push({ row, column, message: 'Must not be empty.' });
    } else if (NUMBERS.has(column) && !/^\d+$/.test(cell)) {
      errors.push({ row, column, message: `“${cell}” is not a whole number.` });
    } else {
      values[column] = NUMBERS.has(column) ? Number(cell) : cell;
    }
  }
  const found = rosterRow.safeParse(values);
  if (found.success && errors.length === 0) return { rows: [found.data], errors: [] };
  const named = new Set(errors.map(({ column }) => column));
  for (const { path, message } of found.error?.issues ?? []) {
    const column = path.length === 0 ? null : String(path[0]);
    if (!named.has(column)) errors.push({ row, column, message });
  }
  return { rows: [], errors };
}

/** `row` is the number of the record in the file, the header's being 1. */
export type CsvRecord = { readonly row: number; readonly cells: readonly string[] };

/**
 * The cells of a CSV file as they stand: RFC 4180, section 2; beside CRLF also LF and CR end a record, and records without
 * any content are left out.
 */
export function csvRecords(
  text: string,
): { readonly records: readonly CsvRecord[] } | { readonly errors: readonly RowError[] } {
  const found: CsvRecord[] = [];
  let row = HEADER_ROW;
  let cells: string[] = [];
  let place = text.startsWith('\uFEFF') ? 1 : 0;
  while (place < text.length || cells.length > 0) {
    const read = text[place] === '"' ? quotedCell(text, place) : plainCell(text, place);
    if (!read) {
      const message =
        'A quotation mark stands within a cell or is not closed. Put the whole cell in quotes and double the mark.';
      return { errors: [{ row, column: null, message }] };
    }
    cells.push(read.cell);
    place = read.end + (text.startsWith('\r\n', read.end) ? 2 : 1);
    if (text[read.end] === ',') continue;
    if (cells.some((cell) => cell.trim() !== '')) found.push({ row, cells });
    row += 1;
    cells = [];
  }
  return { records: found };
}

/** A cell and where it ends: at a comma, a line break or the end of the text. */
type Cell = { readonly cell: string; readonly end: number };

function plainCell(text: string, start: number): Cell | undefined {
  const stop = /[",\r\n]/g;
  stop.lastIndex = start;
  const end = stop.exec(text)?.index ?? text.length;
  return text[end] === '"' ? undefined : { cell: text.slice(start, end), end };
}

function quotedCell(text: string, start: number): Cell | undefined {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const end = close + 1;
  if (close < 0 || (end < text.length && !/[,\r\n]/.test(text[end]!))) return undefined;
  return { cell: text.slice(start + 1, close).replaceAll('""', '"'), end };
}
