// `/meetings/{id}/screen`: a screen in the hall, which follows one meeting and takes no part in it. It comes by its own
// link, or is opened by whoever is signed in; `?venue=`, `?lang=` and `?theme=light` set it.

import { useParams, useSearchParams } from '@solidjs/router';
import { createEffect, Match, onCleanup, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useSession } from '../../api/session.tsx';
import { useWords } from '../../i18n/language.tsx';
import { createLiveMeeting } from '../../live/live-meeting.ts';
import type { LiveMeeting } from '../../live/live-meeting.ts';
import { LiveProvider } from '../../live/use-live.tsx';
import type { PresentMeeting } from '../../live/use-live.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Screen } from './screen.tsx';
import { Lost } from './lost.tsx';
import { createShade, ScreenTools } from './tools.tsx';
import { createAttended, stayAwake } from './unattended.ts';
import { Said, ScreenWords, useVoices, voicesFor } from './words.tsx';
import './screen.css';

/** Milliseconds between two attempts of a screen that cannot tell why it is not let in. */
const AGAIN_MS = 10_000;

export default function ScreenPage(): JSX.Element {
  const params = useParams<{ id: string }>();
  const [query] = useSearchParams<{ venue: string; lang: string; theme: string }>();
  const session = useSession();
  const one = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? value : undefined);
  const [shade, turn] = createShade(one(query.theme));
  const attended = createAttended();
  stayAwake();
  // Nobody is there to press a button: a server that was out of reach is asked again.
  createEffect(() => {
    if (session.state() !== 'unreachable') return;
    const timer = setInterval(() => void session.ask(), AGAIN_MS);
    onCleanup(() => clearInterval(timer));
  });
  const known = () => session.state() === 'in' || session.state() === 'ended';
  return (
    <main data-component="screen" data-shade={shade()} data-attended={attended() ? '' : undefined}>
      <Show when={known() && params.id} keyed fallback={<SignedIn>{null}</SignedIn>}>
        {(meetingId) => (
          <Followed
            meetingId={meetingId}
            venueId={session.who()?.venueId ?? one(query.venue) ?? null}
            language={one(query.lang)}
            tools={<ScreenTools shade={shade()} onTurn={turn} />}
          />
        )}
      </Show>
    </main>
  );
}

type FollowedProps = {
  readonly meetingId: string;
  readonly venueId: string | null;
  readonly language: string | undefined;
  readonly tools: JSX.Element;
};

function Followed(props: FollowedProps): JSX.Element {
  const session = useSession();
  const { language } = useWords();
  // The caller makes a new component for another meeting.
  // oxlint-disable-next-line solid/reactivity
  const live = createLiveMeeting(props.meetingId, session);
  const lifecycle = () => live.view()?.meeting.lifecycle;
  const languages = () => voicesFor(lifecycle()?.languages ?? [], language(), props.language);
  return (
    <ScreenWords languages={languages()} timeZone={lifecycle()?.timeZone}>
      <PageTitle title={lifecycle()?.title} />
      <Switch fallback={<Notice title={({ s }) => s('connection.waiting')} />}>
        <Match when={session.state() === 'ended' || live.endedBecause() !== null}>
          <Notice title={({ s }) => s('ended.title')} text={({ s }) => s('ended.text')} />
        </Match>
        <Match when={live.connection().state === 'ended'}>
          <Notice title={({ s }) => s('missing.title')} text={({ s }) => s('missing.text')} />
          <ComeAgain />
        </Match>
        <Match when={live.view() === null ? null : (live as PresentMeeting)}>
          {(here) => (
            <LiveProvider value={here()}>
              <Screen venueId={props.venueId} />
            </LiveProvider>
          )}
        </Match>
      </Switch>
      <Lost live={live as LiveMeeting} />
      {props.tools}
    </ScreenWords>
  );
}

function PageTitle(props: { readonly title: string | undefined }): JSX.Element {
  const voices = useVoices();
  usePageTitle(() => (props.title === undefined ? '' : voices()[0]!.s('page.title', { title: props.title })));
  return null;
}

type Sentence = Parameters<typeof Said>[0]['children'];

function Notice(props: { readonly title: Sentence; readonly text?: Sentence }): JSX.Element {
  return (
    <div data-part="stage">
      <div data-part="scene" data-scene="notice">
        <h1 data-part="title" data-size="middle">
          <Said>{props.title}</Said>
        </h1>
        <Show when={props.text}>
          {(text) => (
            <p data-part="about">
              <Said>{text()}</Said>
            </p>
          )}
        </Show>
      </div>
    </div>
  );
}

/** What refused this screen may be over in a while: the page begins anew. */
function ComeAgain(): JSX.Element {
  const timer = setTimeout(() => window.location.reload(), 6 * AGAIN_MS);
  onCleanup(() => clearTimeout(timer));
  return null;
}
