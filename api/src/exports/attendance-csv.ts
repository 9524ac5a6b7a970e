// Attendance as a table for a spreadsheet: a row for each name in order of precedence, a column for each item that was
// taken. CSV as RFC 4180 has it, in UTF-8 with a byte order mark, by which spreadsheets know it.

import type { Instant } from '@rostrum/events';
import { attendancePerItem } from '@rostrum/projections';
import type { AttendanceRow, ItemAttendance, MeetingView } from '@rostrum/projections';

const BYTE_ORDER_MARK = '\uFEFF';

const COLUMNS = [
  'precedence',
  'kind',
  'name',
  'title',
  'unit',
  'capacity',
  'venue',
  'status',
  'arrived late',
  'left early',
  'seconds present',
  'connection gaps',
  'expected',
  'counted',
] as const;

/**
 * The table as it is known at an instant.
 * @param view of the meeting, as its reader may see it
 * @param at while the meeting runs, now; afterwards the closing
 */
export function attendanceCsv(view: MeetingView, at: Instant): string {
  const { items, rows } = attendancePerItem(view, at);
  const header = [...COLUMNS, ...items.map(({ title }, place) => `${place + 1} ${title}`)];
  const lines = [header, ...rows.map((row) => [...nameCells(row), ...row.items.map((item) => itemCell(row, item))])];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function nameCells({
  kind,
  name,
  title,
  unit,
  capacity,
  precedence,
  venue,
  presence,
  expected,
  counted,
}: AttendanceRow) {
  const own =
    presence === null
      ? [(counted ?? 0) > 0 ? 'present' : 'absent', null, null, null, null]
      : [presence.status, presence.arrivedLate, presence.leftEarly, presence.seconds, presence.gaps.length];
  return [precedence, kind, name, title, unit, capacity, venue ?? 'remote', ...own, expected, counted];
}

/** `present`, `absent`, `late`, `left early` or both, and for a person the minutes they were there. */
function itemCell({ kind }: AttendanceRow, { present, late, leftEarly, seconds }: ItemAttendance): string {
  if (!present) return 'absent';
  const manner = [...(late ? ['late'] : []), ...(leftEarly ? ['left early'] : [])].join(', ') || 'present';
  return kind === 'delegation' ? manner : `${manner} (${Math.round(seconds / 60)} min)`;
}

type Cell = string | number | boolean | null;

/**
 * A cell, quoted where it must be. A text that a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP, CSV Injection).
 */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
