// People and bodies across meetings: who was on which roster, who came, how long each spoke, what each was honoured with.
// A person is known again by name and unit; nobody has an account.

import type { Audience, Capacity, CommendationCategory, Instant } from '@rostrum/events';
import type { DatabaseSync } from 'node:sqlite';
import { Filter } from './filter.ts';
import { personKey, searchable } from './matching.ts';
import { Speeches, speechesSchema } from './speeches.ts';
import { boundsOf } from './table.ts';
import type { Page, Paging, Table, Writes } from './table.ts';

const schema = `
  CREATE TABLE roster_entries (
    meetingId TEXT NOT NULL,
    -- For those who were honoured without being on the roster: the id of the commendation, # and their place in it.
    rosterId TEXT NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT,
    unit TEXT NOT NULL,
    capacity TEXT,
    -- 1 on the roster; 0 removed from it, or never on it.
    listed INTEGER NOT NULL,
    attended INTEGER NOT NULL,
    speeches INTEGER NOT NULL,
    spokenSeconds INTEGER NOT NULL,
    commendations INTEGER NOT NULL,
    search TEXT NOT NULL,
    PRIMARY KEY (meetingId, rosterId)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX roster_entries_by_person ON roster_entries (person);

  ${speechesSchema}
`;

export type PersonKind = 'person' | 'body';

/** What a commendation of a category honours. */
const honoured: Readonly<Record<CommendationCategory, PersonKind>> = {
  individual: 'person',
  collective: 'body',
  team: 'body',
};

function writer(db: DatabaseSync) {
  const add = db.prepare(`
    INSERT INTO roster_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?)
    ON CONFLICT DO UPDATE SET person = excluded.person, name = excluded.name, title = excluded.title,
      unit = excluded.unit, capacity = excluded.capacity, listed = excluded.listed, search = excluded.search`);
  const revise = db.prepare(`
    UPDATE roster_entries SET person = ?, name = ?, title = ?, unit = ?, capacity = ?, search = ?
    WHERE meetingId = ? AND rosterId = ?`);
  const remove = db.prepare('UPDATE roster_entries SET listed = 0 WHERE meetingId = ? AND rosterId = ?');
  const attend = db.prepare(
    'UPDATE roster_entries SET attended = 1 WHERE meetingId = ? AND rosterId = ? AND attended = 0',
  );
  const honour = db.prepare(
    'UPDATE roster_entries SET commendations = commendations + 1 WHERE meetingId = ? AND rosterId = ?',
  );
  const speeches = new Speeches(db);
  const forgotten = ['roster_entries', 'speeches'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE meetingId = ?`),
  );
  const unattend = db.prepare('UPDATE roster_entries SET attended = 0 WHERE meetingId = ?');

  type Named = { readonly name: string; readonly unit: string; readonly capacity: Capacity };
  const list = (meetingId: string, rosterId: string, kind: PersonKind, title: string | null, entry: Named) => {
    const { name, unit, capacity } = entry;
    const search = searchable(name, title, unit);
    add.run(meetingId, rosterId, personKey(name, unit), kind, name, title, unit, capacity, 1, 0, search);
  };
  const rename = (meetingId: string, rosterId: string, title: string | null, { name, unit, capacity }: Named) =>
    void revise.run(
      personKey(name, unit),
      name,
      title,
      unit,
      capacity,
      searchable(name, title, unit),
      meetingId,
      rosterId,
    );

  const writes: Writes = {
    AttendeeAdded: (data, meetingId) => list(meetingId, data.attendeeId, 'person', data.title, data),
    AttendeeRevised: (data, meetingId) => rename(meetingId, data.attendeeId, data.title, data),
    AttendeeRemoved: ({ attendeeId }, meetingId) => void remove.run(meetingId, attendeeId),
    DelegationAdded: (data, meetingId) => list(meetingId, data.delegationId, 'body', null, data),
    DelegationRevised: (data, meetingId) => rename(meetingId, data.delegationId, null, data),
    DelegationRemoved: ({ delegationId }, meetingId) => void remove.run(meetingId, delegationId),
    ParticipantJoined: ({ attendeeId }, meetingId) => void attend.run(meetingId, attendeeId),
    CheckedIn: ({ attendeeId }, meetingId) => void attend.run(meetingId, attendeeId),
    DelegationCounted: ({ delegationId, count }, meetingId) => {
      if (count > 0) attend.run(meetingId, delegationId);
    },
    FloorGiven: (data, meetingId) => speeches.begin(meetingId, data, data.speakerId),
    FloorPaused: (data, meetingId) => speeches.pause(meetingId, data),
    FloorResumed: (data, meetingId) => speeches.resume(meetingId, data),
    FloorYielded: (data, meetingId) => speeches.end(meetingId, data),
    FloorTakenBack: (data, meetingId) => speeches.end(meetingId, data),
    CommendationConferred: ({ commendationId, category, recipients }, meetingId) => {
      recipients.forEach(({ name, unit, rosterId }, place) => {
        if (rosterId !== null) return void honour.run(meetingId, rosterId);
        const key = personKey(name, unit);
        const entryId = `${commendationId}#${place}`;
        add.run(
          meetingId,
          entryId,
          key,
          honoured[category],
          name,
          null,
          unit ?? '',
          null,
          0,
          1,
          searchable(name, unit),
        );
      });
    },
  };
  const forget = {
    meeting: (meetingId: string) => {
      speeches.flush();
      for (const statement of forgotten) statement.run(meetingId);
    },
    attendance: (meetingId: string) => void unattend.run(meetingId),
  };
  return { writes, forget, flush: () => speeches.flush(), discard: () => speeches.forget() };
}

