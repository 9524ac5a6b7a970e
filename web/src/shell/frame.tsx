// The frame of every page: skip link, header, main. What fails inside main leaves the frame standing.

import { A, useIsRouting, useLocation } from '@solidjs/router';
import { createEffect, createSignal, ErrorBoundary, on, Show, Suspense } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import { StateCrashed } from '../ui/state-crashed.tsx';
import { StateLoading } from '../ui/state-loading.tsx';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Mark } from './mark.tsx';
import { NewerNotice } from './newer-notice.tsx';
import './frame.css';

export type FrameProps = {
  /** What stands in the header between the mark and the account: the meeting one is in. */
  readonly place?: JSX.Element;
  /** Where the mark leads; nowhere for whoever has but one meeting. */
  readonly home?: string | undefined;
  /** `page`: a column of reading width; `full`: the page is laid out to the edges. */
  readonly width?: 'page' | 'full';
  readonly children: JSX.Element;
};

export function Frame(props: FrameProps): JSX.Element {
  const { t } = useWords();
  const location = useLocation();
  const isRouting = useIsRouting();
  const [main, setMain] = createSignal<HTMLElement>();

  // Whoever hears the page is brought to the new one. Where it is scrolled to is the router's and the browser's.
  createEffect(
    on(
      () => location.pathname,
      () => main()?.focus({ preventScroll: true }),
      { defer: true },
    ),
  );

  return (
    <>
      <a data-component="skip" href="#main" onClick={(event) => skipTo(event, main())}>
        {t('shell.skip')}
      </a>
      <header data-component="header" data-routing={isRouting() ? '' : undefined}>
        <Show when={props.home} fallback={<Brand />}>
          {(home) => (
            <A href={home()} data-part="home" end aria-label={`${t('shell.name')}, ${t('shell.home')}`}>
              <Brand />
            </A>
          )}
        </Show>
        <div data-part="place">{props.place}</div>
        <div data-part="tools">
          <LanguageSwitch />
          <AccountMenu />
        </div>
      </header>
      <NewerNotice />
      <main id="main" tabindex="-1" ref={setMain} data-component="main" data-width={props.width ?? 'page'}>
        <ErrorBoundary fallback={(error: unknown) => <StateCrashed error={error} />}>
          <Suspense fallback={<StateLoading />}>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
    </>
  );
}

function Brand(): JSX.Element {
  const { t } = useWords();
  return (
    <span data-part="brand">
      <Mark />
      <span data-part="name">{t('shell.name')}</span>
    </span>
  );
}

/** The router would take the fragment for a page of its own. */
function skipTo(event: Event, main: HTMLElement | undefined): void {
  event.preventDefault();
  main?.focus();
}
