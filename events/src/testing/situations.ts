// Situations from which walks begin: what happened before in the meeting and in the attendance. Between them they lie
// close to every command there is, so that random commands soon find something to do.

import type { DomainEvent } from '../kernel/event.ts';
import { sha256Of } from '../kernel/digest.ts';
import { attendanceOf, dated, joined } from './beside.ts';
import type { Happened } from './given.ts';
import {
  asked,
  called,
  closed,
  concluded,
  delegation,
  draft,
  floorGiven,
  happened,
  item,
  open,
  over,
  person,
  ready,
  underReport,
} from './past.ts';
import type { MeetingEvent } from '../meeting/meeting.ts';
import type { AttendanceState } from '../attendance/whereabouts.ts';

export type Situation = { readonly meeting: readonly DomainEvent[]; readonly attendance: AttendanceState };

type Events = readonly Happened<MeetingEvent>[];

const TEXT = 'The text.';
const file = { fileName: 'plan.pdf', mediaType: 'application/pdf', sizeBytes: 600, sha256: sha256Of(TEXT) };
const document = { documentId: 'document-1', title: TEXT, ...file, itemId: null, confirmReading: true };
const statement = { statementId: 'statement-1', title: TEXT, subject: TEXT, text: TEXT };

/** Papers prepared under embargo, and items of every kind under which they come out. */
const prepared: Events = [
  person('zhou', { capacity: 'steward' }),
  delegation('bureau', { headId: 'wei', expected: 5 }),
  item('honours', { kind: 'commendation' }),
  item('oaths', { kind: 'statement' }),
  item('news', { kind: 'announcement' }),
  happened('CommendationPrepared', {
    commendationId: 'commendation-1',
    award: TEXT,
    programme: null,
    period: null,
    category: 'team',
    citation: null,
    rank: null,
    recipients: [],
  }),
  happened('StatementDrafted', { ...statement, issuerId: 'liu', addressedTo: ['wei', 'bureau'] }),
  happened('DocumentTabled', { ...document, distribution: 'everyone' }),
  happened('AttendeeExcused', { attendeeId: 'chen', reason: TEXT }),
];
const issued = happened('StatementIssued', {
  ...statement,
  sha256: sha256Of(TEXT),
  issuerId: 'liu',
  recipients: ['wei', 'bureau'],
  itemId: 'oaths',
});
const motion = (motionId: string) =>
  happened('MotionPut', { motionId, title: TEXT, text: TEXT, moverId: 'wei', seconderId: null, itemId: 'report' });

/** A speech with a directive, hands up, and two motions put. */
const spoken: Events = [
  floorGiven('wei', { speechId: 'speech-1', limitSeconds: 60 }),
  happened('DirectiveIssued', {
    directiveId: 'directive-1',
    ordinal: 1,
    text: TEXT,
    addressedTo: ['CASIC / Units', 'chen'],
    dueOn: null,
    speechId: 'speech-1',
    itemId: 'report',
  }),
  asked('liu', { requestId: 'request-1' }),
  asked('sun', { requestId: 'request-2' }),
  motion('motion-1'),
  motion('motion-2'),
];
const voting = (method: 'consent' | 'show-of-hands' | 'recorded' | 'secret'): Events => [
  ...underReport,
  ...prepared,
  ...spoken,
  happened('VoteOpened', {
    motionId: 'motion-1',
    method,
    majority: method === 'consent' ? null : 'simple',
    eligible: ['liu', 'sun', 'wei', 'bureau'],
  }),
];
const yielded = happened('FloorYielded', { speechId: 'speech-1' });
const done: Events = [...underReport, ...prepared, ...spoken, yielded, concluded('report'), closed()];

const meetings: Readonly<Record<string, Events>> = {
  nothing: [],
  draft: [...draft, ...prepared],
  convened: [...ready, ...prepared],
  open: [...open, ...prepared],
  'under discussion': [...underReport, ...prepared],
  'in a speech': [...underReport, ...prepared, ...spoken],
  'by consent': voting('consent'),
  'by hands': voting('show-of-hands'),
  'by name': voting('recorded'),
  'in secret': voting('secret'),
  honouring: [...open, ...prepared, called('honours')],
  pledging: [...open, ...prepared, called('oaths')],
  pledged: [...open, ...prepared, called('oaths'), issued],
  announcing: [...open, ...prepared, called('news')],
  over,
  'over with papers': done,
  'half signed': [
    ...done,
    happened('MinutesSigned', {
      office: 'chair',
      signerId: 'liu',
      signerName: 'Liu',
      texts: [{ language: 'en', sha256: sha256Of(TEXT) }],
    }),
  ],
};

export const situations: Readonly<Record<string, Situation>> = Object.fromEntries(
  Object.entries(meetings).map(([name, events]) => [
    name,
    {
      meeting: events.map((event) => dated<DomainEvent>(event)),
      attendance: events.length === 0 ? attendanceOf() : attendanceOf(joined('liu'), joined('sun'), joined('wei')),
    },
  ]),
);
