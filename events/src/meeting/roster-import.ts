// Importing a roster: rows with the columns of `roster.csv`, all or nothing. A row that names someone who is on the
// roster (same kind, name and unit) revises that entry; names that are not in the rows stay as they are.

import * as z from 'zod';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders } from '../kernel/command.ts';
import { reject } from '../kernel/decision.ts';
import { differs } from '../kernel/revise.ts';
import { id, line, unitPath } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { BEFORE, RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { capacity, idTaken, LAST_PLACE, nameFields, nextPlace } from './names.ts';
import type { Attendee, Delegation, NameKind } from './names.ts';
import type { RosterEvent, RosterState } from './roster.ts';
import { venueInUse } from './venues.ts';

/** Rows in one import. */
export const MOST_ROWS = 5000;

/** One row of a roster: the columns of `roster.csv`. What may be left out may be empty there. */
export const rosterRow = z
  .strictObject({
    kind: z.enum(['person', 'delegation'], 'Must be person or delegation.'),
    name: line(200),
    /** Of a person; a delegation has none. */
    title: line(300).nullable().default(null),
    unit: unitPath,
    capacity: z.enum(capacity.options, `Must be one of: ${capacity.options.join(', ')}.`).default('member'),
    /** Null: after all others; of someone already on the roster, as it is. */
    precedence: nameFields.precedence.nullable().default(null),
    /** Id of a venue of the meeting; null: by video from elsewhere. */
    venue: id.nullable().default(null),
    /** Head-count of a delegation; a person has none. */
    expected: z.int().min(0).max(1_000_000).nullable().default(null),
    /** Number of the row in the file it came from, for naming mistakes; without it rows are counted from 1. */
    row: z.int().min(1).optional(),
  })
  .refine(({ kind, title }) => kind === 'person' || title === null, {
    path: ['title'],
    error: 'A delegation has no title. Leave it empty.',
  })
  .refine(({ kind, expected }) => kind === 'delegation' || expected === null, {
    path: ['expected'],
    error: 'A person has no head-count. Leave it empty.',
  });
export type RosterRow = z.output<typeof rosterRow>;
export type RosterColumn = Exclude<keyof RosterRow, 'row'>;

/** What is wrong in a row: in one of its columns, or (column null) with the row as a whole. */
export type RowError = { readonly row: number; readonly column: string | null; readonly message: string };

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const importCommands = {
  'import-roster': {
    summary: 'Import the roster',
    description:
      'Adds and revises names from the rows of a table, all of them or none. Where a row is wrong the refusal lists every error by row and column. Importing the same rows again changes nothing.',
    input: z.strictObject({
      rows: z
        .array(rosterRow)
        .min(1, 'Give at least one row.')
        .max(MOST_ROWS, `Give at most ${MOST_ROWS} rows at once.`),
    }),
    example: {
      rows: [
        {
          kind: 'person',
          name: 'Liu Shiquan',
          title: 'General Manager',
          unit: 'CASIC',
          capacity: 'chair',
          precedence: 2,
          venue: 'main',
        },
        {
          kind: 'delegation',
          name: 'CASIC Second Academy',
          unit: 'CASIC / Second-level units / Second Academy',
          venue: 'branch',
          expected: 6,
        },
      ],
    },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const identity = (kind: NameKind, { name, unit }: { readonly name: string; readonly unit: string }): string =>
  JSON.stringify([kind, name, unit]);

/** The rows that name somebody a second time, by the number of each row. */
export function repeatedRows(rows: readonly RosterRow[]): readonly RowError[] {
  const first = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const who = identity(row.kind, row);
    const number = row.row ?? index + 1;
    const earlier = first.get(who);
    if (earlier === undefined) {
      first.set(who, number);
      return [];
    }
    const message = `${row.name} (${row.unit}) stands in row ${earlier} already. Remove one of the two rows.`;
    return [{ row: number, column: 'name', message }];
  });
}

function unknownVenues(rows: readonly RosterRow[], roster: RosterState): readonly RowError[] {
  const venues = roster.venues.values().filter(({ withdrawn }) => !withdrawn);
  const known =
    venues.length === 0 ? 'The meeting has none.' : `Use one of: ${venues.map(({ venueId }) => venueId).join(', ')}.`;
  return rows.flatMap(({ venue, row }, index) =>
    venue === null || venueInUse(roster, venue)
      ? []
      : [{ row: row ?? index + 1, column: 'venue', message: `The meeting has no venue “${venue}”. ${known}` }],
  );
}

/** Whoever is on the roster, by kind, name and unit. */
const entriesByIdentity = ({ attendees, delegations }: RosterState): ReadonlyMap<string, Attendee | Delegation> =>
  new Map<string, Attendee | Delegation>([
    ...attendees
      .values()
      .filter(({ removed }) => !removed)
      .map((entry) => [identity('person', entry), entry] as const),
    ...delegations
      .values()
      .filter(({ removed }) => !removed)
      .map((entry) => [identity('delegation', entry), entry] as const),
  ]);

/** What a row adds: the id follows from the command, so the same command adds nobody twice. */
function added(
  row: RosterRow & { readonly precedence: number },
  rosterId: string,
  roster: RosterState,
  at: Instant,
): readonly RosterEvent[] {
  if (idTaken(roster, rosterId)) return [];
  const { kind, name, title, unit, capacity, precedence, venue: venueId, expected } = row;
  const shared = { name, unit, capacity, precedence, venueId };
  return kind === 'person'
    ? [{ type: 'AttendeeAdded', data: { attendeeId: rosterId, ...shared, title, at } }]
    : [
        {
          type: 'DelegationAdded',
          data: { delegationId: rosterId, ...shared, expected, headId: null, headName: null, at },
        },
      ];
}

/** What a row changes of whom it names; nothing where they stand so already. */
function changed(row: RosterRow, known: Attendee | Delegation, at: Instant): readonly RosterEvent[] {
  const { name, title, unit, capacity, venue: venueId, expected } = row;
  const shared = { name, unit, capacity, precedence: row.precedence ?? known.precedence, venueId };
  if ('attendeeId' in known) {
    const { attendeeId } = known;
    return differs<Attendee>(known, { ...shared, title })
      ? [{ type: 'AttendeeRevised', data: { attendeeId, ...shared, title, at } }]
      : [];
  }
  const { delegationId, headId, headName } = known;
  return differs<Delegation>(known, { ...shared, expected })
    ? [{ type: 'DelegationRevised', data: { delegationId, ...shared, expected, headId, headName, at } }]
    : [];
}

export const decideImport: Deciders<typeof importCommands, MeetingState, Surroundings, MeetingEvent> = {
  'import-roster': ({ id: commandId, data: { rows }, at }, { roster }) => {
    const errors = [...repeatedRows(rows), ...unknownVenues(rows, roster)].toSorted((a, b) => a.row - b.row);
    if (errors.length > 0) {
      const wrong = new Set(errors.map(({ row }) => row)).size;
      const message = `Nothing was imported: ${wrong} of ${rows.length} rows have errors. Correct them and import again.`;
      return reject.invalid('roster.import-errors', message, { errors });
    }
    const known = entriesByIdentity(roster);
    let next = nextPlace(
      roster,
      rows.flatMap(({ precedence }) => precedence ?? []),
    );
    return rows.flatMap((row, index) => {
      const entry = known.get(identity(row.kind, row));
      if (entry) return changed(row, entry, at);
      const place = row.precedence ?? next;
      if (row.precedence === null) next = Math.min(next + 1, LAST_PLACE);
      return added({ ...row, precedence: place }, `${commandId}.${index + 1}`, roster, at);
    });
  },
};
