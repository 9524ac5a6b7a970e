/**
 * What is fetched together. Left to itself the bundler gives every combination of pages its own small files, and the many
 * files of one page compress far worse than a few. What nothing here names is split as the bundler sees fit.
 */

/**
 * Modules of every page: the framework, the session, the words, the frame and the signs it is made of. The house's own
 * style sheet is among them: it says in which order the layers count, and must come before the components' sheets.
 */
const everyPage = [
  'node_modules/(?:solid-js|@solidjs/router)/.*',
  'src/(?:memory|lazy-page)\\.ts',
  'src/api/(?:session|client|problem|action|key)\\.tsx?',
  'src/i18n/(?:language|languages|words|format|refusals|table|area)\\.tsx?',
  'src/shell/(?:frame|signed-in|theme|mark|language-switch|account-menu)\\.tsx?',
  'src/styles/(?:index\\.css|han\\.ts)',
  'src/ui/(?:badge|button|button-link|empty-state|icon|notice|page-title|reason|state-[a-z]+|toasts|visually-hidden)\\.tsx?',
  'src/ui/use-retry-while-offline\\.ts',
];

/** Modules of every page of a meeting: the live stream, and with it the folds. */
const everyMeeting = [
  'src/live/.*',
  'src/pages/meeting/(?:layout|place|connection-sign)\\.tsx',
  'src/ui/meeting-status\\.tsx',
];

const any = (modules: readonly string[]) => new RegExp(`/(?:${modules.join('|')})$`);

/** Groups of modules by their paths, each with what they import. */
export const groups = [
  { name: 'base', test: any(everyPage) },
  { name: 'meeting', test: any(everyMeeting) },
];
