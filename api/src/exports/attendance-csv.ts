// Attendance as a table for a spreadsheet: a row for each name in order of precedence, a column for each item that was
// taken.

import type { Instant } from '@rostrum/events';
import { attendancePerItem } from '@rostrum/projections';
import type { AttendanceRow, ItemAttendance, MeetingView } from '@rostrum/projections';
import { csvOf } from './csv.ts';

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
  return csvOf([header, ...rows.map((row) => [...nameCells(row), ...row.items.map((item) => itemCell(row, item))])]);
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
