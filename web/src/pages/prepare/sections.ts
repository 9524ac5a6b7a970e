// The sections of the preparation page, in the order of the work.

import type { MeetingState, MeetingStatus } from '@rostrum/events';

export const sectionIds = [
  'outline',
  'venues',
  'agenda',
  'roster',
  'officers',
  'links',
  'stations',
  'commendations',
  'statements',
  'documents',
  'convening',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** How many there are of what a section holds; a section without a figure holds one thing. */
export type SectionFigures = Readonly<Partial<Record<SectionId, number>>>;

/** The figures of the sections; what is withdrawn or removed is not counted. */
export function sectionFigures({ roster, agenda, commendations, statements, documents }: MeetingState): SectionFigures {
  return {
    venues: roster.venues.values().filter(({ withdrawn }) => !withdrawn).length,
    agenda: agenda.order.length,
    roster: [...roster.attendees, ...roster.delegations].filter(({ removed }) => !removed).length,
    commendations: commendations.all.values().filter(({ status }) => status !== 'withdrawn').length,
    statements: statements.all.values().filter(({ status }) => status !== 'withdrawn').length,
    documents: documents.all.values().filter(({ withdrawn }) => withdrawn === null).length,
  };
}

/** How far the meeting is, as this page sees it: `before` it opens, while it `runs`, and `after`, when nothing here changes any more. */
export type Stage = 'before' | 'runs' | 'after';

const stages: Readonly<Record<MeetingStatus, Stage>> = {
  unscheduled: 'before',
  draft: 'before',
  convened: 'before',
  open: 'runs',
  recess: 'runs',
  closed: 'after',
  minuted: 'after',
  sealed: 'after',
  cancelled: 'after',
};

export const stageOf = ({ lifecycle }: Pick<MeetingState, 'lifecycle'>): Stage => stages[lifecycle.status];
