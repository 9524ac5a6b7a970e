// The list of meetings: what each is, when, where, how far it has come, and how large it is.

import type { Audience, Instant, MeetingStatus } from '@rostrum/events';
import type { DatabaseSync } from 'node:sqlite';
import { Filter } from './filter.ts';
import { searchable } from './matching.ts';
import { boundsOf } from './table.ts';
import type { Page, Paging, Table, Writes } from './table.ts';

const schema = `
  CREATE TABLE meetings (
    meetingId TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    organisation TEXT NOT NULL,
    purpose TEXT NOT NULL,
    languages TEXT NOT NULL,
    form TEXT NOT NULL,
    quorum INTEGER,
    timeZone TEXT NOT NULL,
    startsAt TEXT NOT NULL,
    endsAt TEXT NOT NULL,
    -- Milliseconds since 1970: instants with different offsets compare and sort by these.
    startsMs INTEGER NOT NULL,
    endsMs INTEGER NOT NULL,
    status TEXT NOT NULL,
    -- Until a meeting is convened only those who prepare it see it.
    convenedAt TEXT,
    openedAt TEXT,
    closedAt TEXT,
    presentAtOpening INTEGER,
    items INTEGER NOT NULL,
    attendees INTEGER NOT NULL,
    delegations INTEGER NOT NULL,
    directives INTEGER NOT NULL,
    commendations INTEGER NOT NULL,
    search TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX meetings_by_start ON meetings (startsMs, meetingId);

  CREATE TABLE meeting_venues (
    meetingId TEXT NOT NULL,
    place INTEGER NOT NULL,
    venueId TEXT NOT NULL,
    name TEXT NOT NULL,
    main INTEGER NOT NULL,
    PRIMARY KEY (meetingId, venueId)
  ) STRICT, WITHOUT ROWID;
`;

type Counted = 'items' | 'attendees' | 'delegations' | 'directives' | 'commendations';

