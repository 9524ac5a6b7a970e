// The pages as they are worth looking at: who looks, where, and what is opened first. Buttons are found by their place, not
// by their words, since the pictures are taken in every language.

import type { Page } from 'playwright-core';

export type Who =
  | 'visitor'
  | 'organizer'
  | 'archivist'
  | 'chair'
  | 'speaker'
  | 'attendee'
  | 'early-attendee'
  | 'early-chair'
  | 'cancelled-attendee'
  | 'cancelled-chair'
  | 'recess-attendee'
  | 'voter'
  | 'over-attendee'
  | 'over-chair'
  | 'screen'
  | 'steward';

export type Scene = {
  readonly name: string;
  readonly who: Who;
  readonly path: string;
  /** What is done before the picture is taken. */
  readonly opening?: (page: Page) => Promise<void>;
  /** The page in its whole length, not one screen of it. */
  readonly whole?: boolean;
};

const DEMO = '/meetings/digital-space-2021';
const COUNCIL = '/meetings/council';

const palette = async (page: Page) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
};

const unfolded = async (page: Page) => {
  const folded = page.locator('h3 > button[aria-expanded="false"]');
  while ((await folded.count()) > 0) await folded.first().click();
};

const editing = async (page: Page) => {
  await page.locator('[data-cell="title"]').first().click();
  await page.locator('[data-component="prepare-item-editor"]').waitFor();
};

const openChecks = async (page: Page) => {
  await page.locator('[data-component="open-checks"]').click();
};

const delegations = (page: Page) => page.locator('[data-component="choice"] button').nth(1).click();

const submitted = async (page: Page) => {
  await page.locator('form button[type="submit"]').last().click();
  await page.locator('[aria-invalid]').first().waitFor();
};

/** Camera and microphone are the browser's own, which shows a picture that moves and beeps. */
const devicesTried = async (page: Page) => {
  await page.context().grantPermissions(['camera', 'microphone']);
  await page.locator('[data-component="ready"] section button').first().click();
  await page.locator('video').waitFor();
  await page.waitForTimeout(1500);
};

export const scenes: readonly Scene[] = [
  { name: 'sign-in', who: 'visitor', path: '/sign-in' },
  { name: 'join-without-link', who: 'visitor', path: '/join' },
  { name: 'setup-done', who: 'visitor', path: '/setup' },
  { name: 'list', who: 'organizer', path: '/', whole: true },
  { name: 'finding-none', who: 'organizer', path: '/?status=sealed&form=on-site&q=harbour', whole: true },
  { name: 'finding-month', who: 'organizer', path: '/?view=month', whole: true },
  { name: 'finding-week', who: 'archivist', path: '/?view=week', whole: true },
  { name: 'begin-meeting', who: 'organizer', path: '/meetings/new?begin=meeting', whole: true },
  { name: 'begin-after', who: 'organizer', path: '/meetings/new?after=digital-space-2021', whole: true },
  { name: 'begin-template', who: 'organizer', path: '/meetings/new?template=plenary', whole: true },
  { name: 'schedule', who: 'organizer', path: '/meetings/new', opening: submitted, whole: true },
  { name: 'prepare', who: 'organizer', path: '/meetings/early', whole: true },
  { name: 'prepare-open', who: 'organizer', path: '/meetings/early', opening: openChecks },
  { name: 'prepare-rows', who: 'organizer', path: '/meetings/early#agenda' },
  { name: 'prepare-agenda', who: 'organizer', path: '/meetings/early#agenda', opening: editing },
  { name: 'prepare-demo', who: 'organizer', path: DEMO, whole: true },
  { name: 'missing', who: 'organizer', path: '/no-such-page' },
  { name: 'missing-meeting', who: 'organizer', path: '/meetings/no-such-meeting' },
  { name: 'overview', who: 'attendee', path: COUNCIL, whole: true },
  { name: 'desk', who: 'chair', path: `${COUNCIL}/desk` },
  { name: 'desk-whole', who: 'chair', path: `${COUNCIL}/desk`, opening: unfolded, whole: true },
  { name: 'desk-palette', who: 'chair', path: `${COUNCIL}/desk`, opening: palette },
  { name: 'desk-early', who: 'early-chair', path: '/meetings/early/desk' },
  { name: 'hall-screen', who: 'screen', path: `${COUNCIL}/screen` },
  { name: 'steward', who: 'steward', path: `${COUNCIL}/steward` },
  { name: 'steward-delegations', who: 'steward', path: `${COUNCIL}/steward`, opening: delegations },
  { name: 'desk-over', who: 'over-chair', path: '/meetings/over/desk' },
  { name: 'desk-refused', who: 'attendee', path: `${COUNCIL}/desk` },
  { name: 'room', who: 'attendee', path: `${COUNCIL}/room`, whole: true },
  { name: 'room-agenda', who: 'attendee', path: `${COUNCIL}/room?show=agenda` },
  { name: 'room-papers', who: 'attendee', path: `${COUNCIL}/room?show=papers` },
  { name: 'room-part', who: 'attendee', path: `${COUNCIL}/room?show=part`, whole: true },
  { name: 'room-messages', who: 'attendee', path: `${COUNCIL}/room?show=messages` },
  { name: 'room-speaking', who: 'speaker', path: `${COUNCIL}/room` },
  { name: 'room-early-chair', who: 'early-chair', path: '/meetings/early/room' },
  { name: 'room-chair', who: 'chair', path: `${COUNCIL}/room` },
  { name: 'room-cancelled', who: 'cancelled-attendee', path: '/meetings/cancelled/room' },
  { name: 'desk-cancelled', who: 'cancelled-chair', path: '/meetings/cancelled/desk' },
  { name: 'prepare-cancelled', who: 'organizer', path: '/meetings/cancelled', whole: true },
  { name: 'room-early', who: 'early-attendee', path: '/meetings/early/room' },
  { name: 'room-recess', who: 'recess-attendee', path: '/meetings/recess/room' },
  {
    name: 'room-ready',
    who: 'early-attendee',
    path: '/meetings/early/room?show=ready',
    opening: devicesTried,
    whole: true,
  },
  { name: 'room-vote', who: 'voter', path: '/meetings/voting/room' },
  { name: 'room-statement', who: 'voter', path: '/meetings/voting/room?show=part&statement=pledge', whole: true },
  { name: 'room-over', who: 'over-attendee', path: '/meetings/over/room', whole: true },
  { name: 'room-over-part', who: 'over-attendee', path: '/meetings/over/room?show=part', whole: true },
  { name: 'room-over-minutes', who: 'over-attendee', path: '/meetings/over/room?show=minutes', whole: true },
  { name: 'certificate', who: 'over-attendee', path: '/meetings/over/certificates/lantern', whole: true },
  { name: 'archive', who: 'archivist', path: `${DEMO}/archive` },
  { name: 'archive-whole', who: 'archivist', path: `${DEMO}/archive?at=2021-05-26T02:10:00.000Z`, whole: true },
];
