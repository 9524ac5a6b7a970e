// The live stream of a meeting: a snapshot, then every event as it is recorded. Whoever comes back with `Last-Event-ID`
// goes on exactly where they were.

import type { Audience } from '@rostrum/events';
import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { callerOf } from '../http/context.ts';
import type { AppContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import type { Part } from '../http/route.ts';
import { audienceOf, readableBy } from './audience.ts';
import { readRecord } from './record.ts';
import { message, openSse } from './sse.ts';
import type { Listener, Watch } from './watch.ts';
import { wireEvent } from './wire.ts';

/** A meeting that is not there and one that is not yours to see look the same. */
export const noSuchMeeting = () =>
  new Problem(404, 'meeting.unknown', 'There is no such meeting, or it is not yours to see.');

export const liveRoutes: Part = (deps) => [
  {
    method: 'GET',
    path: '/api/meetings/:id/live',
    access: 'session',
    pace: 'queries',
    operation: {
      group: 'Reading a meeting',
      id: 'follow-meeting',
      summary: 'Follow a meeting live',
      description:
        'Server-Sent Events. First `snapshot` with the view as it stands, who is looking and the server’s clock; then `recorded` for every event as it is written, its id being its position in the store; `ended` where the session ends or the reader is removed from the roster. With the header `Last-Event-ID` there is no snapshot: the stream goes on right after that event. Where the reader’s rights change, a new snapshot follows.',
      parameters: [
        {
          name: 'id',
          in: 'path',
          description: 'The meeting.',
          schema: z.string(),
          required: true,
          example: 'digital-space-2021',
        },
        {
          name: 'Last-Event-ID',
          in: 'header',
          description: 'Position of the last event received.',
          schema: z.string(),
          example: '1042',
        },
      ],
      answers: { 200: { description: 'The stream.', content: { mediaType: 'text/event-stream' } } },
      problems: [400, 404, 503],
    },
    handle: (c) => follow(c, deps),
  },
];

async function follow(c: AppContext, { doors, gallery, presence, store }: Deps): Promise<Response> {
  const { actor, sessionId } = callerOf(c);
  const meetingId = c.req.param('id') ?? '';
  if (gallery.ended)
    throw new Problem(503, 'server.closing', 'The server is closing. Connect again in a moment.', {
      headers: { 'retry-after': '2' },
    });
  const after = lastEventId(c);
  const watch = await gallery.watch(meetingId);
  const audience = audienceOf(actor, watch.view('officers').meeting);
  if (watch.view('officers').revision < 0 || audience === null) throw noSuchMeeting();

  let behind = after === undefined ? [] : watch.missed(after, audience);
  if (behind === undefined) {
    const { until, chunks } = await missedInStore(store, watch, after!, audience);
    // Nothing is awaited from here on, so that nothing comes between what was missed and what is to come.
    behind = [...chunks, ...(watch.missed(until, audience) ?? [])];
  }
  const { sink, response } = openSse(c, () => {
    watch.listeners.delete(listener);
    if (actor.kind === 'attendee') presence.left(meetingId, actor.id);
  });
  const listener: Listener = { actor, sessionId, sink, audience };
  for (const chunk of after === undefined ? [watch.opening(listener)] : behind) sink.write(chunk);
  watch.listeners.add(listener);
  if (doors.hasEnded(sessionId)) watch.dismiss(listener, 'session-ended');
  if (actor.kind === 'attendee') presence.arrived(meetingId, actor.id);
  return response;
}

/** What was recorded after a position that is too long ago for the watch to have it at hand, and how far that goes. */
async function missedInStore(store: Deps['store'], watch: Watch, after: bigint, audience: Audience) {
  const until = BigInt(watch.view('officers').position);
  const record = await readRecord(store, watch.meetingId, until);
  const missed = readableBy(record, audience).filter(({ position }) => position > after);
  return {
    until,
    chunks: missed.map((event) => message('recorded', JSON.stringify(wireEvent(event)), event.position.toString())),
  };
}

function lastEventId(c: AppContext): bigint | undefined {
  const id = c.req.header('last-event-id');
  if (id === undefined || id === '') return undefined;
  if (!/^\d{1,20}$/.test(id))
    throw new Problem(
      400,
      'request.malformed',
      'Last-Event-ID must be the id of an event of this stream. Connect without it.',
    );
  return BigInt(id);
}
