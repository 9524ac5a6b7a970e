// The start: the words in the reader's language and the application are fetched together, then shown.

import { preferredLanguage, speak } from './i18n/language.tsx';
import { applyLook } from './shell/theme.ts';

applyLook();

const root = document.getElementById('root')!;
const [speaking, { start }] = await Promise.all([
  // Without its dictionary a language cannot be shown; English is the one that was always there.
  speak(preferredLanguage()).catch(() => speak('en')),
  import('./app.tsx'),
]);
start(root, speaking);
