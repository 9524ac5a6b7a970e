// What a form starts with: what is under way in the meeting is what a command is most likely about, and what is revised
// starts as it stands.

import { waiting } from '@rostrum/events';
import type { MeetingView } from '@rostrum/projections';
import type { CommandName } from '../../api/command.ts';
import { isRevision, subjectOf } from './model.ts';
import type { FormField } from './model.ts';
import { shownIn, shownInAll } from './values.ts';
import type { FormValues } from './values.ts';

/** What of a command's input is known when its form is opened. */
export type Values = Readonly<Record<string, unknown>>;

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a field most likely names now, where the command must name something of the kind. */
const likely: Readonly<Record<string, (view: MeetingView) => string | null | undefined>> = {
  itemId: ({ meeting }) => meeting.agenda.open,
  speechId: ({ meeting }) => meeting.floor.speech?.speechId ?? meeting.floor.finished.values().at(-1)?.speechId,
  requestId: ({ meeting }) => waiting(meeting)[0]?.requestId,
  motionId: ({ meeting }) => meeting.decisions.voting ?? meeting.decisions.motions.values().at(-1)?.motionId,
  to: ({ meeting }) => meeting.officers.deputies.find((deputy) => deputy !== meeting.officers.chair),
};

/** What stands in the record under the id that a field names. */
const records: Readonly<Record<string, (view: MeetingView, id: string) => object | undefined>> = {
  itemId: ({ meeting }, id) => meeting.agenda.items.get(id),
  attendeeId: ({ meeting }, id) => meeting.roster.attendees.get(id),
  delegationId: ({ meeting }, id) => meeting.roster.delegations.get(id),
  venueId: ({ meeting }, id) => meeting.roster.venues.get(id),
  motionId: ({ meeting }, id) => meeting.decisions.motions.get(id),
  statementId: ({ meeting }, id) => meeting.statements.all.get(id),
  commendationId: ({ meeting }, id) => meeting.commendations.all.get(id),
  directiveId: ({ meeting }, id) => meeting.directives.all.get(id),
  speechId: ({ meeting: { floor } }, id) => (floor.speech?.speechId === id ? floor.speech : floor.finished.get(id)),
};

/** Commands whose form shows what stands now although they are no revisions. */
const CONTINUES: ReadonlySet<string> = new Set<CommandName>(['summarize-speech', 'issue-statement']);

/**
 * What stands now of what a command is about; undefined where the command starts from nothing.
 * @param subjectId id in the field that says what the form is about; empty where there is none
 */
export function standing(
  name: CommandName,
  fields: readonly FormField[],
  subjectId: string,
  view: MeetingView,
): Values | undefined {
  if (!isRevision(name) && !CONTINUES.has(name)) return undefined;
  const subject = subjectOf(fields);
  const record = subject ? records[subject.name]?.(view, subjectId) : view.meeting.lifecycle;
  return record as Values | undefined;
}

/** The values with which a form opens: what it was opened with, what stands now, what is most likely, the defaults. */
export function openingValues(
  name: CommandName,
  fields: readonly FormField[],
  given: Values,
  view: MeetingView,
): FormValues {
  const subject = subjectOf(fields);
  const guess = (field: FormField) =>
    field.required || field === subject ? (likely[field.name]?.(view) ?? undefined) : undefined;
  const subjectId = subject ? textIn(given[subject.name] ?? guess(subject)) : '';
  const now = standing(name, fields, subjectId, view);
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      shownIn(field, given[field.name] ?? now?.[field.name] ?? guess(field) ?? field.fallback),
    ]),
  );
}

/** The values after another subject was chosen: of what is revised, all that stands now; else only the choice changes. */
export function withSubject(
  name: CommandName,
  fields: readonly FormField[],
  values: FormValues,
  subjectId: string,
  view: MeetingView,
): FormValues {
  const subject = subjectOf(fields);
  if (!subject) return values;
  const now = standing(name, fields, subjectId, view);
  return { ...values, ...(now && shownInAll(fields, now)), [subject.name]: subjectId };
}
