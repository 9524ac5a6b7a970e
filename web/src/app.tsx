// The application: who is here, in which language, and the pages by their addresses.

import { Router } from '@solidjs/router';
import { render } from 'solid-js/web';
import { SessionProvider } from './api/session.tsx';
import { LanguageProvider } from './i18n/language.tsx';
import type { Speaking } from './i18n/language.tsx';
import { routes } from './routes.ts';
import { ToastProvider } from './ui/toasts.tsx';

/** Shows the application in place of what the element holds. */
export function start(root: HTMLElement, speaking: Speaking): void {
  root.replaceChildren();
  render(
    () => (
      <LanguageProvider initially={speaking}>
        <SessionProvider>
          <ToastProvider>
            <Router>{routes}</Router>
          </ToastProvider>
        </SessionProvider>
      </LanguageProvider>
    ),
    root,
  );
}
