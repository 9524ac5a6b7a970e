// The secretary and the roster of the 2021 conference: imported, corrected at the keyboard, put in order, seated and
// invited; and looked up on a phone.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../server/secretariat.ts';
import { ADMIN_PASSWORD } from '../server/start.ts';
import { journey, noBrowser } from './journey.ts';
import type { Person } from './journey.ts';

const csv = readFileSync(new URL('../scenarios/digital-space-2021/roster.csv', import.meta.url));

describe.skipIf(noBrowser)('the roster of a conference', () => {
  const stage = journey();

  async function signIn({ page }: Person, meetingId: string): Promise<void> {
    await page.goto(stage.at(`/sign-in?next=${encodeURIComponent(`/meetings/${meetingId}`)}`));
    await page.locator('input[autocomplete="username"]').fill('admin');
    await page.locator('input[type="password"]').fill(ADMIN_PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('#roster').waitFor();
  }

  it('is imported, worked on in the table and invited', async () => {
    const { meetingId } = await stage.secretariat.does<Receipt>('POST', '/api/meetings', {
      meetingId: 'conference',
      title: '2021 Digital Space Work Conference',
      organisation: 'CASIC',
      timeZone: 'Asia/Shanghai',
      startsAt: '2031-05-26T09:00:00+08:00',
      endsAt: '2031-05-26T11:50:00+08:00',
      venues: [
        { venueId: 'main', name: 'Headquarters', main: true },
        { venueId: 'branch', name: 'Branch venues' },
      ],
    });
    const secretary = await stage.person('secretary');
    const { page } = secretary;
    await signIn(secretary, meetingId);
    const roster = page.locator('#roster');
    const cell = (name: string, column: string) =>
      roster
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
        .locator(`[data-column="${column}"]`);

    // Row by row the preview says what will happen.
    await roster.getByRole('button', { name: 'Import from a file' }).click();
    const sheet = page.getByRole('region', { name: 'Import the roster' });
    await sheet
      .getByLabel(/Choose a CSV file/)
      .setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer: csv });
    await sheet.getByText('16 names are added').waitFor();
    expect(await sheet.getByRole('cell', { name: 'New', exact: true }).count()).toBe(16);
    await sheet.getByRole('button', { name: 'Import 16 rows' }).click();

    // A title corrected without the mouse, from the cell on.
    await cell('Yuan Jie', 'title').click();
    await page.keyboard.type('Secretary');
    await page.keyboard.press('Enter');
    await cell('Yuan Jie', 'title').getByText('Secretary', { exact: true }).waitFor();

    // The fourth comes before the third, and back again.
    await cell('Wei Yiyin', 'name').click();
    await page.keyboard.press('Alt+ArrowUp');
    await cell('Wei Yiyin', 'precedence').getByText('3', { exact: true }).waitFor();
    await cell('Chen Guoying', 'precedence').getByText('4', { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await cell('Wei Yiyin', 'precedence').getByText('4', { exact: true }).waitFor();

    // Three sit elsewhere, by one command.
    await cell('Liu Shiquan', 'name').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await roster.getByText('3 names are chosen').waitFor();
    await roster.getByRole('button', { name: 'Venue …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption('Branch venues');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await cell('Wei Yiyin', 'venue').getByText('Branch venues').waitFor();
    await cell('Liu Shiquan', 'venue').getByText('Branch venues').waitFor();

    const links = page.getByRole('region', { name: 'Personal links', exact: true }).first();
    await links.getByRole('button', { name: 'Issue links to all 4 who have none' }).click();
    await links.getByRole('heading', { name: '4 links are issued' }).waitFor();

    // On a phone, in Chinese, each name is a card, and the page is no wider than the screen.
    const onTheWay = await stage.person('secretary on the way', { on: 'phone', language: 'zh-CN' });
    await signIn(onTheWay, meetingId);
    const cards = onTheWay.page.getByRole('list', { name: '名单明细' });
    await cards.getByText('Liu Shiquan', { exact: true }).waitFor();
    const overflow = await onTheWay.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
