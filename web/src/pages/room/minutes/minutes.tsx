// The minutes, read in the page in the reader's language where they are kept in it; to print and to download beside.

import type { MinutesDocument } from '@rostrum/projections';
import { createResource, For, Show, Suspense } from 'solid-js';
import type { JSX } from 'solid-js';
import { asProblem } from '../../../api/problem.ts';
import { useSession } from '../../../api/session.tsx';
import { useRefusals } from '../../../i18n/refusals.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { StateLoading } from '../../../ui/state-loading.tsx';
import { AfterWords, useAfterWords } from '../after-words.tsx';
import { addressOf } from '../sections.ts';
import { useRoom } from '../use-room.tsx';
import { MinutesSection } from './section.tsx';
import './minutes.css';

export function Minutes(): JSX.Element {
  return (
    <AfterWords>
      <Reader />
    </AfterWords>
  );
}

function Reader(): JSX.Element {
  const { a, t, language } = useAfterWords();
  const { live, meeting } = useRoom();
  const session = useSession();
  const sentence = useRefusals();
  const languages = () => meeting().lifecycle.languages;
  /** The one to read: the reader's own, or the first of the meeting's. */
  const chosen = () => (languages().includes(language()) ? language() : languages()[0]);
  const query = () => (chosen() === undefined ? '' : `?language=${encodeURIComponent(chosen()!)}`);
  const base = () => `/api/meetings/${encodeURIComponent(live.meetingId)}/minutes`;
  const [minutes, { refetch }] = createResource(
    // Read again when they are signed, or in another language.
    () => ({ address: `${base()}.json${query()}`, status: meeting().lifecycle.status }),
    ({ address }) => session.client.get<MinutesDocument>(address),
  );
  const named = () => new Intl.DisplayNames(language(), { type: 'language' }).of(chosen() ?? '') ?? chosen() ?? '';
  return (
    <section data-component="room-minutes" aria-labelledby="minutes-title">
      <a href={addressOf({ show: 'now' })} data-part="back">
        {a('minutes.back')}
      </a>
      <Suspense fallback={<StateLoading />}>
        <Show
          when={minutes.error === undefined}
          fallback={
            <Notice
              variant="refused"
              title={a('minutes.failed')}
              action={<Button onClick={() => void refetch()}>{t('state.retry')}</Button>}
            >
              {sentence(asProblem(minutes.error))}
            </Notice>
          }
        >
          <Show when={minutes()}>
            {(document) => (
              <>
                <Show when={chosen() !== language()}>
                  <Notice>{a('minutes.other', { language: named() })}</Notice>
                </Show>
                <article lang={document().language}>
                  <header>
                    <p data-part="subtitle">{document().subtitle}</p>
                    <h2 id="minutes-title">{document().title}</h2>
                    <Show when={document().draft}>{(draft) => <Badge tone="waiting">{draft()}</Badge>}</Show>
                  </header>
                  <For each={[...document().sections, ...document().after]}>
                    {(section) => <MinutesSection of={section} depth={3} language={document().language} />}
                  </For>
                </article>
                <p data-part="files">
                  <a href={`${base()}.html${query()}`} target="_blank" rel="noopener">
                    {a('minutes.print')}
                  </a>
                  <a href={`${base()}.md${query()}`} download="">
                    {a('minutes.download')}
                  </a>
                </p>
              </>
            )}
          </Show>
        </Show>
      </Suspense>
    </section>
  );
}
