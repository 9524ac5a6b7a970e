// One meeting: its view, now or at any moment of its past.

import { Playback } from '@rostrum/projections';
import type { MeetingView } from '@rostrum/projections';
import { meetingId } from '../commands/operation.ts';
import type { Deps } from '../deps.ts';
import { answerJson } from '../http/answer.ts';
import type { AppContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import type { Part } from '../http/route.ts';
import { readableBy } from '../live/audience.ts';
import { readRecord } from '../live/record.ts';
import { momentOf } from './moment.ts';
import { at, position } from './parameters.ts';
import { visibleMeeting } from './visible.ts';

export const meetingRoutes: Part = (deps) => [
  {
    method: 'GET',
    path: '/api/meetings/:id',
    access: 'session',
    pace: 'queries',
    operation: {
      group: 'Reading a meeting',
      id: 'read-meeting',
      summary: 'Read a meeting',
      description:
        'The whole view of a meeting as the caller may see it: life, officers, agenda, roster, floor and all that was issued, conferred and decided, with attendance and conversation. Collections are lists in the order of their entries.',
      parameters: [meetingId, at, position],
      answers: { 200: { description: 'The view, who it is for, and the server’s clock.' } },
      problems: [400, 404, 503],
    },
    handle: (c) => readMeeting(c, deps),
  },
];

async function readMeeting(c: AppContext, deps: Deps): Promise<Response> {
  const moment = momentOf(c);
  const visible = await visibleMeeting(c, deps);
  const view = moment === undefined ? visible.view : await viewAt(visible.meetingId, visible.audience, moment, deps);
  return answerJson({ audience: visible.audience, serverTime: deps.clock.now(), ...plain(view) });
}

/**
 * The view as it stood at a moment.
 * @throws Problem 404 where the meeting had not been scheduled by then
 */
export async function viewAt(
  id: string,
  audience: 'officers' | 'attendees',
  moment: number | string,
  { store }: Pick<Deps, 'store'>,
): Promise<MeetingView> {
  const view = new Playback(readableBy(await readRecord(store, id), audience)).viewAt(moment);
  if (view.meeting.lifecycle.status === 'unscheduled')
    throw new Problem(404, 'meeting.not-yet', 'The meeting had not been scheduled then. Ask for a later moment.');
  return view;
}

/** The view with its ledgers as lists, for readers who do not fold. */
const plain = (view: MeetingView): object =>
  JSON.parse(JSON.stringify(view), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && '$ledger' in value
      ? (value.$ledger as (readonly [string, unknown])[]).map(([, entry]) => entry)
      : value,
  ) as object;
