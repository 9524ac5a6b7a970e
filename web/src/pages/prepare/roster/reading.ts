// A roster's file as it is read before it is imported: its cells as they stand, what is wrong at which of them, and what
// importing it would do.

import type {
  Actor,
  CsvRecord,
  Instant,
  MeetingEvent,
  MeetingState,
  Rejection,
  RosterRow,
  RowError,
  Surroundings,
} from '@rostrum/events';
import {
  csvRecords,
  decideMeeting,
  decodeCsvBytes,
  isRejection,
  meetingCommands,
  parseRosterCsv,
} from '../../../catalogue.ts';
import { csvOfTable } from './pasted.ts';

/** The cells of a file; `columns` as its header names them. */
export type Sheet = { readonly columns: readonly string[]; readonly records: readonly CsvRecord[] };

export type Reading = {
  /** Null where the file cannot be read as a table. */
  readonly sheet: Sheet | null;
  /** Ready to import; empty while anything is wrong. */
  readonly rows: readonly RosterRow[];
  readonly errors: readonly RowError[];
  /** The file was read as GB18030, which cannot be told from other old encodings: the reader must look at the names. */
  readonly guessed: boolean;
};

/** Reads a file's bytes, or text that was pasted; cells parted by commas, semicolons or tabs. */
export function readRoster(source: Uint8Array | string): Reading {
  const decoded = typeof source === 'string' ? { text: source } : decodedBytes(source);
  if ('errors' in decoded) return { sheet: null, rows: [], errors: decoded.errors, guessed: false };
  const text = csvOfTable(decoded.text);
  const table = parseRosterCsv(text);
  return {
    guessed: 'guessed' in decoded,
    sheet: sheetOf(text),
    rows: 'rows' in table ? table.rows : [],
    errors: 'errors' in table ? table.errors : [],
  };
}

/** The text of a file: UTF-8, UTF-16 as spreadsheets save “Unicode text”, or GB18030 as Chinese ones save CSV. */
function decodedBytes(bytes: Uint8Array): ReturnType<typeof decodeCsvBytes> | { readonly text: string; guessed: true } {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const asWide = wide && decodedAs(wide, bytes);
  if (asWide) return { text: asWide };
  const read = decodeCsvBytes(bytes);
  const asChinese = 'errors' in read ? decodedAs('gb18030', bytes) : null;
  return asChinese && /\p{Script=Han}/u.test(asChinese) ? { text: asChinese, guessed: true } : read;
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not in this encoding.
    return null;
  }
}

function sheetOf(text: string): Sheet | null {
  const read = csvRecords(text);
  if ('errors' in read) return null;
  const [header, ...records] = read.records;
  return header ? { columns: header.cells.map((cell) => cell.trim()), records } : null;
}

/** What becomes of a row. */
export type Fate = 'added' | 'revised' | 'unchanged';

/** What importing would do: how many names it adds, how many it changes; or what it would be refused for. */
export type Prospect =
  | {
      readonly refused: null;
      readonly added: number;
      readonly revised: number;
      readonly unchanged: number;
      /** By the number of the row. */
      readonly fates: ReadonlyMap<number, Fate>;
    }
  | { readonly refused: Rejection; readonly errors: readonly RowError[] };

/** Who asks, about which meeting, when. */
export type Prospecting = {
  readonly meeting: MeetingState;
  readonly around: Surroundings;
  readonly actor: Actor;
  readonly at: Instant;
};

/** What importing these rows would do to the roster as it stands now. */
export function prospectOf(rows: readonly RosterRow[], { meeting, around, actor, at }: Prospecting): Prospect {
  const data = meetingCommands['import-roster'].input.parse({ rows });
  const decision = decideMeeting({ id: 'prospect', name: 'import-roster', data, actor, at }, meeting, around);
  if (isRejection(decision)) return { refused: decision, errors: rowErrorsIn(decision.facts) };
  const added = decision.filter(({ type }) => type === 'AttendeeAdded' || type === 'DelegationAdded').length;
  const revised = decision.length - added;
  return { refused: null, added, revised, unchanged: rows.length - added - revised, fates: fatesOf(rows, decision) };
}

function fatesOf(rows: readonly RosterRow[], decided: readonly MeetingEvent[]): ReadonlyMap<number, Fate> {
  const identity = (kind: RosterRow['kind'], { name, unit }: { readonly name: string; readonly unit: string }) =>
    JSON.stringify([kind, name, unit]);
  const fates = new Map<string, Fate>();
  for (const { type, data } of decided) {
    if (type === 'AttendeeAdded' || type === 'AttendeeRevised')
      fates.set(identity('person', data), type === 'AttendeeAdded' ? 'added' : 'revised');
    if (type === 'DelegationAdded' || type === 'DelegationRevised')
      fates.set(identity('delegation', data), type === 'DelegationAdded' ? 'added' : 'revised');
  }
  return new Map(rows.map((row, place) => [row.row ?? place + 1, fates.get(identity(row.kind, row)) ?? 'unchanged']));
}

/** The errors by row and column among the facts of a refusal. */
export function rowErrorsIn(facts: Readonly<Record<string, unknown>>): readonly RowError[] {
  const { errors } = facts;
  return Array.isArray(errors) ? errors.filter(isRowError) : [];
}

const isRowError = (error: unknown): error is RowError => {
  if (typeof error !== 'object' || error === null) return false;
  const { row, column, message } = error as Readonly<Record<string, unknown>>;
  return typeof row === 'number' && (column === null || typeof column === 'string') && typeof message === 'string';
};

/** The errors, each once, by row and then by column. */
export function inOrder(...lists: readonly (readonly RowError[])[]): readonly RowError[] {
  const each = new Map(lists.flat().map((error) => [JSON.stringify([error.row, error.column, error.message]), error]));
  return [...each.values()].toSorted((a, b) => a.row - b.row);
}

/** What is wrong at a cell (`column` as the header names it), or with a row as a whole (null). */
export const errorAt = (errors: readonly RowError[], row: number, column: string | null): RowError | undefined =>
  errors.find((error) => error.row === row && error.column === (column === null ? null : column.toLowerCase()));

/** The records to show: where something is wrong those alone, unless all are wanted; at most `limit` of them. */
export function recordsShown(
  { records }: Sheet,
  errors: readonly RowError[],
  { all, limit }: { readonly all: boolean; readonly limit: number },
): readonly CsvRecord[] {
  const wrong = new Set(errors.map(({ row }) => row));
  const wanted = all || wrong.size === 0 ? records : records.filter(({ row }) => wrong.has(row));
  return wanted.slice(0, limit);
}
