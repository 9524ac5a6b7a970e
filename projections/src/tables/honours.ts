// The honours register: every commendation that was ever conferred, across meetings. What is prepared is under embargo
// and never reaches it.

import type { CommendationCategory, CommendationRecipient, Instant } from '@rostrum/events';
import type { DatabaseSync } from 'node:sqlite';
import { Filter } from './filter.ts';
import { searchable } from './matching.ts';
import { boundsOf } from './table.ts';
import type { Page, Paging, Table, Writes } from './table.ts';

const schema = `
  CREATE TABLE honours (
    meetingId TEXT NOT NULL,
    commendationId TEXT NOT NULL,
    certificate TEXT NOT NULL,
    award TEXT NOT NULL,
    programme TEXT,
    period TEXT,
    category TEXT NOT NULL,
    citation TEXT,
    rank TEXT,
    recipients TEXT NOT NULL,
    presenterName TEXT NOT NULL,
    conferredAt TEXT NOT NULL,
    conferredMs INTEGER NOT NULL,
    search TEXT NOT NULL,
    PRIMARY KEY (meetingId, commendationId)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX honours_by_time ON honours (conferredMs);
`;

function writer(db: DatabaseSync) {
  const add = db.prepare('INSERT OR REPLACE INTO honours VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const forget = db.prepare('DELETE FROM honours WHERE meetingId = ?');
  const writes: Writes = {
    CommendationConferred: (data, meetingId) => {
      const { commendationId, certificate, award, programme, period, category, citation, rank, recipients, at } = data;
      const names = recipients.flatMap(({ name, unit }) => [name, unit]);
      add.run(
        meetingId,
        commendationId,
        certificate,
        award,
        programme,
        period,
        category,
        citation,
        rank,
        JSON.stringify(recipients),
        data.presenterName,
        at,
        Date.parse(at),
        searchable(award, programme, period, citation, rank, certificate, ...names),
      );
    },
  };
  return { writes, forget: { meeting: (meetingId: string) => void forget.run(meetingId) } };
}

export const honoursTable: Table = { name: 'honours', version: 1, holds: ['honours'], schema, writer };

// ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export type HonourRow = {
  readonly meetingId: string;
  /** Null while the list of meetings is being built. */
  readonly meetingTitle: string | null;
  readonly organisation: string | null;
  readonly commendationId: string;
  readonly certificate: string;
  readonly award: string;
  readonly programme: string | null;
  readonly period: string | null;
  readonly category: CommendationCategory;
  readonly citation: string | null;
  readonly rank: string | null;
  readonly recipients: readonly CommendationRecipient[];
  readonly presenterName: string;
  readonly conferredAt: Instant;
};

export type HonoursQuery = Paging & {
  readonly meetingId?: string | undefined;
  readonly category?: CommendationCategory | undefined;
  /** Conferred at or after. */
  readonly from?: Instant | undefined;
  /** Conferred before. */
  readonly to?: Instant | undefined;
  /** Words of award, programme, period, citation, rank, certificate or recipients, in any case. */
  readonly q?: string | undefined;
};

/** Conferrals, the latest first. */
export function listHonours(db: DatabaseSync, query: HonoursQuery): Page<HonourRow> {
  const { limit, offset } = boundsOf(query);
  const filter = new Filter()
    .whereGiven('h.meetingId = ?', query.meetingId)
    .whereGiven('h.category = ?', query.category)
    .whereGiven('h.conferredMs >= ?', query.from === undefined ? undefined : Date.parse(query.from))
    .whereGiven('h.conferredMs < ?', query.to === undefined ? undefined : Date.parse(query.to))
    .whereFound('h.search', query.q);
  const rows = db
    .prepare(
      `SELECT h.meetingId, m.title AS meetingTitle, m.organisation, h.commendationId, h.certificate, h.award, h.programme,
         h.period, h.category, h.citation, h.rank, h.recipients, h.presenterName, h.conferredAt
       FROM honours AS h LEFT JOIN meetings AS m ON m.meetingId = h.meetingId ${filter.sql}
       ORDER BY h.conferredMs DESC, h.certificate LIMIT ? OFFSET ?`,
    )
    .all(...filter.values, limit, offset)
    .map((row) => ({ ...row, recipients: JSON.parse(row['recipients'] as string) }) as unknown as HonourRow);
  const total = db.prepare(`SELECT count(*) AS total FROM honours AS h ${filter.sql}`).get(...filter.values);
  return { rows, total: Number(total?.['total']) };
}
