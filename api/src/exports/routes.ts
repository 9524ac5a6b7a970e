// What is taken out of a meeting: the calendar entry, attendance and speeches, the minutes. Each is computed from the view that the
// caller may see, so an export shows no more than the page does.

import type { Instant } from '@rostrum/events';
import type { MeetingView } from '@rostrum/projections';
import { meetingId } from '../commands/operation.ts';
import type { Deps } from '../deps.ts';
import { answerText } from '../http/answer.ts';
import type { AppContext } from '../http/context.ts';
import type { Part, Route } from '../http/route.ts';
import { momentOf } from '../queries/moment.ts';
import { at, position } from '../queries/parameters.ts';
import { viewAt } from '../queries/meeting.ts';
import { visibleMeeting } from '../queries/visible.ts';
import { agendaIcs } from './agenda-ics.ts';
import { attendanceCsv } from './attendance-csv.ts';
import { speakingCsv } from './speaking-csv.ts';

type Export = {
  readonly file: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly mediaType: string;
  /** @param until the instant up to which the view is told: what still lasts, lasts until then */
  readonly write: (view: MeetingView, until: Instant, deps: Deps) => string;
};

const exports: readonly Export[] = [
  {
    file: 'agenda.ics',
    id: 'read-agenda-ics',
    summary: 'The meeting as a calendar entry',
    description:
      'iCalendar: time, place and agenda. The entry keeps its UID and raises its SEQUENCE with every change.',
    mediaType: 'text/calendar; charset=utf-8',
    write: (view, _until, { publicUrl, clock }) => agendaIcs(view, publicUrl(), clock.now()),
  },
  {
    file: 'attendance.csv',
    id: 'read-attendance-csv',
    summary: 'Attendance as a table',
    description:
      'A row for each name in order of precedence, a column for each item taken: present, absent, late, left early, and for how long.',
    mediaType: 'text/csv; charset=utf-8',
    write: attendanceCsv,
  },
  {
    file: 'speaking.csv',
    id: 'read-speaking-csv',
    summary: 'Speeches as a table',
    description:
      'A row for each speech in the order in which they were held: who spoke, for which unit, on which item, from when to when, and for how many seconds.',
    mediaType: 'text/csv; charset=utf-8',
    write: speakingCsv,
  },
];

export const exportRoutes: Part = (deps) => exports.map((one) => routeOf(one, deps));

function routeOf({ file, id, summary, description, mediaType, write }: Export, deps: Deps): Route {
  return {
    method: 'GET',
    path: `/api/meetings/:id/${file}`,
    access: 'session',
    pace: 'queries',
    operation: {
      group: 'Exports',
      id,
      summary,
      description,
      parameters: [meetingId, at, position],
      answers: { 200: { description: 'The file.', content: { mediaType: mediaType.split(';')[0]! } } },
      problems: [400, 404, 503],
    },
    handle: async (c) => {
      const view = await viewOf(c, deps);
      return answerText(write(view, untilOf(c, view, deps), deps), mediaType, attached(c, file));
    },
  };
}

/** The closing; of a meeting that was not closed by then, the moment the caller asks for, or now. */
function untilOf(c: AppContext, view: MeetingView, { clock }: Deps): Instant {
  const moment = momentOf(c);
  const asked = typeof moment === 'number' ? view.at : moment;
  return view.meeting.lifecycle.closedAt ?? asked ?? clock.now();
}

/** The meeting as the caller may see it, now or at the moment they ask for. */
export async function viewOf(c: AppContext, deps: Deps): Promise<MeetingView> {
  const moment = momentOf(c);
  const { meetingId: id, audience, view } = await visibleMeeting(c, deps);
  return moment === undefined ? view : viewAt(id, audience, moment, deps);
}

/** Offered as a file named after the meeting. */
export const attached = (c: AppContext, file: string) => ({
  'content-disposition': `attachment; filename="${c.req.param('id') ?? 'meeting'}-${file}"`,
});
