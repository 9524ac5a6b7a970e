// Everything about one meeting stands on its live view: followed here once, for the overview, the desk, the room and the
// archive alike.

import { Navigate, useParams } from '@solidjs/router';
import type { RouteSectionProps } from '@solidjs/router';
import { createEffect, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useSession } from '../../api/session.tsx';
import { createLiveMeeting } from '../../live/live-meeting.ts';
import type { LiveMeeting } from '../../live/live-meeting.ts';
import { LiveProvider } from '../../live/use-live.tsx';
import type { PresentMeeting } from '../../live/use-live.tsx';
import { Frame } from '../../shell/frame.tsx';
import { Kept } from '../../shell/kept.tsx';
import { takeAwayPainted } from '../../shell/painted.ts';
import { ownPage } from '../../shell/own-page.ts';
import { SignedIn } from '../../shell/signed-in.tsx';
import { StateLoading } from '../../ui/state-loading.tsx';
import { StateMissing } from '../../ui/state-missing.tsx';
import { StateProblem } from '../../ui/state-problem.tsx';
import { StateRemoved } from '../../ui/state-removed.tsx';
import { MeetingPlace } from './place.tsx';

export default function MeetingLayout(props: RouteSectionProps): JSX.Element {
  const params = useParams();
  const session = useSession();
  // A session that has ended keeps the page: what was typed in it is there again for whoever comes back.
  const known = () => session.state() === 'in' || session.state() === 'ended';
  createEffect(() => {
    if (session.state() !== 'asking' && session.state() !== 'in') takeAwayPainted();
  });
  const elsewhere = () => {
    const who = session.who();
    return who === null ? undefined : ownPage(who);
  };
  return (
    <Show
      when={known() && params['id']}
      keyed
      fallback={
        <Frame home="/">
          <SignedIn>{null}</SignedIn>
        </Frame>
      }
    >
      {(meetingId) => (
        <Show
          when={elsewhere()}
          fallback={
            <Kept>
              <FollowedMeeting meetingId={meetingId}>{props.children}</FollowedMeeting>
            </Kept>
          }
        >
          {(own) => <Navigate href={own()} />}
        </Show>
      )}
    </Show>
  );
}

function FollowedMeeting(props: { readonly meetingId: string; readonly children: JSX.Element }): JSX.Element {
  const session = useSession();
  // The caller makes a new component for another meeting.
  // oxlint-disable-next-line solid/reactivity
  const live = createLiveMeeting(props.meetingId, session);
  const home = () => (session.who()?.kind === 'account' ? '/' : undefined);
  const refusal = () => {
    const connection = live.connection();
    // That the session is over is shown over the page, which stays.
    return connection.state === 'ended' && connection.problem?.status !== 401 ? connection.problem : null;
  };
  createEffect(() => {
    if (refusal() !== null || live.endedBecause() !== null) takeAwayPainted();
  });
  return (
    <Frame home={home()} width="full" place={<MeetingPlace live={live} />}>
      <Switch>
        <Match when={live.endedBecause() === 'removed'}>
          <StateRemoved />
        </Match>
        <Match when={refusal()?.status === 404}>
          <StateMissing />
        </Match>
        <Match when={refusal()}>
          {(problem) => <StateProblem problem={problem()} onRetry={() => window.location.reload()} />}
        </Match>
        <Match when={present(live)}>{(here) => <LiveProvider value={here()}>{props.children}</LiveProvider>}</Match>
        <Match when={live.view() === null}>
          <StateLoading />
        </Match>
      </Switch>
    </Frame>
  );
}

/** The meeting for its pages, once there is something to see; the same object whatever happens in it. */
function present(live: LiveMeeting): PresentMeeting | null {
  return live.view() === null ? null : (live as PresentMeeting);
}
