// Shows a component in the browser of a test as the application would: its styles, its language, its notices.

import type { JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { onTestFinished } from 'vitest';
import { LanguageProvider, speak } from '../i18n/language.tsx';
import { ToastProvider } from '../ui/toasts.tsx';
import '../styles/index.css';

const english = await speak('en');

/**
 * Puts it on the page until the test is over.
 * @param language of the words around it: English unless told
 */
export async function show(component: () => JSX.Element, language = 'en'): Promise<HTMLElement> {
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
  const speaking = language === 'en' ? english : await speak(language);
  const dispose = render(
    () => (
      <LanguageProvider initially={speaking}>
        <ToastProvider>{component()}</ToastProvider>
      </LanguageProvider>
    ),
    root,
  );
  onTestFinished(() => {
    dispose();
    root.remove();
  });
  return root;
}