function writer(db: DatabaseSync) {
  const schedule = db.prepare(`
    INSERT OR REPLACE INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, ?)`);
  const revise = db.prepare(
    'UPDATE meetings SET title = ?, organisation = ?, purpose = ?, languages = ?, form = ?, quorum = ?, search = ? WHERE meetingId = ?',
  );
  const reschedule = db.prepare(
    'UPDATE meetings SET timeZone = ?, startsAt = ?, endsAt = ?, startsMs = ?, endsMs = ? WHERE meetingId = ?',
  );
  const convene = db.prepare("UPDATE meetings SET status = 'convened', convenedAt = ? WHERE meetingId = ?");
  const open = db.prepare(
    "UPDATE meetings SET status = 'open', openedAt = ?, presentAtOpening = ? WHERE meetingId = ?",
  );
  const close = db.prepare("UPDATE meetings SET status = 'closed', closedAt = ? WHERE meetingId = ?");
  const setStatus = db.prepare('UPDATE meetings SET status = ? WHERE meetingId = ?');
  const addVenue = db.prepare(`
    INSERT OR REPLACE INTO meeting_venues
    SELECT ?1, (SELECT count(*) FROM meeting_venues WHERE meetingId = ?1), ?2, ?3, ?4`);
  const reviseVenue = db.prepare('UPDATE meeting_venues SET name = ?, main = ? WHERE meetingId = ? AND venueId = ?');
  const withdrawVenue = db.prepare('DELETE FROM meeting_venues WHERE meetingId = ? AND venueId = ?');
  const forgotten = ['meetings', 'meeting_venues'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE meetingId = ?`),
  );

  const statusAfter = (status: MeetingStatus) => (_data: unknown, meetingId: string) =>
    void setStatus.run(status, meetingId);
  const count = (column: Counted, difference: 1 | -1) => {
    const change = db.prepare(`UPDATE meetings SET ${column} = ${column} + ${difference} WHERE meetingId = ?`);
    return (_data: unknown, meetingId: string) => void change.run(meetingId);
  };

  const writes: Writes = {
    MeetingScheduled: (data, meetingId) => {
      const { title, organisation, purpose, languages, form, quorum, timeZone, startsAt, endsAt } = data;
      schedule.run(
        meetingId,
        title,
        organisation,
        JSON.stringify(purpose),
        JSON.stringify(languages),
        form,
        quorum,
        timeZone,
        startsAt,
        endsAt,
        Date.parse(startsAt),
        Date.parse(endsAt),
        searchable(title, organisation, ...purpose),
      );
    },
    MeetingRevised: ({ title, organisation, purpose, languages, form, quorum }, meetingId) => {
      const search = searchable(title, organisation, ...purpose);
      revise.run(
        title,
        organisation,
        JSON.stringify(purpose),
        JSON.stringify(languages),
        form,
        quorum,
        search,
        meetingId,
      );
    },
    MeetingRescheduled: ({ timeZone, startsAt, endsAt }, meetingId) =>
      void reschedule.run(timeZone, startsAt, endsAt, Date.parse(startsAt), Date.parse(endsAt), meetingId),
    MeetingConvened: ({ at }, meetingId) => void convene.run(at, meetingId),
    MeetingOpened: ({ at, present }, meetingId) => void open.run(at, present, meetingId),
    RecessCalled: statusAfter('recess'),
    MeetingResumed: statusAfter('open'),
    MeetingClosed: ({ at }, meetingId) => void close.run(at, meetingId),
    MeetingMinuted: statusAfter('minuted'),
    MeetingCancelled: statusAfter('cancelled'),
    VenueAdded: ({ venueId, name, main }, meetingId) => void addVenue.run(meetingId, venueId, name, Number(main)),
    VenueRevised: ({ venueId, name, main }, meetingId) => void reviseVenue.run(name, Number(main), meetingId, venueId),
    VenueWithdrawn: ({ venueId }, meetingId) => void withdrawVenue.run(meetingId, venueId),
    ItemAdded: count('items', 1),
    ItemWithdrawn: count('items', -1),
    AttendeeAdded: count('attendees', 1),
    AttendeeRemoved: count('attendees', -1),
    DelegationAdded: count('delegations', 1),
    DelegationRemoved: count('delegations', -1),
    DirectiveIssued: count('directives', 1),
    DirectiveWithdrawn: count('directives', -1),
    CommendationConferred: count('commendations', 1),
  };
  const forget = { meeting: (meetingId: string) => forgotten.forEach((statement) => statement.run(meetingId)) };
  return { writes, forget };
}

export const meetingsTable: Table = {
  name: 'meetings',
  version: 1,
  holds: ['meetings', 'meeting_venues'],
  schema,
  writer,
};

// ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export type MeetingRow = {
  readonly meetingId: string;
  readonly title: string;
  readonly organisation: string;
  readonly purpose: readonly string[];
  readonly languages: readonly string[];
  readonly form: 'video' | 'hybrid' | 'on-site';
  readonly quorum: number | null;
  readonly timeZone: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly status: MeetingStatus;
  readonly convenedAt: Instant | null;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly presentAtOpening: number | null;
  readonly venues: readonly { readonly venueId: string; readonly name: string; readonly main: boolean }[];
  /** How many of each; what was withdrawn or removed does not count. */
  readonly items: number;
  readonly attendees: number;
  readonly delegations: number;
  readonly directives: number;
  /** Conferred ones. */
  readonly commendations: number;
  /** There where its record holds what this version cannot read: the row is as it was before that. */
  readonly unreadable?: true;
};

export type MeetingsQuery = Paging & {
  /** Others than officers see a meeting once it has been convened. */
  readonly audience: Audience;
  /** Only this one. */
  readonly meetingId?: string | undefined;
  readonly status?: readonly MeetingStatus[] | undefined;
  readonly form?: readonly MeetingRow['form'][] | undefined;
  /** Only of this organisation, as it is written. */
  readonly organisation?: string | undefined;
  /** Meetings that end after this instant. */
  readonly from?: Instant | undefined;
  /** Meetings that start before this instant. */
  readonly to?: Instant | undefined;
  /** Words of title, organisation or purpose, in any case; any part of a Chinese text. */
  readonly q?: string | undefined;
  /** By planned start; `latest-first` where not given. */
  readonly order?: 'latest-first' | 'earliest-first' | undefined;
};

const COLUMNS = `meetingId, title, organisation, purpose, languages, form, quorum, timeZone, startsAt, endsAt, status,
  convenedAt, openedAt, closedAt, presentAtOpening, items, attendees, delegations, directives, commendations,
  EXISTS (SELECT 1 FROM unreadable AS u WHERE u.subject = meetings.meetingId
    AND u.family IN ('meeting', 'attendance', 'conversation', 'directive')) AS unreadable,
  (SELECT json_group_array(json_object('venueId', venueId, 'name', name, 'main', json(iif(main, 'true', 'false'))) ORDER BY place)
   FROM meeting_venues AS v WHERE v.meetingId = meetings.meetingId) AS venues`;

const parsed = ({ unreadable, ...row }: Record<string, unknown>): MeetingRow =>
  ({
    ...row,
    ...(unreadable === 1 ? { unreadable: true } : {}),
    purpose: JSON.parse(row['purpose'] as string),
    languages: JSON.parse(row['languages'] as string),
    venues: JSON.parse(row['venues'] as string),
  }) as MeetingRow;

type Chosen = 'status' | 'form' | 'organisation';

/** Conditions of a query; without one of the choices, to count what each of its values would bring. */
function filterOf(query: MeetingsQuery, without?: Chosen): Filter {
  const filter = new Filter()
    .whereGiven('meetingId = ?', query.meetingId)
    .whereOneOf('status', without === 'status' ? undefined : query.status)
    .whereOneOf('form', without === 'form' ? undefined : query.form)
    .whereGiven('organisation = ?', without === 'organisation' ? undefined : query.organisation)
    .whereGiven('endsMs > ?', query.from === undefined ? undefined : Date.parse(query.from))
    .whereGiven('startsMs < ?', query.to === undefined ? undefined : Date.parse(query.to))
    .whereFound('search', query.q);
  return query.audience === 'officers' ? filter : filter.where('convenedAt IS NOT NULL');
}

/** The meetings that the reader may see and asks for. */
export function listMeetings(db: DatabaseSync, query: MeetingsQuery): Page<MeetingRow> {
  const { limit, offset } = boundsOf(query);
  const filter = filterOf(query);
  const direction = query.order === 'earliest-first' ? 'ASC' : 'DESC';
  const rows = db
    .prepare(
      `SELECT ${COLUMNS} FROM meetings ${filter.sql} ORDER BY startsMs ${direction}, meetingId ${direction} LIMIT ? OFFSET ?`,
    )
    .all(...filter.values, limit, offset);
  const total = db.prepare(`SELECT count(*) AS total FROM meetings ${filter.sql}`).get(...filter.values);
  return { rows: rows.map(parsed), total: Number(total?.['total']) };
}

/** A value that meetings can be chosen by, and how many have it. */
export type MeetingCount = { readonly value: string; readonly meetings: number };
export type MeetingCounts = {
  readonly status: readonly MeetingCount[];
  readonly form: readonly MeetingCount[];
  /** Those with most meetings first. */
  readonly organisation: readonly MeetingCount[];
};

/** Organisations that are counted one by one. */
const MOST_ORGANISATIONS = 100;

/** Of each choice, how many meetings each of its values would bring with everything else as it is asked. */
export function countMeetings(db: DatabaseSync, query: MeetingsQuery): MeetingCounts {
  const counted = (chosen: Chosen): readonly MeetingCount[] => {
    const filter = filterOf(query, chosen);
    return db
      .prepare(
        `SELECT ${chosen} AS value, count(*) AS meetings FROM meetings ${filter.sql}
         GROUP BY ${chosen} ORDER BY meetings DESC, value LIMIT ${MOST_ORGANISATIONS}`,
      )
      .all(...filter.values) as unknown as MeetingCount[];
  };
  return { status: counted('status'), form: counted('form'), organisation: counted('organisation') };
}
