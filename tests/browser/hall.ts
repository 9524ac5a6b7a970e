/**
 * Pictures of the screen in the hall, to be looked at from afar: `node tests/browser/hall.ts <folder>`. Holds a council and
 * takes each moment of it on the screens that halls have: wide, smaller, upright; dark and light.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { award, gatherCouncil, people } from '../server/council.ts';
import { Secretariat } from '../server/secretariat.ts';
import { startServer } from '../server/start.ts';
import { findBrowser } from './find.ts';
import { launch } from './launch.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder for the pictures.');
mkdirSync(folder, { recursive: true });

const found = findBrowser();
if ('missing' in found) throw new Error(found.missing);

const screens = {
  wide: { width: 1920, height: 1080 },
  smaller: { width: 1366, height: 768 },
  upright: { width: 1080, height: 1920 },
} as const;

const HALL = '2021 Work Conference on Digital Space, with the branch venues connected by video';
const TEAM = Array.from({ length: 19 }, (_, place) => ({
  name: place % 3 === 0 ? `第${place + 1}研究所` : `Working group ${place + 1}`,
  unit: 'Council / Works / Department of Pipes',
  rosterId: null,
}));

const directory = mkdtempSync(join(tmpdir(), 'rostrum-hall-'));
const server = await startServer(directory, { RATE_LIMITS: 'off' });
const browser = await launch(found.executablePath);
try {
  const secretariat = await Secretariat.at(server.address);
  const { meetingId } = await gatherCouncil(secretariat, 'convened', { title: HALL });
  const gives = (command: string, data: object = {}) => secretariat.gives(meetingId, command, data);
  await gives('add-venue', { venueId: 'hall', name: 'Great hall', main: true });
  for (const attendeeId of Object.keys(people)) await gives('check-in', { attendeeId });
  const pages: [name: string, page: Page][] = [];
  for (const [name, viewport] of Object.entries(screens)) {
    for (const theme of ['dark', 'light'] as const) {
      const { url } = await secretariat.stationLink(meetingId, 'screen', `${name} ${theme}`, 'hall');
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForURL('**/screen');
      if (theme === 'light') await page.goto(`${page.url()}?theme=light`);
      pages.push([`${name}-${theme}`, page]);
    }
  }
  const picture = async (moment: string) => {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    for (const [name, page] of pages) {
      const file = join(folder, `${moment}-${name}.png`);
      await page.screenshot({ path: file });
      process.stdout.write(`${file}\n`);
    }
  };
  await picture('before');
  await gives('open-meeting');
  await picture('between');
  await gives('call-item', { itemId: 'water' });
  await picture('item');
  await gives('request-floor', { speakerId: 'tanaka', kind: 'speech' });
  await gives('request-floor', { speakerId: 'dubois', kind: 'question' });
  await gives('give-floor', { speakerId: 'rivera', speechId: 'report', limitSeconds: 600 });
  await picture('speech');
  await gives('pause-floor', { speechId: 'report', questionerId: 'dubois' });
  await picture('question');
  await gives('resume-floor', { speechId: 'report' });
  await gives('yield-floor', { speechId: 'report' });
  await gives('revise-attendee', {
    attendeeId: 'tanaka',
    name: '刘石泉',
    title: '党组副书记、总经理',
    unit: '集团公司 / 总部',
  });
  await gives('give-floor', { speakerId: 'tanaka', speechId: 'short', limitSeconds: 5 });
  await new Promise((resolve) => setTimeout(resolve, 4000));
  await picture('over');
  await gives('yield-floor', { speechId: 'short' });
  await gives('put-motion', {
    motionId: 'pipes',
    title: 'New pipes for the old town',
    text: 'The pipes laid before 1960 are replaced within five years, street by street, beginning with the schools.',
    moverId: 'rivera',
  });
  await gives('open-vote', {
    motionId: 'pipes',
    method: 'recorded',
    majority: 'simple',
    eligible: Object.keys(people),
  });
  await gives('cast-vote', { motionId: 'pipes', voterId: 'rivera', choice: 'for' });
  await picture('vote');
  for (const [voterId, choice] of [
    ['okafor', 'for'],
    ['solberg', 'against'],
    ['dubois', 'for'],
  ]) {
    await gives('cast-vote', { motionId: 'pipes', voterId, choice });
  }
  await gives('close-vote', { motionId: 'pipes' });
  await picture('result');
  await gives('call-recess', {
    resumesAt: new Date(Date.now() + 900_000).toISOString(),
    reason: 'Coffee in the foyer',
  });
  await picture('recess');
  await gives('resume-meeting');
  await gives('conclude-item', { itemId: 'water' });
  await gives('call-item', { itemId: 'honours' });
  await gives('confer-commendation', { commendationId: award.commendationId, presenterId: 'okafor' });
  await picture('honour');
  await gives('prepare-commendation', {
    commendationId: 'pipes',
    category: 'team',
    award: '数字航天建设先进集体',
    programme: 'Outstanding Cloud Applications',
    period: '2018–2020',
    rank: '一等奖',
    citation: 'For rebuilding the water supply of the old town while it was in use, without one day of interruption.',
    recipients: TEAM,
  });
  await gives('confer-commendation', { commendationId: 'pipes', presenterId: 'okafor' });
  await picture('honours');
  await gives('conclude-item', { itemId: 'honours' });
  await gives('close-meeting');
  await picture('closed');
} finally {
  await browser.close();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}
