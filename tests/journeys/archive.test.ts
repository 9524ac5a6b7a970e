// The end of a meeting and what is left of it: the closing, the archivist's way back to any moment, the minutes.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bringToLife, gatherCouncil } from '../server/council.ts';
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
    await page.getByRole('link', { name: /Sitting of the Council/ }).click();
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
});
