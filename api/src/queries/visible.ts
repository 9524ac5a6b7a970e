// From a request to the meeting as the caller may see it. A meeting that is not there and one that is not the caller's to
// see answer alike.

import type { Audience } from '@rostrum/events';
import type { MeetingView } from '@rostrum/projections';
import type { Deps } from '../deps.ts';
import { callerOf } from '../http/context.ts';
import type { AppContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { audienceOf } from '../live/audience.ts';

/** How long a query waits for a position that the caller has been told of, in milliseconds. */
export const PATIENCE_MS = 5000;

/** A meeting as one audience may see it. */
export type Visible = {
  readonly meetingId: string;
  readonly audience: Audience;
  readonly view: MeetingView;
  readonly json: () => string;
};

/**
 * The meeting named in the path, now, and not older than the position in the query.
 * @throws Problem 404 where it is not there or not the caller's, 503 where the position is not reached in time
 */
export async function visibleMeeting(
  c: AppContext,
  { gallery, feed }: Pick<Deps, 'gallery' | 'feed'>,
): Promise<Visible> {
  const { actor } = callerOf(c);
  const meetingId = c.req.param('id') ?? '';
  await reached(c, (position) => feed.reach(position, PATIENCE_MS));
  const watch = await gallery.watch(meetingId);
  const whole = watch.view('officers');
  const audience = audienceOf(actor, whole.meeting);
  if (whole.revision < 0 || audience === null) throw noSuchMeeting();
  return { meetingId, audience, view: watch.view(audience), json: () => watch.snapshot(audience) };
}

export const noSuchMeeting = () =>
  new Problem(404, 'meeting.unknown', 'There is no such meeting, or it is not yours to see.');

/**
 * Reading one's own writes: waits for the position in the query, where there is one.
 * @throws Problem 400 where it is no position, 503 where it is not reached in time
 */
export async function reached(c: AppContext, reach: (position: bigint) => Promise<boolean>): Promise<void> {
  const text = c.req.query('position');
  if (text === undefined) return;
  if (!/^\d{1,20}$/.test(text))
    throw new Problem(400, 'request.malformed', 'position must be the number that a command answered.');
  if (await reach(BigInt(text))) return;
  throw new Problem(503, 'query.behind', 'What was recorded there has not arrived here yet. Ask again in a moment.', {
    headers: { 'retry-after': '1' },
  });
}
