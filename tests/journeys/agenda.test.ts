// A secretary builds the agenda of a conference from nothing, with the keyboard alone; and two who prepare the same meeting
// at once see each other, and lose nothing.

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ADMIN_PASSWORD } from '../server/start.ts';
import { journey, noBrowser, timed } from './journey.ts';
import type { Journey } from './journey.ts';
import type { Looks } from '../browser/looks.ts';

const conference = {
  title: '2021 Digital Space Work Conference',
  organisation: 'CASIC',
  timeZone: 'Asia/Shanghai',
  startsAt: '2031-05-26T09:00:00+08:00',
  endsAt: '2031-05-26T11:50:00+08:00',
};

/** Nine items, as the conference had them: 170 minutes. */
const items = [
  ['Opening by the chair', '5'],
  ['Report on digital space', '35'],
  ['Announcement of the overall plan', '10'],
  ['Commendations', '15'],
  ['Responsibility statements', '15'],
  ['Exchange of views', '40'],
  ['Speech by the General Manager', '20'],
  ['Speech by the President', '25'],
  ['Closing by the chair', '5'],
] as const;

/** Somebody signed in, at the preparation of a meeting. */
async function preparing(stage: Journey, name: string, meetingId: string, looks: Looks = {}): Promise<Page> {
  const { page } = await stage.person(name, looks);
  await page.request.post(stage.at('/api/session'), {
    data: { signInName: name === 'admin' ? 'admin' : name, password: ADMIN_PASSWORD },
  });
  await page.goto(stage.at(`/meetings/${meetingId}#agenda`));
  await page.locator('[data-component="prepare-agenda-new"]').waitFor();
  return page;
}

const titles = (page: Page) => page.locator('[data-component="prepare-agenda"] > li [data-part="title"]');
const row = (page: Page, title: string): Locator => page.getByRole('listitem', { name: title, exact: true });

/** The title of an item as what is pressed to edit it. */
const titleOf = (page: Page, title: string) => row(page, title).locator('[data-cell="title"]');

