// Directives across meetings, and what became of each: who of those addressed acknowledged it, how far they are, who has
// discharged it, who has not answered.

import type { FollowUp, FollowUpEvent, Instant } from '@rostrum/events';
import type { DatabaseSync } from 'node:sqlite';
import { Filter } from './filter.ts';
import { searchable } from './matching.ts';
import { boundsOf } from './table.ts';
import type { Page, Paging, Table, Writes } from './table.ts';

const schema = `
  CREATE TABLE directives (
    meetingId TEXT NOT NULL,
    directiveId TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    addressedTo TEXT NOT NULL,
    dueOn TEXT,
    speechId TEXT,
    itemId TEXT NOT NULL,
    issuedAt TEXT NOT NULL,
    issuedMs INTEGER NOT NULL,
    withdrawnBecause TEXT,
    search TEXT NOT NULL,
    PRIMARY KEY (meetingId, directiveId)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX directives_by_time ON directives (issuedMs);

  CREATE TABLE directive_answers (
    meetingId TEXT NOT NULL,
    directiveId TEXT NOT NULL,
    respondent TEXT NOT NULL,
    status TEXT NOT NULL,
    percent INTEGER,
    text TEXT,
    answeredAt TEXT NOT NULL,
    PRIMARY KEY (meetingId, directiveId, respondent)
  ) STRICT, WITHOUT ROWID;
`;

