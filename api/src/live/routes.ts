// The live stream of a meeting: a snapshot, then every event as it is recorded. Whoever comes back with `Last-Event-ID`
// goes on exactly where they were.

import type { Actor, RecordedEvent, Seat } from '@rostrum/events';
import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { callerOf } from '../http/context.ts';
import type { AppContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import type { Part } from '../http/route.ts';
import { mayBeFor, readableBy, seatOf } from './audience.ts';
import { readRecord } from './record.ts';
import { isAt, readMark } from './mark.ts';
import type { Mark } from './mark.ts';
import { openSse } from './sse.ts';
import { mayReseat, recordedMessage } from './watch.ts';
import type { Listener, Missed, Watch } from './watch.ts';

/** Milliseconds for which a reader who is ahead of this node is kept waiting for it. */
const AHEAD_MS = 2000;

/** A meeting that is not there and one that is not yours to see look the same. */
export const noSuchMeeting = () =>
  new Problem(404, 'meeting.unknown', 'There is no such meeting, or it is not yours to see.');

export const liveRoutes: Part = (deps) => [
  {
    method: 'GET',
    path: '/api/meetings/:id/live',
    access: 'session',
    stations: true,
    pace: 'queries',
    operation: {
      group: 'Reading a meeting',
      id: 'follow-meeting',
      summary: 'Follow a meeting live',
      description:
        'Server-Sent Events. First `snapshot` with the view as it stands, who is looking and the server’s clock; then `recorded` for every event as it is written; `ended` where the session ends or the reader is removed from the roster, where the record cannot be read on here (`unreadable`: connect again, it may be readable elsewhere), or where part of it was deleted (`deleted`: connect again). With the header `Last-Event-ID` there is no snapshot: the stream goes on right after that event, on whichever node. Where the record does not hold it, as after it was moved to another store, the stream begins with a snapshot. Where the reader’s rights change, or changed meanwhile, a new snapshot follows.',
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
          description: 'The id of the last message received, as it was sent.',
          schema: z.string(),
          example: '1042.0f8fad5b',
        },
      ],
      answers: { 200: { description: 'The stream.', content: { mediaType: 'text/event-stream' } } },
      problems: [400, 404, 503],
    },
    handle: (c) => follow(c, deps),
  },
];

async function follow(c: AppContext, { doors, feed, gallery, presence, store }: Deps): Promise<Response> {
  const { actor, sessionId } = callerOf(c);
  const meetingId = c.req.param('id') ?? '';
  if (gallery.ended)
    throw new Problem(503, 'server.closing', 'The server is closing. Connect again in a moment.', {
      headers: { 'retry-after': '2' },
    });
  const asked = lastEventId(c);
  // Whoever comes from another node may be ahead of this one; where it does not get there they begin anew.
  const after = asked !== undefined && (await feed.reach(asked.position, AHEAD_MS)) ? asked : undefined;
  const { watch, seat, earlier } = await placeIn({ gallery, store }, meetingId, actor, after);
  // Nothing is awaited from here on, so that nothing comes between what was missed and what is to come.
  const { sink, response } = openSse(c, () => {
    watch.listeners.delete(listener);
    if (actor.kind === 'attendee') presence.left(meetingId, actor.id);
  });
  const listener: Listener = { actor, sessionId, sink, seat };
  for (const chunk of earlier) sink.write(chunk);
  watch.listeners.add(listener);
  if (doors.hasEnded(sessionId)) watch.dismiss(listener, 'session-ended');
  if (actor.kind === 'attendee') presence.arrived(meetingId, actor.id);
  return response;
}

/** Where an actor looks on from: the watch, their seat, and what they are sent before anything new. */
type Place = { readonly watch: Watch; readonly seat: Seat; readonly earlier: readonly Uint8Array[] };

/**
 * Finds the place of an actor.
 * @param asked the last event they received; undefined where they begin
 * @throws Problem 404 where the meeting is not theirs to see; StoreUnavailable, UnreadableEvent
 */
async function placeIn(
  { gallery, store }: Pick<Deps, 'gallery' | 'store'>,
  meetingId: string,
  actor: Actor,
  asked: Mark | undefined,
): Promise<Place> {
  let after = asked;
  let inStore: StoredPast | undefined;
  if (!mayBeFor(actor, meetingId)) throw noSuchMeeting();
  for (;;) {
    const watch = await gallery.watch(meetingId);
    const seat = seatOf(actor, watch.view('officers').meeting);
    if (seat === null) throw noSuchMeeting();
    const reader = { actor, seat };
    // Let go in the meantime, it would stay silent for ever.
    if (!gallery.keeps(watch)) continue;
    // What they hold is of another numbering of the record: they begin anew.
    if (after && !inStore && watch.whereIs(after) === 'nowhere') after = undefined;
    if (after === undefined) return { watch, seat, earlier: [watch.opening(reader)] };

    const { position } = after;
    const recent =
      inStore || watch.whereIs(after) === 'at-hand' ? watch.missed(inStore?.until ?? position, reader) : undefined;
    if (recent) {
      const past = inStore === undefined ? { chunks: [], otherSide: false } : pastOf(inStore, position, reader);
      // Whoever sits on another side now lacks what was hidden from them before, or holds what they may not see any more.
      // So does whoever holds what was deleted meanwhile.
      const outOfDate = past.otherSide || recent.otherSide || gallery.hasDeletedSince(meetingId, position);
      const anew = outOfDate ? [watch.opening(reader)] : [];
      return { watch, seat, earlier: [...past.chunks, ...recent.chunks, ...anew] };
    }
    const { until } = watch;
    const record = await readRecord(store, meetingId, until);
    const named = after;
    if (record.some((event) => isAt(event, named))) inStore = { until, record };
    else after = undefined;
  }
}

/** A record as it was read from the store, for what is too long ago for the watch to have it at hand, and how far it goes. */
type StoredPast = { readonly until: bigint; readonly record: readonly RecordedEvent[] };

/** What a reader missed of it. */
function pastOf({ record }: StoredPast, after: bigint, { actor, seat }: Pick<Listener, 'actor' | 'seat'>): Missed {
  const missed = record.filter(({ position }) => position > after);
  return {
    chunks: readableBy(missed, seat).map(recordedMessage),
    otherSide: missed.some((event) => mayReseat(event, actor)),
  };
}

function lastEventId(c: AppContext): Mark | undefined {
  const id = c.req.header('last-event-id');
  if (id === undefined || id === '') return undefined;
  // As earlier versions named events: whoever still holds one begins anew.
  if (/^\d{1,20}$/.test(id)) return undefined;
  const mark = readMark(id);
  if (mark) return mark;
  throw new Problem(
    400,
    'request.malformed',
    'Last-Event-ID must be the id of an event of this stream. Connect without it.',
  );
}
