// The people in the minutes: the roster in order of precedence, and who was there for how long and for what.

import { questionsOf } from '@rostrum/events';
import { attendancePerItem } from '../attendance-per-item.ts';
import type { AttendanceRow } from '../attendance-per-item.ts';
import { namesInOrder } from '../presence.ts';
import type { RosterName } from '../presence.ts';
import { entry, list, paragraph, said, section } from './document.ts';
import type { Section } from './document.ts';
import type { Writing } from './writing.ts';

/** Every name in order of precedence, with title, unit, capacity and venue; delegations with the number expected. */
export function rosterSection({ meeting, words, cited }: Writing): readonly Section[] {
  const names = namesInOrder(meeting);
  if (names.length === 0) return [];
  const { columns } = words;
  const number = (count: number | null) => (count === null ? words.none : String(count));
  const remark = ({ kind, removed, head, answer, substitute, excused }: RosterName): string =>
    [
      removed ? words.removed : null,
      kind === 'delegation' ? [words.delegation, head].filter(Boolean).join(words.colon) : null,
      answer === null || answer === 'none' ? null : words.answer[answer],
      substitute === null ? null : words.substitute(substitute.name, substitute.title),
      excused === null ? null : words.excusedBecause(excused),
    ]
      .filter((text) => text !== null)
      .join('; ') || words.none;
  return [
    section('roster', words.headings.roster, [
      {
        kind: 'table',
        columns: [
          columns.precedence,
          columns.name,
          columns.title,
          columns.unit,
          columns.capacity,
          columns.venue,
          columns.expected,
          columns.answer,
        ],
        rows: names.map((name) => ({
          cells: [
            String(name.precedence),
            name.name,
            name.title ?? words.none,
            name.unit,
            words.capacity[name.capacity],
            name.venue ?? words.remote,
            number(name.expected),
            remark(name),
          ],
          events: cited.about(
            name.rosterId,
            'AttendeeAdded',
            'AttendeeRevised',
            'AttendeeRemoved',
            'DelegationAdded',
            'DelegationRevised',
            'DelegationRemoved',
            'AttendanceAnswered',
            'AttendeeExcused',
          ),
        })),
      },
    ]),
  ];
}

/** Who came, from when to when, for how long and for how many items; delegations by count. */
export function attendanceSection(written: Writing): readonly Section[] {
  const { meeting, view, words, cited, at } = written;
  if (meeting.lifecycle.openedAt === null) return [];
  const { items, rows } = attendancePerItem(view, at);
  const { columns } = words;
  const persons = rows.filter(({ kind, removed }) => kind === 'attendee' && !removed);
  const those = (status: string) => persons.filter(({ presence }) => presence?.status === status).length;
  const bodies = rows.filter(({ kind, removed }) => kind === 'delegation' && !removed);
  const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const heard = cited.of('ParticipantJoined', 'ParticipantLeft', 'CheckedIn', 'CheckedOut');
  return [
    section('attendance', words.headings.attendance, [
      ...paragraph(
        persons.length === 0
          ? null
          : said(words.attendanceSummary(those('present'), those('absent'), those('excused')), heard),
        bodies.length === 0
          ? null
          : said(
              words.delegationsSummary(
                sum(bodies.map(({ counted }) => counted)),
                sum(bodies.map(({ expected }) => expected)),
              ),
              cited.of('DelegationCounted'),
            ),
      ),
      ...(rows.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              columns: [columns.name, columns.present, columns.intervals, columns.time, columns.counted, columns.items],
              rows: rows.map((row) => ({
                cells: attendanceCells(written, row, items.length),
                events: cited.about(
                  row.rosterId,
                  'ParticipantJoined',
                  'ParticipantLeft',
                  'CheckedIn',
                  'CheckedOut',
                  'DelegationCounted',
                ),
              })),
            },
          ]),
    ]),
  ];
}

function attendanceCells({ words, span }: Writing, row: AttendanceRow, items: number): readonly string[] {
  const { presence, counted, expected } = row;
  const attended = row.items.filter(({ present }) => present).length;
  if (presence === null) {
    const came = (counted ?? 0) > 0 ? words.presence.present : words.presence.absent;
    const count = `${counted ?? words.none} / ${expected ?? words.none}`;
    return [row.name, came, words.none, words.none, count, words.itemsAttended(attended, items)];
  }
  const status = [
    words.presence[presence.status],
    ...(presence.arrivedLate ? [words.late] : []),
    ...(presence.leftEarly ? [words.leftEarly] : []),
  ];
  return [
    row.name,
    words.names(status),
    presence.intervals.length === 0
      ? words.none
      : words.names(presence.intervals.map(({ from, to }) => span(from, to))),
    words.duration(presence.seconds),
    words.none,
    words.itemsAttended(attended, items),
  ];
}

/** Questions put in writing, with their answers. */
export function questionsSection({ view, words, cited }: Writing): readonly Section[] {
  const questions = questionsOf(view.conversation);
  if (questions.length === 0) return [];
  const entries = questions.map(({ questionId, asked, answered, dismissed }) =>
    entry(said(words.asked(asked.authorName, asked.text), cited.about(questionId, 'QuestionAsked')), null, [
      answered !== null
        ? said(words.answered(answered.authorName, answered.text), cited.about(questionId, 'QuestionAnswered'))
        : dismissed !== null
          ? said(words.dismissed(dismissed.reason), cited.about(questionId, 'QuestionDismissed'))
          : said(words.unanswered),
    ]),
  );
  return [section('questions', words.headings.questions, list(entries))];
}
