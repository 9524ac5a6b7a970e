// From a request to the meeting as the caller may see it. A meeting that is not there and one that is not the caller's to
// see answer alike.

import type { Audience } from '@rostrum/events';
import type { MeetingView } from '@rostrum/projections';
import type { Deps } from '../deps.ts';
import { callerOf } from '../http/context.ts';
import type { AppContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { audienceOf, mayBeFor } from '../live/audience.ts';

/** A meeting as one audience may see it. */
export type Visible = {
  readonly meetingId: string;
  readonly audience: Audience;
  readonly view: MeetingView;
  readonly json: () => string;
};

/**
 * The meeting named in the path, now.
 * @throws Problem 404 where it is not there or not the caller's; UnreadableEvent
 */
export async function visibleMeeting(c: AppContext, { gallery }: Pick<Deps, 'gallery'>): Promise<Visible> {
  const { actor } = callerOf(c);
  const meetingId = c.req.param('id') ?? '';
  if (!mayBeFor(actor, meetingId)) throw noSuchMeeting();
  const watch = await gallery.watch(meetingId);
  const whole = watch.view('officers');
  const audience = audienceOf(actor, whole.meeting);
  if (audience === null) throw noSuchMeeting();
  return { meetingId, audience, view: watch.view(audience), json: () => watch.snapshot(audience) };
}

export const noSuchMeeting = () =>
  new Problem(404, 'meeting.unknown', 'There is no such meeting, or it is not yours to see.');
