// A screen hangs in the hall and is left alone: it follows a whole sitting, whatever becomes of the server meanwhile.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { award, gatherCouncil, people } from '../server/council.ts';
import { journey, noBrowser } from './journey.ts';

/** The smallest words that are seen, in hundredths of the shorter side of the screen. */
const smallest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const unit = Math.min(window.innerWidth, window.innerHeight) / 100;
    const words = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    let least = Infinity;
    while (words.nextNode()) {
      const element = words.currentNode.parentElement!;
      if (!words.currentNode.textContent?.trim() || !element.checkVisibility()) continue;
      if (element.closest('[data-component="visually-hidden"], [data-part="tools"]')) continue;
      least = Math.min(least, Number.parseFloat(getComputedStyle(element).fontSize) / unit);
    }
    return least;
  });

describe.skipIf(noBrowser)('a screen in the hall', () => {
  const stage = journey();

  it('follows a council from before its opening to its end, through a restart of the server', async () => {
    const { secretariat } = stage;
    const { meetingId } = await gatherCouncil(secretariat, 'convened');
    const gives = (command: string, data: object = {}) => secretariat.gives(meetingId, command, data);
    await gives('add-venue', { venueId: 'hall', name: 'Great hall', main: true });
    for (const attendeeId of Object.keys(people)) await gives('check-in', { attendeeId });
    const link = await secretariat.stationLink(meetingId, 'screen', 'Left wall', 'hall');

    const { page } = await stage.person('screen');
    await page.goto(link.url);
    await page.waitForURL('**/screen');
    const shows = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
    await shows('Begins in');
    await shows('Great hall');
    // The council speaks two languages.
    await shows('距会议开始');
    expect(await smallest(page)).toBeGreaterThanOrEqual(2.2);

    await gives('open-meeting');
    await shows('The next item will be called');
    await gives('call-item', { itemId: 'water' });
    await gives('request-floor', { speakerId: 'tanaka', kind: 'speech' });
    await gives('give-floor', { speakerId: 'rivera', speechId: 'report', limitSeconds: 600 });
    await page.getByRole('heading', { name: people.rivera.name }).waitFor();
    await shows('of 10:00');
    await shows('Next to speak');
    await shows(people.tanaka.name);
    expect(await smallest(page)).toBeGreaterThanOrEqual(2.2);

    await gives('pause-floor', { speechId: 'report', questionerId: 'dubois' });
    await page.getByRole('heading', { name: people.dubois.name }).waitFor();
    await shows('Clock stopped');

    await stage.restart();
    await gives('resume-floor', { speechId: 'report' });
    await page.getByRole('heading', { name: people.rivera.name }).waitFor();
    await gives('yield-floor', { speechId: 'report' });

    await gives('put-motion', { motionId: 'pipes', title: 'New pipes', text: 'They are replaced.', moverId: 'rivera' });
    const eligible = ['okafor', 'rivera', 'dubois'];
    await gives('open-vote', { motionId: 'pipes', method: 'recorded', majority: 'simple', eligible });
    await gives('cast-vote', { motionId: 'pipes', voterId: 'rivera', choice: 'for' });
    await shows('1 of 3 have voted');
    await gives('cast-vote', { motionId: 'pipes', voterId: 'dubois', choice: 'for' });
    await gives('cast-vote', { motionId: 'pipes', voterId: 'okafor', choice: 'against' });
    await gives('close-vote', { motionId: 'pipes' });
    await page.getByRole('heading', { name: /Adopted/ }).waitFor();
    expect(await page.getByRole('definition').first().innerText()).toBe('2');

    await gives('conclude-item', { itemId: 'water' });
    await gives('call-item', { itemId: 'honours' });
    expect(await page.content()).not.toContain(award.award);
    await gives('confer-commendation', { commendationId: award.commendationId, presenterId: 'okafor' });
    await page.getByRole('heading', { name: award.award }).waitFor();
    await shows(people.tanaka.name);
    await shows(award.citation);
    await shows(`Presented by ${people.okafor.name}`);
    expect(await smallest(page)).toBeGreaterThanOrEqual(2.2);

    await gives('call-recess', { resumesAt: new Date(Date.now() + 900_000).toISOString(), reason: 'Coffee' });
    await shows('Goes on in');
    await gives('resume-meeting');
    await gives('conclude-item', { itemId: 'honours' });
    await gives('close-meeting');
    await page.getByRole('heading', { name: /The meeting is closed/ }).waitFor();

    // Wherever it goes, it stays a screen; and it is switched off from afar.
    await page.goto(stage.at(`/meetings/${meetingId}/room`));
    await page.waitForURL('**/screen');
    await page.goto(stage.at('/'));
    await page.waitForURL('**/screen');
    await page.getByRole('heading', { name: /The meeting is closed/ }).waitFor();
    await secretariat.does('POST', `/api/meetings/${meetingId}/links/${link.linkId}/revoke`, {});
    await shows('This screen has been switched off');
  });
});
