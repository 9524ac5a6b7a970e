// The certificate of a commendation, for whoever it was conferred on: one sheet, to be read on any screen and printed on a
// landscape page. It is in the language the page is in.

import { useParams } from '@solidjs/router';
import { conferredCommendations } from '@rostrum/events';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../live/use-live.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { commendedIn } from '../room/part/commended.ts';
import { mineOn } from '../room/mine.ts';
import { AfterWords, useAfterWords } from '../room/after-words.tsx';
import { Sheet } from './sheet.tsx';
import './certificate.css';

export default function CertificatePage(): JSX.Element {
  return (
    <AfterWords>
      <Certificate />
    </AfterWords>
  );
}

function Certificate(): JSX.Element {
  const { a } = useAfterWords();
  const params = useParams<{ id: string; commendationId: string }>();
  const live = useLive();
  const meeting = () => live.view().meeting;
  const found = createMemo(() =>
    conferredCommendations(meeting().commendations).find(
      ({ commendationId }) => commendationId === params.commendationId,
    ),
  );
  /** Those commended have theirs; the officers may print them for all. */
  const shown = () => {
    const commendation = found();
    if (!commendation) return undefined;
    const own = commendedIn(commendation, mineOn(meeting().roster, live.me())) !== null;
    return own || live.audience() === 'officers' ? commendation : undefined;
  };
  usePageTitle(() => [found()?.award, a('certificate.title')].filter((part) => part !== undefined).join(' · '));
  return (
    <div data-component="certificate-page">
      <Show
        when={shown()}
        fallback={
          <EmptyState heading={1} title={a('certificate.unknown.title')}>
            <p>{a('certificate.unknown.text')}</p>
          </EmptyState>
        }
      >
        {(commendation) => (
          <>
            <div data-part="tools">
              <a href={`/meetings/${encodeURIComponent(live.meetingId)}/room?show=part`}>{a('certificate.back')}</a>
              <Button variant="primary" onClick={() => window.print()}>
                {a('certificate.print')}
              </Button>
            </div>
            <Sheet of={commendation()} />
          </>
        )}
      </Show>
    </div>
  );
}
