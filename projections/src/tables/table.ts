// What a table is: the SQLite tables it keeps its rows in, and what each event of the record writes to them.

import type { AttendanceEvent, FollowUpEvent, MeetingEvent } from '@rostrum/events';
import type { DatabaseSync } from 'node:sqlite';

/** The events that tables are made from. */
export type TabledEvent = MeetingEvent | AttendanceEvent | FollowUpEvent;

/** What events write, by their type. `meetingId` is that of the event's stream. */
export type Writes = {
  readonly [T in TabledEvent['type']]?: (data: Extract<TabledEvent, { type: T }>['data'], meetingId: string) => void;
};

export type Writer = {
  readonly writes: Writes;
  /** Drops what came from a stream that was deleted, by its family and the rest of its name. */
  readonly forget: { readonly [F in 'meeting' | 'attendance' | 'directive']?: (id: string) => void };
  /** Writes what was reckoned in memory; before a transaction is committed. */
  readonly flush?: () => void;
  /** Forgets it; where a transaction is rolled back. */
  readonly discard?: () => void;
};

export type Table = {
  readonly name: string;
  /** Raised with every change of the schema or of what is written: the table is then rebuilt. */
  readonly version: number;
  /** The names of its SQLite tables: dropped before it is built again. */
  readonly holds: readonly string[];
  /** Creates them, empty. */
  readonly schema: string;
  /** Prepares its statements. */
  readonly writer: (db: DatabaseSync) => Writer;
};

/** Which page of a list: at most `limit` rows after the first `offset`. */
export type Paging = { readonly limit?: number | undefined; readonly offset?: number | undefined };

/** A page of a list, and how many rows there are in all. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly total: number };

/** Rows in a page where the reader does not say. */
const PAGE = 50;
const LARGEST_PAGE = 500;

/** The limit and offset of a page, within bounds. */
export const boundsOf = ({ limit = PAGE, offset = 0 }: Paging) => ({
  limit: Math.min(Math.max(1, Math.trunc(limit)), LARGEST_PAGE),
  offset: Math.max(0, Math.trunc(offset)),
});
