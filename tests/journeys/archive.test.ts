// The end of a meeting and what is left of it: the closing, the archivist's way back to any moment, the minutes.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { award, bringToEnd, bringToLife, gatherCouncil } from '../server/council.ts';
import { Secretariat } from '../server/secretariat.ts';
import { journey, noBrowser } from './journey.ts';

const PASSWORD = 'a long and quiet evening';

describe.skipIf(noBrowser)('a meeting that ends', () => {
  const stage = journey();

  it('is closed once nothing stands in the way, and stays open to the archivist at every moment', async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'open');
    const { meetingId } = council;
    await bringToLife(secretariat, meetingId);
    await secretariat.account('kim', 'Kim Lindqvist', ['archivist'], PASSWORD);

    // The closing is refused, and says by what it is held.
    const chair = await stage.comesIn('chair', council.links.okafor);
    await chair.page.goto(stage.at(`/meetings/${meetingId}/desk`));
    await chair.page
      .getByRole('group', { name: 'The meeting as a whole' })
      .getByRole('button', { name: 'Close the meeting' })
      .click();
    const closing = chair.page.getByRole('dialog');
    const blockers = closing.getByRole('region', { name: 'This stands in the way' }).getByRole('listitem');
    await expect
      .poll(() => blockers.allInnerTexts())
      .toEqual([
        expect.stringContaining('The floor is held.'),
        expect.stringContaining('“Report on the water supply” is still open.'),
      ]);
    const close = closing.getByRole('button', { name: 'Close the meeting' });
    expect(await close.getAttribute('aria-disabled')).toBe('true');
    const refused = await secretariat.ask('POST', `/api/meetings/${meetingId}/close-meeting`, {});
    expect(refused.status).toBe(409);

    // What stands in the way is settled where it is listed.
    await closing.getByRole('button', { name: 'Take back' }).click();
    await expect.poll(() => blockers.count()).toBe(1);
    await closing.getByRole('button', { name: 'Conclude' }).click();
    await expect.poll(() => blockers.count()).toBe(0);
    await close.click();
    await closing.waitFor({ state: 'hidden' });
    await chair.page
      .getByRole('region', { name: 'On now' })
      .getByRole('heading', { name: /^Closed/ })
      .waitFor();

    // The archivist, by an account of their own, from the list.
    const { page } = await stage.person('archivist', { theme: 'dark' });
    await page.goto(stage.at('/sign-in'));
    await page.getByLabel('Sign-in name').fill('kim');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('[data-component="meeting-row"]', { hasText: 'Sitting of the Council' }).click();
    await page.getByRole('link', { name: 'Archive', exact: true }).click();
    await page.getByRole('heading', { name: 'The meeting as it stood' }).waitFor();
    const now = page.getByRole('region', { name: 'On now' });
    await now.getByText('Closed at').waitFor();

    // Back to the beginning of the second speech.
    await page
      .getByRole('link', { name: /to the beginning of the speech of Tomás Rivera$/ })
      .first()
      .click();
    await now.getByText('Tomás Rivera').first().waitFor();
    expect(await now.getByText('Report on the water supply').first().isVisible()).toBe(true);
    const speeches = page.getByRole('region', { name: 'Speeches', exact: true });
    await expect
      .poll(() => speeches.getByRole('heading', { level: 4 }).allInnerTexts())
      .toEqual(['Tomás Rivera', 'Margaret Okafor']);
    // What came later had not happened yet.
    await expect.poll(() => page.getByText('The reservoirs are full.').count()).toBe(0);
    const entries = (region: string) => page.getByRole('region', { name: region, exact: true }).getByRole('listitem');
    for (const later of ['Directives', 'Decisions', 'Waiting for the floor']) {
      await expect.poll(() => entries(later).count()).toBe(0);
    }
    // What came before had.
    expect(await entries('Statements').count()).toBeGreaterThan(0);

    // The address names the moment: the same link shows it again, and the server says the same of it.
    const moment = new URL(page.url()).searchParams.get('at')!;
    const kim = await Secretariat.at(stage.server.address, { signInName: 'kim', password: PASSWORD });
    type View = {
      meeting: { floor: { speech: { speakerId: string } | null; finished: unknown[] }; directives: { all: unknown[] } };
    };
    const { meeting } = await kim.does<View>('GET', `/api/meetings/${meetingId}?at=${encodeURIComponent(moment)}`);
    expect(meeting.floor.speech?.speakerId).toBe('rivera');
    expect(meeting.floor.finished).toHaveLength(1);
    await page.reload();
    await now.getByText('Tomás Rivera').first().waitFor();

    // From event to event with the keys.
    await page.getByRole('slider', { name: 'Moment of the meeting' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('The reservoirs are full.').first().waitFor();
    await page.keyboard.press('Home');
    await page.getByRole('heading', { name: 'The meeting as it stood' }).waitFor();
    await now.getByText('Tomás Rivera').first().waitFor({ state: 'hidden' });
    await page.keyboard.press('End');
    await now.getByText('Closed at').waitFor();

    // And the minutes to take away.
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Minutes as Markdown English' }).click();
    const minutes = readFileSync(await (await downloading).path(), 'utf8');
    for (const said of [
      'Sitting of the Council',
      'The reservoirs are full.',
      'Survey the pipes before the next frost.',
    ]) {
      expect(minutes).toContain(said);
    }
  });

  it('is found by an archivist, who goes to a commendation by keyboard, shares the instant and takes the tables away', async () => {
    const { secretariat } = stage;
    const { meetingId } = await gatherCouncil(secretariat, 'open', {
      meetingId: 'frost',
      title: 'Sitting on the frost',
    });
    await bringToLife(secretariat, meetingId);
    await bringToEnd(secretariat, meetingId);
    await secretariat.account('lin', '林岚', ['archivist'], PASSWORD);
    const signsIn = async (
      page: Page,
      words: { readonly name: string; readonly password: string; readonly go: string },
    ) => {
      await page.getByLabel(words.name).fill('lin');
      await page.getByLabel(words.password).fill(PASSWORD);
      await page.getByRole('button', { name: words.go }).click();
    };

    const { page, context } = await stage.person('archivist');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(stage.at('/sign-in'));
    await signsIn(page, { name: 'Sign-in name', password: 'Password', go: 'Sign in' });
    await page.locator('[data-component="meeting-row"]', { hasText: 'Sitting on the frost' }).click();
    await page.getByRole('link', { name: 'Archive', exact: true }).click();

    // Understood at a glance: who chaired, what came of it, each a way to its instant.
    const story = page.getByRole('region', { name: 'At a glance' });
    await story.getByText('Margaret Okafor').waitFor();
    expect(await story.getByText(/^\d of \d items taken$/).isVisible()).toBe(true);
    const outcomes = story.getByRole('list', { name: 'What came of it' }).getByRole('listitem');
    await expect
      .poll(() => outcomes.allInnerTexts())
      .toEqual([
        expect.stringContaining('Responsibility for the water supply'),
        expect.stringContaining('Survey the pipes before the next frost.'),
        expect.stringContaining('New pipes'),
        expect.stringContaining(award.award),
      ]);
    await outcomes.last().getByRole('link').focus();
    await page.keyboard.press('Enter');
    const conferred = page.getByRole('region', { name: 'Commendations conferred' });
    await conferred.getByText(award.award).waitFor();
    await expect.poll(() => new URL(page.url()).search).toMatch(/^\?(?:at|revision)=/);

    // By the keys of the slider to the event before: it was not conferred yet.
    const slider = page.getByRole('slider', { name: 'Moment of the meeting' });
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await conferred.getByText(award.award).waitFor({ state: 'hidden' });
    await page.keyboard.press('ArrowRight');
    await conferred.getByText(award.award).waitFor();
    const present = page.getByRole('region', { name: 'Present', exact: true });
    expect(await present.getByText('Yuki Tanaka').isVisible()).toBe(true);

    // What was written is found by a word of it, and leads to its instant.
    await page.getByRole('searchbox', { name: 'Search' }).fill('oldest pipes');
    await page
      .getByRole('status')
      .filter({ hasText: /^1 of \d+ events$/ })
      .waitFor();
    expect(await page.getByRole('region', { name: 'Events of the record' }).innerText()).toContain(
      'The oldest pipes come first.',
    );

    // The link to the instant, opened by the same account on a phone that nobody has signed in on.
    await page.getByRole('button', { name: /^Copy link to / }).click();
    await page.getByText('Copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const phone = await stage.person('archivist-phone', { on: 'phone', language: 'zh-CN' });
    await phone.page.goto(link);
    await signsIn(phone.page, { name: '登录名', password: '密码', go: '登录' });
    await phone.page.getByRole('heading', { name: '当时的会议' }).waitFor();
    expect(new URL(phone.page.url()).search).toBe(new URL(link).search);
    await phone.page.getByRole('region', { name: '已颁授的表彰' }).getByText(award.award).waitFor();

    // Both tables to take away.
    const taken = async (name: string) => {
      const downloading = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      return readFileSync(await (await downloading).path(), 'utf8');
    };
    expect(await taken('Attendance table')).toContain('Yuki Tanaka');
    const speeches = (await taken('Table of speeches')).split('\r\n');
    expect(speeches.slice(1, 4).map((line) => line.split(',')[1])).toEqual([
      'Margaret Okafor',
      'Tomás Rivera',
      'Yuki Tanaka',
    ]);
  });
});