describe.skipIf(noBrowser)('the agenda', () => {
  const stage = journey();
  const schedule = async (title = conference.title) =>
    (await stage.secretariat.does<{ meetingId: string }>('POST', '/api/meetings', { ...conference, title })).meetingId;

  it('is made of nine items by the keyboard alone, mended and put in order', async () => {
    const page = await preparing(stage, 'admin', await schedule());
    const keys = page.keyboard;
    await page.getByPlaceholder('Type the next item, or paste several lines').focus();
    for (const [title, minutes] of items) {
      await keys.type(title);
      await keys.press('Tab');
      await keys.press('Tab');
      await keys.type(minutes);
      await keys.press('Enter');
    }
    await expect.poll(() => titles(page).allTextContents()).toEqual(items.map(([title]) => title));
    await page.getByText('Planned end 11:50, after 170 minutes.').waitFor();
    // The kind was told from the title.
    await row(page, 'Commendations').getByRole('button', { name: 'Commendation', exact: true }).waitFor();

    // The fourth is lifted over the third, and the focus stays on it.
    await row(page, 'Commendations').getByRole('button', { name: 'Move “Commendations”' }).focus();
    await keys.press('Alt+ArrowUp');
    await page.getByText('“Commendations” is now item 3 of 9.').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move “Commendations”');
    await keys.press('Alt+ArrowDown');

    // A title is mended in its place: Enter opens, Tab goes to the minutes, Enter saves and goes on.
    await titleOf(page, 'Exchange of views').focus();
    await keys.press('Enter');
    await keys.type('Exchange of views by four units');
    await keys.press('Tab');
    await keys.press('Tab');
    await keys.type('50');
    await keys.press('Enter');
    await row(page, 'Exchange of views by four units').waitFor();
    await page.getByText('10 minutes over the planned end at 11:50').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Speech by the General Manager');

    // Escape gives up.
    await keys.press('Enter');
    await keys.type('Something else');
    await keys.press('Escape');
    await row(page, 'Speech by the General Manager').waitFor();
    expect(await titles(page).count()).toBe(9);
  });

  it('takes several pasted lines, and text of any kind as text', async () => {
    const page = await preparing(stage, 'admin', await schedule());
    const hostile = ['<img src=x onerror=alert(1)>', 'مراجعة الخطة 🎉', 'x'.repeat(200)];
    await page.getByPlaceholder('Type the next item, or paste several lines').evaluate(
      (field, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      hostile.map((title, place) => `${place + 1}. ${title}\t${place + 1}`).join('\n'),
    );
    await expect.poll(() => titles(page).allTextContents()).toEqual(hostile);
    await page.getByText('Planned end 09:06, after 6 minutes.').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  it('takes files that are dropped on a row, and says which is not what its name says', async () => {
    const meetingId = await schedule();
    await stage.secretariat.gives(meetingId, 'add-item', { itemId: 'plan', title: 'Overall plan' });
    const page = await preparing(stage, 'admin', meetingId);
    const drop = (name: string, text: string) =>
      row(page, 'Overall plan').evaluate(
        (element, [fileName, content]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content!], fileName!, { type: 'application/pdf' }));
          for (const type of ['dragover', 'drop'])
            element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        },
        [name, text],
      );
    await drop('overall_plan.pdf', '%PDF-1.7 the plan');
    await row(page, 'Overall plan').getByRole('link', { name: 'overall plan' }).waitFor();
    await drop('evil.pdf', '<!DOCTYPE html><script>alert(1)</script>');
    await row(page, 'Overall plan').getByText('The file is not what its name says').waitFor();
    await row(page, 'Overall plan').getByRole('button', { name: 'Dismiss evil.pdf' }).click();
    expect(await row(page, 'Overall plan').getByRole('link').count()).toBe(1);
  });

  it('is prepared by two at once: what the other did is said, and each field is chosen', async () => {
    const meetingId = await schedule();
    await stage.secretariat.gives(meetingId, 'add-item', { itemId: 'report', title: 'Report', plannedMinutes: 20 });
    await stage.secretariat.does('POST', '/api/accounts', {
      signInName: 'wang',
      name: 'Wang Min',
      roles: ['organizer'],
      password: ADMIN_PASSWORD,
    });
    const mine = await preparing(stage, 'admin', meetingId);
    const theirs = await preparing(stage, 'wang', meetingId);

    await titleOf(mine, 'Report').click();
    const editor = mine.getByRole('form', { name: /^Revise/ });
    await editor.getByRole('textbox', { name: 'Title' }).fill('Report on digital space');
    await editor.getByLabel('Topics').fill('Cloud works');

    // The other changes the minutes, which nobody here touched, and the title, which somebody did.
    await titleOf(theirs, 'Report').click();
    const other = theirs.getByRole('form', { name: /^Revise/ });
    await other.getByLabel('Title').fill('Annual report');
    await other.getByLabel('Minutes').fill('30');
    await other.getByLabel('Minutes').press('Enter');

    await mine.getByText('Wang Min has changed this while you were writing').waitFor();
    expect(await editor.getByLabel('Minutes').inputValue()).toBe('30');
    expect(await editor.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Report on digital space');
    await editor.getByRole('alert').getByText('Annual report').waitFor();
    await editor.getByRole('button', { name: 'Save' }).click({ force: true });
    await mine.getByText('Choose first between theirs and yours.').first().waitFor({ state: 'attached' });

    // Mended and kept: theirs is gone only because somebody said so.
    await editor.getByRole('textbox', { name: 'Title' }).fill('Annual report on digital space');
    await editor.getByRole('button', { name: 'Keep mine: Title' }).click();
    await editor.getByRole('button', { name: 'Save' }).click();
    await row(theirs, 'Annual report on digital space').waitFor();
    await row(theirs, 'Annual report on digital space').getByText('Cloud works').waitFor();
    await row(theirs, 'Annual report on digital space').getByText('30 min').waitFor();

    // Withdrawn under one's hands: what was typed is added as a new item.
    await titleOf(mine, 'Annual report on digital space').click();
    await editor.getByRole('textbox', { name: 'Title' }).fill('Report, in short');
    await stage.secretariat.gives(meetingId, 'withdraw-item', { itemId: 'report' });
    await editor.getByRole('button', { name: 'Add it as a new item' }).click();
    await row(theirs, 'Report, in short').waitFor();
    expect(await titles(theirs).allTextContents()).toEqual(['Report, in short']);
  });

  it('keeps what was being typed over a reload, and over a session that was lost', async () => {
    const meetingId = await schedule();
    await stage.secretariat.gives(meetingId, 'add-item', { itemId: 'report', title: 'Report' });
    const page = await preparing(stage, 'admin', meetingId);
    await page.getByPlaceholder('Type the next item, or paste several lines').fill('Exchange of 观点');
    await page.reload();
    await page.getByRole('button', { name: 'Go on with “Add an item”' }).click();
    const field = page.getByPlaceholder('Type the next item, or paste several lines');
    await expect.poll(() => field.inputValue()).toBe('Exchange of 观点');
    await field.press('Enter');
    await row(page, 'Exchange of 观点').waitFor();

    await titleOf(page, 'Report').click();
    const editor = page.getByRole('form', { name: /^Revise/ });
    await editor.getByRole('textbox', { name: 'Title' }).fill('Report on the year');
    await page.context().clearCookies();
    await editor.getByRole('textbox', { name: 'Title' }).press('Enter');
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    // Signing in happens over the page, which is as it was.
    await page.getByLabel('Sign-in name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => editor.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Report on the year');
    await editor.getByRole('textbox', { name: 'Title' }).press('Enter');
    await row(page, 'Report on the year').waitFor();
    expect(await page.getByRole('button', { name: /^Go on with/ }).count()).toBe(0);
  });

  it('keeps what two tabs write apart, and offers what a closed one left', async () => {
    const meetingId = await schedule();
    const one = await preparing(stage, 'admin', meetingId);
    const other = await one.context().newPage();
    await other.goto(one.url());
    const field = (page: Page) => page.getByPlaceholder('Type the next item, or paste several lines');
    await field(one).fill('Written in the first tab');
    await field(other).fill('Written in the second');
    expect(await one.getByRole('button', { name: /^Go on with/ }).count()).toBe(0);
    await other.close();
    await one.getByRole('button', { name: 'Go on with “Add an item”' }).waitFor();
    expect(await field(one).inputValue()).toBe('Written in the first tab');
    await field(one).press('Enter');
    await row(one, 'Written in the first tab').waitFor();
    await one.getByRole('button', { name: 'Go on with “Add an item”' }).click();
    await expect.poll(() => field(one).inputValue()).toBe('Written in the second');
  });

  it('is edited on a phone, in Chinese, without the page growing wider than it', async () => {
    const meetingId = await schedule();
    const long = '数字航天建设'.repeat(30);
    await stage.secretariat.gives(meetingId, 'add-item', { itemId: 'report', kind: 'report', title: long });
    const page = await preparing(stage, 'admin', meetingId, { on: 'phone', language: 'zh-CN' });
    await page.locator('[data-item="report"] [data-cell="plannedMinutes"]').tap();
    const editor = page.getByRole('form', { name: /^修改/ });
    await editor.getByLabel('分钟').fill('35');
    await editor.getByRole('button', { name: '保存' }).tap();
    await row(page, long).getByText('35 分钟').waitFor();
    await page.getByText('计划于 09:35 结束，共 35 分钟。').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  it('stays quick with two hundred items', async () => {
    const meetingId = await schedule();
    for (let place = 1; place <= 200; place += 1) {
      const item = { itemId: `item-${place}`, title: `Item ${place}`, kind: 'report', plannedMinutes: 1 };
      await stage.secretariat.gives(meetingId, 'add-item', item);
    }
    const page = await preparing(stage, 'admin', meetingId);
    await expect.poll(() => titles(page).count()).toBe(200);
    const [, opened] = await timed(async () => {
      await titleOf(page, 'Item 100').click();
      await page.getByRole('form', { name: 'Revise Item 100' }).waitFor();
    });
    await page.keyboard.press('Escape');
    await row(page, 'Item 100').getByRole('button', { name: 'Move “Item 100”' }).focus();
    // From the key to the frame in which the row stands elsewhere.
    const moved = await page.evaluate(async () => {
      const started = performance.now();
      const press = { key: 'ArrowUp', altKey: true, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', press));
      await new Promise(requestAnimationFrame);
      return Math.round(performance.now() - started);
    });
    await page.getByText('“Item 100” is now item 99 of 200.').waitFor({ state: 'attached' });
    process.stdout.write(`Two hundred items: a row opened in ${opened} ms, moved in ${moved} ms\n`);
  });
});
