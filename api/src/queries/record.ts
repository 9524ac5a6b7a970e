// The record itself, event by event: one line of JSON each (NDJSON), as the caller may read it.

import { meetingId } from '../commands/operation.ts';
import type { Deps } from '../deps.ts';
import { answer } from '../http/answer.ts';
import type { AppContext } from '../http/context.ts';
import { API_HEADERS } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Part } from '../http/route.ts';
import * as z from 'zod';
import { readableBy } from '../live/audience.ts';
import { readRecord } from '../live/record.ts';
import { wireEvent } from '../live/wire.ts';
import { position } from './parameters.ts';
import { visibleMeeting } from './visible.ts';

/** Events encoded at a time: enough to be quick, few enough to let others have their turn. */
const AT_ONCE = 500;

export const recordRoutes: Part = (deps) => [
  {
    method: 'GET',
    path: '/api/meetings/:id/events',
    access: 'session',
    pace: 'queries',
    operation: {
      group: 'Reading a meeting',
      id: 'read-record',
      summary: 'Read the record',
      description:
        'Every event of the meeting’s own stream, one line of JSON each, in order. With `streams=all` also what stands beside it (attendance, conversation, what became of directives), in the order in which it was recorded. Events that the caller may not see are left out.',
      parameters: [
        meetingId,
        {
          name: 'from',
          in: 'query',
          description: 'First revision of the meeting’s own stream.',
          schema: z.int().min(0),
          example: 0,
        },
        {
          name: 'streams',
          in: 'query',
          description: 'Which streams.',
          schema: z.enum(['meeting', 'all']),
          example: 'all',
        },
        position,
      ],
      answers: { 200: { description: 'The events.', content: { mediaType: 'application/x-ndjson' } } },
      problems: [400, 404, 503],
    },
    handle: (c) => readEvents(c, deps),
  },
];

async function readEvents(c: AppContext, deps: Deps): Promise<Response> {
  const from = firstRevision(c);
  const streams = c.req.query('streams') ?? 'meeting';
  if (streams !== 'meeting' && streams !== 'all')
    throw new Problem(400, 'request.malformed', 'streams must be meeting or all.');
  const { meetingId: id, audience } = await visibleMeeting(c, deps);
  const own = `meeting-${id}`;
  const record = readableBy(await readRecord(deps.store, id), audience);
  const events = record.filter(({ stream, revision }) => (stream === own ? revision >= from : streams === 'all'));
  let place = 0;
  const utf8 = new TextEncoder();
  const lines = new ReadableStream<Uint8Array>({
    pull(controller) {
      const page = events.slice(place, (place += AT_ONCE));
      if (page.length > 0)
        controller.enqueue(utf8.encode(page.map((event) => `${JSON.stringify(wireEvent(event))}\n`).join('')));
      if (place >= events.length) controller.close();
    },
  });
  return answer(lines, 200, { ...API_HEADERS, 'content-type': 'application/x-ndjson; charset=utf-8' });
}

function firstRevision(c: AppContext): number {
  const text = c.req.query('from') ?? '0';
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new Problem(400, 'request.malformed', 'from must be a revision: a whole number from 0.');
}