export const peopleTable: Table = { name: 'people', version: 3, holds: ['roster_entries', 'speeches'], schema, writer };

// ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export type PersonRow = {
  /** Tells persons apart: name and unit as they are compared. */
  readonly person: string;
  readonly kind: PersonKind;
  /** Name, title and unit as last recorded. */
  readonly name: string;
  readonly title: string | null;
  readonly unit: string;
  /** How many meetings had them on the roster, and to how many they came. */
  readonly meetings: number;
  readonly attended: number;
  readonly speeches: number;
  readonly spokenSeconds: number;
  readonly commendations: number;
};

export type PeopleQuery = Paging & {
  /** Others than officers see what stands on the rosters of meetings that have been convened. */
  readonly audience: Audience;
  readonly kind?: PersonKind | undefined;
  /** Words of name, title or unit, in any case; any part of a Chinese text. */
  readonly q?: string | undefined;
};

/** Entries of meetings that the audience may see, as `e`, with the meeting as `m`. */
const seenBy = (audience: Audience): Filter => {
  const filter = new Filter().where('(e.listed = 1 OR e.attended = 1 OR e.commendations > 0 OR e.speeches > 0)');
  return audience === 'officers' ? filter : filter.where('m.convenedAt IS NOT NULL');
};

const ENTRIES = 'roster_entries AS e LEFT JOIN meetings AS m ON m.meetingId = e.meetingId';

/** Persons and bodies by name. */
export function listPeople(db: DatabaseSync, query: PeopleQuery): Page<PersonRow> {
  const { limit, offset } = boundsOf(query);
  const filter = seenBy(query.audience).whereGiven('e.kind = ?', query.kind).whereFound('e.search', query.q);
  // With max() SQLite takes the other columns from the row that has the maximum (sqlite.org/lang_select.html, 2.5).
  const rows = db
    .prepare(
      `SELECT person, kind, name, title, unit, meetings, attended, speeches, spokenSeconds, commendations FROM (
         SELECT e.person, e.kind, e.name, e.title, e.unit, max(coalesce(m.startsMs, 0)),
           sum(e.listed) AS meetings, sum(e.attended) AS attended, sum(e.speeches) AS speeches,
           sum(e.spokenSeconds) AS spokenSeconds, sum(e.commendations) AS commendations
         FROM ${ENTRIES} ${filter.sql} GROUP BY e.person)
       ORDER BY name, person LIMIT ? OFFSET ?`,
    )
    .all(...filter.values, limit, offset);
  const total = db
    .prepare(`SELECT count(DISTINCT e.person) AS total FROM ${ENTRIES} ${filter.sql}`)
    .get(...filter.values);
  return { rows: rows as unknown as PersonRow[], total: Number(total?.['total']) };
}

/** One meeting of a person. */
export type PersonMeeting = {
  readonly meetingId: string;
  readonly meetingTitle: string | null;
  readonly startsAt: Instant | null;
  readonly rosterId: string;
  readonly title: string | null;
  readonly capacity: Capacity | null;
  readonly attended: boolean;
  readonly speeches: number;
  readonly spokenSeconds: number;
  readonly commendations: number;
};

/** The meetings of one person or body, the latest first. */
export function meetingsOfPerson(db: DatabaseSync, person: string, audience: Audience): readonly PersonMeeting[] {
  const filter = seenBy(audience).where('e.person = ?', person);
  return db
    .prepare(
      `SELECT e.meetingId, m.title AS meetingTitle, m.startsAt, e.rosterId, e.title, e.capacity, e.attended, e.speeches,
         e.spokenSeconds, e.commendations
       FROM ${ENTRIES} ${filter.sql} ORDER BY m.startsMs DESC, e.meetingId, e.rosterId`,
    )
    .all(...filter.values)
    .map((row) => ({ ...row, attended: row['attended'] === 1 }) as unknown as PersonMeeting);
}
