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
  'src/shell/(?:frame|painted|signed-in|theme|mark|language-switch|account-menu)\\.tsx?',
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

/** Modules that the room shares with the desk and the archive. */
const sharedParts = [
  'src/ui/(?:clock|inputs|field)\\.tsx',
  'src/meeting/(?:people|marks|speech-clock|speech-time|stage-place)\\.tsx?',
];

/** The room as it is first shown: on a slow line every further file would cost a round trip. */
const firstSightOfTheRoom = [
  'src/pages/room/(?!after-words)[a-z-]+\\.tsx?',
  'src/pages/room/(?:agenda|bar|hall)/.*',
  'src/pages/room/messages/(?:draft|entries|unread)\\.ts',
  'src/pages/room/papers/(?:paper|size)\\.tsx?',
  'src/pages/room/part/(?:commendation|commended|motion)\\.tsx?',
  'src/pages/room/signals/(?:calling|signal)\\.ts',
];

const any = (modules: readonly string[]) => new RegExp(`/(?:${modules.join('|')})$`);

/** Groups of modules by their paths, each with what they import. */
export const groups = [
  { name: 'base', test: any(everyPage) },
  { name: 'meeting', test: any(everyMeeting) },
  { name: 'parts', test: any(sharedParts) },
  { name: 'room', test: any(firstSightOfTheRoom) },
];
