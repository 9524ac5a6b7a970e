/** Read models kept in SQLite: lists and registers across meetings. Node only. */

export type { Anchor } from './anchors.ts';
export type { DirectiveAnswer, DirectiveRow, DirectivesQuery, DirectiveStanding } from './directives.ts';
export type { HonourRow, HonoursQuery } from './honours.ts';
export type { MeetingCount, MeetingCounts, MeetingRow, MeetingsQuery } from './meetings.ts';
export type { PeopleQuery, PersonKind, PersonMeeting, PersonRow } from './people.ts';
export type { UnreadableStream } from './passed-over.ts';
export { ReadModels } from './read-models.ts';
export type { CatchUpOptions, OpenOptions, Progress, Reach, ReadRecord, TableName } from './read-models.ts';
export type { Page, Paging } from './table.ts';
