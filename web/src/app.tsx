// The application: who is here, in which language, and the pages by their addresses.

import { Router } from '@solidjs/router';
import { ErrorBoundary } from 'solid-js';
import type { JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { SessionProvider } from './api/session.tsx';
import { LanguageProvider } from './i18n/language.tsx';
import type { Speaking } from './i18n/language.tsx';
import { routes } from './routes.ts';
import { takeAwayPaintedInTime } from './shell/painted.ts';
import { StateCrashed } from './ui/state-crashed.tsx';
import { ToastProvider } from './ui/toasts.tsx';

/** Shows the application in place of what the element holds. */
export function start(root: HTMLElement, speaking: Speaking): void {
  root.replaceChildren();
  takeAwayPaintedInTime();
  render(
    () => (
      <LanguageProvider initially={speaking}>
        <SessionProvider>
          <ToastProvider>
            <Router root={Unbroken}>{routes}</Router>
          </ToastProvider>
        </SessionProvider>
      </LanguageProvider>
    ),
    root,
  );
}

/** Where not even the frame of a page can be shown, this says so. */
function Unbroken(props: { readonly children?: JSX.Element }): JSX.Element {
  return (
    <ErrorBoundary
      fallback={(error: unknown) => (
        <main data-component="main" data-width="page">
          <StateCrashed error={error} />
        </main>
      )}
    >
      {props.children}
    </ErrorBoundary>
  );
}
