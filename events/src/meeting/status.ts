// The statuses of a meeting, and the seasons made of them in which commands are given.

export type MeetingStatus =
  | 'unscheduled'
  | 'draft'
  | 'convened'
  | 'open'
  | 'recess'
  | 'closed'
  | 'minuted'
  | 'sealed'
  | 'cancelled';

/** From scheduling until the meeting opens: everything may still be prepared. */
export const BEFORE = ['draft', 'convened'] as const satisfies readonly MeetingStatus[];
/** From opening to closing. */
export const RUNNING = ['open', 'recess'] as const satisfies readonly MeetingStatus[];
/** While the secretary completes the record. */
export const UNTIL_MINUTED = [...RUNNING, 'closed'] as const satisfies readonly MeetingStatus[];
