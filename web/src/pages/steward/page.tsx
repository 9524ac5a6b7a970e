// `/meetings/{id}/steward`: the page of whoever stands at a door, on a phone or a tablet. They come by a link of their own;
// stewards of the roster and officers open it as well.

import { useParams } from '@solidjs/router';
import { Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useSession } from '../../api/session.tsx';
import { createLiveMeeting } from '../../live/live-meeting.ts';
import { LiveProvider } from '../../live/use-live.tsx';
import type { PresentMeeting } from '../../live/use-live.tsx';
import { ConnectionSign } from '../meeting/connection-sign.tsx';
import { Frame } from '../../shell/frame.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StateLoading } from '../../ui/state-loading.tsx';
import { StateMissing } from '../../ui/state-missing.tsx';
import { StateProblem } from '../../ui/state-problem.tsx';
import { StewardDesk } from './desk.tsx';
import { StewardWords, useStewardWords } from './words.tsx';
import './steward.css';

/** Who may check people in, as the rules have it. */
const DOORKEEPERS: ReadonlySet<string> = new Set([
  'organizer',
  'chair',
  'deputy',
  'secretary',
  'steward',
  'doorkeeper',
]);

export default function StewardPage(): JSX.Element {
  const params = useParams<{ id: string }>();
  const session = useSession();
  const known = () => session.state() === 'in' || session.state() === 'ended';
  return (
    <Show
      when={known() && params.id}
      keyed
      fallback={
        <Frame>
          <SignedIn>{null}</SignedIn>
        </Frame>
      }
    >
      {(meetingId) => (
        <StewardWords>
          <Followed meetingId={meetingId} />
        </StewardWords>
      )}
    </Show>
  );
}

function Followed(props: { readonly meetingId: string }): JSX.Element {
  const { d } = useStewardWords();
  const session = useSession();
  // The caller makes a new component for another meeting.
  // oxlint-disable-next-line solid/reactivity
  const live = createLiveMeeting(props.meetingId, session);
  const refusal = () => {
    const connection = live.connection();
    return connection.state === 'ended' ? connection.problem : null;
  };
  const may = () => live.roles().some((role) => DOORKEEPERS.has(role));
  return (
    <Frame
      home={session.who()?.kind === 'account' ? '/' : undefined}
      place={
        <Show when={live.view()?.meeting.lifecycle.title}>
          {(title) => (
            <div data-component="steward-place">
              <span data-part="title" dir="auto">
                {title()}
              </span>
              <ConnectionSign live={live} />
            </div>
          )}
        </Show>
      }
    >
      <Switch>
        <Match when={session.state() === 'ended' || live.endedBecause() !== null}>
          <EmptyState heading={1} title={d('ended.title')}>
            <p>{d('ended.text')}</p>
          </EmptyState>
        </Match>
        <Match when={refusal()?.status === 404}>
          <StateMissing />
        </Match>
        <Match when={refusal()}>
          {(problem) => <StateProblem problem={problem()} onRetry={() => window.location.reload()} />}
        </Match>
        <Match when={live.view() === null}>
          <StateLoading />
        </Match>
        <Match when={!may()}>
          <EmptyState heading={1} title={d('refused.title')}>
            <p>{d('refused.text')}</p>
          </EmptyState>
        </Match>
        <Match when={live as PresentMeeting}>
          {(here) => (
            <LiveProvider value={here()}>
              <StewardDesk fixedVenue={session.who()?.venueId ?? null} />
            </LiveProvider>
          )}
        </Match>
      </Switch>
    </Frame>
  );
}
