/**
 * Pictures of every page and state, to be looked at: `npm run pictures -- <folder> [part of a name]`. Plays the demo, holds
 * councils beside it, and takes each page wide and narrow, in the light and in the dark, in English and in Chinese.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { bringToEnd, bringToLife, gatherCouncil } from '../server/council.ts';
import { Secretariat } from '../server/secretariat.ts';
import { startProcess } from '../server/start.ts';
import { findBrowser } from './find.ts';
import { launch } from './launch.ts';
import { contextOptions } from './looks.ts';
import type { Looks } from './looks.ts';
import { scenes } from './scenes.ts';
import type { Scene, Who } from './scenes.ts';

const [folder, part = ''] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder for the pictures.');
mkdirSync(folder, { recursive: true });

const found = findBrowser();
if ('missing' in found) throw new Error(found.missing);

const demo = await startProcess(
  [fileURLToPath(new URL('../scenarios/demo.ts', import.meta.url))],
  { PORT: '0', RATE_LIMITS: 'off' },
  /^The meeting\s+(http:\/\/[^/]+)/,
);
const browser = await launch(found.executablePath);
try {
  const doors = await furnish();
  const wanted = scenes.filter(({ name }) => name.includes(part));
  for (const language of ['en', 'zh-CN'] as const)
    for (const theme of ['light', 'dark'] as const)
      for (const on of ['wide', 'phone'] as const) await look(browser, wanted, doors, { language, theme, on });
} finally {
  await browser.close();
  await demo.stop();
}

/** How each comes in: the body of `POST /api/session`. */
type Doors = Readonly<Record<Exclude<Who, 'visitor'>, object>>;

/** Councils in every state beside the demo's meeting; gives the doors. */
async function furnish(): Promise<Doors> {
  const account = (signInName: string) => {
    const line = demo.lines.find((said) => said.includes(`name: ${signInName} `)) ?? '';
    return { signInName, password: /password: (\S+)$/.exec(line)?.[1] ?? '' };
  };
  while (!demo.lines.some((line) => line.startsWith('Use a private window'))) await new Promise(setImmediate);
  const secretariat = await Secretariat.at(demo.address, account('admin'));
  const running = await gatherCouncil(secretariat, 'open');
  await bringToLife(secretariat, running.meetingId);
  await furnishDoor(secretariat, running.meetingId);
  const early = await gatherCouncil(secretariat, 'convened', {
    meetingId: 'early',
    title: 'Sitting of the Harbour Board',
  });
  const recess = await gatherCouncil(secretariat, 'open', {
    meetingId: 'recess',
    title: 'Sitting of the School Board',
  });
  await secretariat.gives(recess.meetingId, 'call-recess', {});
  const over = await gatherCouncil(secretariat, 'open', { meetingId: 'over', title: 'Sitting of the Works Board' });
  await bringToLife(secretariat, over.meetingId);
  await bringToEnd(secretariat, over.meetingId);
  const voting = await gatherCouncil(secretariat, 'open', { meetingId: 'voting', title: 'Sitting of the Parks Board' });
  await bringToLife(secretariat, voting.meetingId);
  await secretariat.gives(voting.meetingId, 'open-vote', { motionId: 'pipes', method: 'recorded' });
  const cancelled = await gatherCouncil(secretariat, 'convened', {
    meetingId: 'cancelled',
    title: 'Sitting of the Lighthouse Board',
  });
  await secretariat.gives(cancelled.meetingId, 'cancel-meeting', { reason: 'The quay is closed by the storm.' });
  const byLink = (link: string) => ({ link: link.split('#')[1] });
  return {
    organizer: account('organizer'),
    archivist: account('archivist'),
    chair: byLink(running.links.okafor),
    speaker: byLink(running.links.rivera),
    attendee: byLink(running.links.tanaka),
    'early-attendee': byLink(early.links.tanaka),
    'early-chair': byLink(early.links.okafor),
    'cancelled-attendee': byLink(cancelled.links.tanaka),
    'cancelled-chair': byLink(cancelled.links.okafor),
    'recess-attendee': byLink(recess.links.tanaka),
    voter: byLink(voting.links.tanaka),
    'over-attendee': byLink(over.links.tanaka),
    'over-chair': byLink(over.links.okafor),
    screen: byLink((await secretariat.stationLink(running.meetingId, 'screen', 'Left wall')).url),
    steward: byLink((await secretariat.stationLink(running.meetingId, 'steward', 'Door')).url),
  };
}

/** A hall with people in it, some checked in, and a delegation that is to be counted. */
async function furnishDoor(secretariat: Secretariat, meetingId: string): Promise<void> {
  const gives = (command: string, data: object) => secretariat.gives(meetingId, command, data);
  await gives('add-venue', { venueId: 'hall', name: 'Great hall', main: true });
  await gives('check-in', { attendeeId: 'rivera' });
  await gives('add-delegation', {
    delegationId: 'academy',
    name: 'Second Academy',
    unit: 'Academies / Second Academy',
    expected: 24,
    headName: 'Gao Wei',
  });
}

/** Takes all scenes as one kind of reader sees them, each person in a context of their own. */
async function look(browser: Browser, wanted: readonly Scene[], doors: Doors, looks: Looks): Promise<void> {
  const contexts = new Map<Who, BrowserContext>();
  for (const scene of wanted) {
    let context = contexts.get(scene.who);
    if (!context) {
      context = await browser.newContext(contextOptions(looks));
      if (scene.who !== 'visitor')
        await context.request.post(`${demo.address}/api/session`, { data: doors[scene.who] });
      contexts.set(scene.who, context);
    }
    const page = await context.newPage();
    await take(page, scene, join(folder!, `${[scene.name, looks.on, looks.theme, looks.language].join('-')}.png`));
    await page.close();
  }
  for (const context of contexts.values()) await context.close();
}

async function take(page: Page, { path, opening, whole = false }: Scene, file: string): Promise<void> {
  await page.goto(`${demo.address}${path}`);
  // What the server painted has headings too; the application is there once its own are.
  await page.locator('#root').getByRole('heading').filter({ visible: true }).first().waitFor();
  await page.waitForTimeout(600);
  await opening?.(page);
  // In a window as high as the page all of it comes in sight: parts that are drawn only there are drawn.
  if (whole) await showWhole(page);
  await page.screenshot({ path: file, fullPage: whole });
  process.stdout.write(`${file}\n`);
}

async function showWhole(page: Page): Promise<void> {
  const { width } = page.viewportSize()!;
  for (let turn = 0; turn < 2; turn++) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(600);
  }
}
