// The chair's hands stay on the keyboard: a whole item, from its call to its conclusion, without a mouse.

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { gatherCouncil } from '../server/council.ts';
import { journey, noBrowser } from './journey.ts';

/** Goes with Tab until the focus is there. Throws where it never comes there. */
async function reach(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}

describe.skipIf(noBrowser)('the chair at the keyboard', () => {
  const stage = journey();

  it('opens, calls, gives, extends, takes back and concludes without a mouse', async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'convened');
    const { page } = await stage.comesIn('chair', council.links.okafor, { theme: 'dark' });
    const { keyboard } = page;

    // From the room to the desk with Tab and Enter.
    await reach(page, page.getByRole('link', { name: 'Go to the desk' }));
    await keyboard.press('Enter');
    await page.waitForURL('**/desk');

    // The next step has one key, whatever it is.
    const step = page.getByRole('button', { name: / N$/ });
    await step.and(page.getByText('Open the meeting')).waitFor();
    await keyboard.press('n');
    await page.getByRole('timer', { name: 'Open for' }).waitFor();
    await keyboard.press('c');
    await page
      .getByRole('region', { name: 'On now' })
      .getByRole('heading', { name: 'Opening of the sitting' })
      .waitFor();

    // The floor to whoever presents, more time, and back.
    const floor = page.getByRole('region', { name: 'The floor' });
    await floor.getByRole('button', { name: 'Give the floor to Margaret Okafor' }).waitFor();
    await keyboard.press('g');
    await floor.getByText('of 5:00').waitFor();
    await keyboard.press('e');
    await floor.getByText('of 7:00').waitFor();
    await keyboard.press('Backspace');
    await floor.getByText('has the floor', { exact: true }).waitFor({ state: 'hidden' });

    // A name that asked for nothing: found by typing, given by Enter.
    await keyboard.press('/');
    await keyboard.type('dubo');
    await keyboard.press('Enter');
    const byName = page
      .getByRole('region', { name: 'Waiting' })
      .getByRole('button', { name: 'Give the floor', exact: true });
    await expect.poll(() => byName.getAttribute('aria-disabled')).toBeNull();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await floor.getByText('Claire Dubois').waitFor();

    // What cannot be done now says why, to the keyboard too.
    const conclude = page.getByRole('region', { name: 'On now' }).getByRole('button', { name: /^Conclude D$/ });
    await conclude.focus();
    await keyboard.press('Enter');
    await page
      .getByText(/Claire Dubois has the floor\. Let the speaker finish/)
      .first()
      .waitFor();
    await keyboard.press('Escape');

    // Letters that are typed are letters, not commands.
    await page.getByLabel('Point 1').fill('');
    await page.getByLabel('Point 1').pressSequentially('yes');
    await floor.getByText('Claire Dubois').waitFor();
    await page.getByRole('heading', { name: 'Agenda' }).evaluate(() => (document.activeElement as HTMLElement).blur());

    await keyboard.press('y');
    await floor.getByText('has the floor', { exact: true }).waitFor({ state: 'hidden' });
    await keyboard.press('d');
    await page.getByRole('region', { name: 'On now' }).getByText('No item is open').waitFor();

    // Every command there is, without knowing its key.
    await keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await keyboard.type('recess');
    await page
      .getByRole('option', { name: /recess/i })
      .first()
      .waitFor();
    await keyboard.press('Enter');
    const form = page.getByRole('dialog');
    await form.getByRole('heading', { name: /recess/i }).waitFor();
    await keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });

    const told = (await secretariat.record(council.meetingId)).map(({ type }) => type);
    expect(told.slice(told.indexOf('MeetingOpened'))).toEqual([
      'MeetingOpened',
      'ItemCalled',
      'FloorGiven',
      'FloorExtended',
      'FloorTakenBack',
      'FloorGiven',
      ...(told.includes('SpeechSummarized') ? ['SpeechSummarized'] : []),
      'FloorYielded',
      'ItemConcluded',
    ]);
  });
});