function writer(db: DatabaseSync) {
  const issue = db.prepare('INSERT OR REPLACE INTO directives VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)');
  const revise = db.prepare(`
    UPDATE directives SET ordinal = ?, text = ?, addressedTo = ?, dueOn = ?, search = ?
    WHERE meetingId = ? AND directiveId = ?`);
  const withdraw = db.prepare('UPDATE directives SET withdrawnBecause = ? WHERE meetingId = ? AND directiveId = ?');
  const answer = db.prepare('INSERT OR REPLACE INTO directive_answers VALUES (?, ?, ?, ?, ?, ?, ?)');
  const forgotten = ['directives', 'directive_answers'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE meetingId = ?`),
  );
  const unanswer = db.prepare("DELETE FROM directive_answers WHERE meetingId || '.' || directiveId = ?");

  type Told = Pick<FollowUpEvent['data'], 'meetingId' | 'directiveId' | 'respondent' | 'at'>;
  const tell = (told: Told, status: FollowUp['status'], percent: number | null, text: string | null) =>
    void answer.run(told.meetingId, told.directiveId, told.respondent, status, percent, text, told.at);

  const writes: Writes = {
    DirectiveIssued: ({ directiveId, ordinal, text, addressedTo, dueOn, speechId, itemId, at }, meetingId) => {
      const addressees = JSON.stringify(addressedTo);
      const search = searchable(text, ...addressedTo);
      const ms = Date.parse(at);
      issue.run(meetingId, directiveId, ordinal, text, addressees, dueOn, speechId, itemId, at, ms, search);
    },
    DirectiveRevised: ({ directiveId, ordinal, text, addressedTo, dueOn }, meetingId) => {
      const search = searchable(text, ...addressedTo);
      revise.run(ordinal, text, JSON.stringify(addressedTo), dueOn, search, meetingId, directiveId);
    },
    DirectiveWithdrawn: ({ directiveId, reason }, meetingId) => void withdraw.run(reason, meetingId, directiveId),
    DirectiveAcknowledged: (data) => tell(data, 'acknowledged', null, data.note),
    DirectiveProgressed: (data) => tell(data, 'under-way', data.percent, data.report),
    DirectiveDischarged: (data) => tell(data, 'discharged', 100, data.report),
    DirectiveReopened: (data) => tell(data, 'under-way', null, data.reason),
  };
  const forget = {
    meeting: (meetingId: string) => forgotten.forEach((statement) => statement.run(meetingId)),
    directive: (meetingAndDirective: string) => void unanswer.run(meetingAndDirective),
  };
  return { writes, forget };
}

export const directivesTable: Table = {
  name: 'directives',
  version: 1,
  holds: ['directives', 'directive_answers'],
  schema,
  writer,
};

// ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How far one of those addressed has come. */
export type DirectiveAnswer = {
  /** A unit path or a roster id. */
  readonly respondent: string;
  /** The name at the roster id, or the unit path. */
  readonly name: string;
  readonly status: FollowUp['status'] | 'outstanding';
  readonly percent: number | null;
  /** The last note, report or reason. */
  readonly text: string | null;
  readonly answeredAt: Instant | null;
};

/** `open`: somebody addressed has not discharged it. `discharged`: all have. */
export type DirectiveStanding = 'open' | 'discharged' | 'withdrawn';

export type DirectiveRow = {
  readonly meetingId: string;
  readonly meetingTitle: string | null;
  readonly directiveId: string;
  readonly ordinal: number;
  readonly text: string;
  readonly addressedTo: readonly { readonly id: string; readonly name: string }[];
  /** `YYYY-MM-DD`, in the meeting's time zone. */
  readonly dueOn: string | null;
  readonly speechId: string | null;
  readonly speakerName: string | null;
  readonly itemId: string;
  readonly issuedAt: Instant;
  readonly withdrawnBecause: string | null;
  readonly standing: DirectiveStanding;
  readonly answers: readonly DirectiveAnswer[];
};

export type DirectivesQuery = Paging & {
  readonly meetingId?: string | undefined;
  readonly standing?: DirectiveStanding | undefined;
  /** Due on or before this day, `YYYY-MM-DD`. */
  readonly dueBy?: string | undefined;
  /** Addressed to this unit or name, or to a unit above it. */
  readonly respondent?: string | undefined;
  /** Words of text or addressees, in any case. */
  readonly q?: string | undefined;
};

// Who is to answer the directive `d`, found among the rosters of the people's table: names as they are; for a unit every
// unit of the roster at or below it, or its own path where the roster has none; and whoever has answered.
// `respondentsOf` in the events says the same of a single meeting.
const RESPONDENTS = `(
  SELECT t.value AS respondent FROM json_each(d.addressedTo) AS t
    JOIN roster_entries AS e ON e.meetingId = d.meetingId AND e.rosterId = t.value
  UNION
  SELECT coalesce(e.unit, t.value) FROM json_each(d.addressedTo) AS t
    LEFT JOIN roster_entries AS e ON e.meetingId = d.meetingId AND e.listed = 1
      AND (e.unit = t.value OR substr(e.unit, 1, length(t.value) + 3) = t.value || ' / ')
    WHERE NOT EXISTS (SELECT 1 FROM roster_entries AS n WHERE n.meetingId = d.meetingId AND n.rosterId = t.value)
  UNION
  SELECT g.respondent FROM directive_answers AS g WHERE g.meetingId = d.meetingId AND g.directiveId = d.directiveId)`;

const ANSWERS = `${RESPONDENTS} AS r LEFT JOIN directive_answers AS a
  ON a.meetingId = d.meetingId AND a.directiveId = d.directiveId AND a.respondent = r.respondent`;

const STANDING = `CASE
  WHEN d.withdrawnBecause IS NOT NULL THEN 'withdrawn'
  WHEN EXISTS (SELECT 1 FROM ${ANSWERS} WHERE a.status IS NOT 'discharged') THEN 'open'
  ELSE 'discharged' END`;

const nameOf = (rosterId: string) =>
  `coalesce((SELECT e.name FROM roster_entries AS e WHERE e.meetingId = d.meetingId AND e.rosterId = ${rosterId}), ${rosterId})`;

/** Directives, the latest first. */
export function listDirectives(db: DatabaseSync, query: DirectivesQuery): Page<DirectiveRow> {
  const { limit, offset } = boundsOf(query);
  const filter = new Filter()
    .whereGiven('d.meetingId = ?', query.meetingId)
    .whereGiven('d.dueOn <= ?', query.dueBy)
    .whereGiven(`${STANDING} = ?`, query.standing)
    .whereFound('d.search', query.q)
    .whereGiven(`? IN (SELECT r.respondent FROM ${RESPONDENTS} AS r)`, query.respondent);
  const rows = db
    .prepare(
      `SELECT d.meetingId, m.title AS meetingTitle, d.directiveId, d.ordinal, d.text, d.dueOn, d.speechId, d.itemId,
         d.issuedAt, d.withdrawnBecause, ${STANDING} AS standing,
         (SELECT e.name FROM speeches AS s JOIN roster_entries AS e ON e.meetingId = s.meetingId AND e.rosterId = s.rosterId
          WHERE s.meetingId = d.meetingId AND s.speechId = d.speechId) AS speakerName,
         (SELECT json_group_array(json_object('id', t.value, 'name', ${nameOf('t.value')}) ORDER BY t.key)
          FROM json_each(d.addressedTo) AS t) AS addressedTo,
         (SELECT json_group_array(json_object('respondent', r.respondent, 'name', ${nameOf('r.respondent')},
            'status', coalesce(a.status, 'outstanding'), 'percent', a.percent, 'text', a.text, 'answeredAt', a.answeredAt)
            ORDER BY r.respondent) FROM ${ANSWERS}) AS answers
       FROM directives AS d LEFT JOIN meetings AS m ON m.meetingId = d.meetingId ${filter.sql}
       ORDER BY d.issuedMs DESC, d.meetingId, d.ordinal, d.directiveId LIMIT ? OFFSET ?`,
    )
    .all(...filter.values, limit, offset)
    .map(
      (row) =>
        ({
          ...row,
          addressedTo: JSON.parse(row['addressedTo'] as string),
          answers: JSON.parse(row['answers'] as string),
        }) as unknown as DirectiveRow,
    );
  const total = db.prepare(`SELECT count(*) AS total FROM directives AS d ${filter.sql}`).get(...filter.values);
  return { rows, total: Number(total?.['total']) };
}
