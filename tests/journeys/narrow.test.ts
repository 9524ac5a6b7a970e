// WCAG 1.4.10, reflow: at a width of 320 px, or at 1280 px magnified four times, no page scrolls sideways.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bringToLife, gatherCouncil } from '../server/council.ts';
import { ADMIN_PASSWORD } from '../server/start.ts';
import { journey, noBrowser } from './journey.ts';

/** What reaches beyond the right edge, by its tag and its first words; nothing where the page fits. */
const beyondTheEdge = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { documentElement: root } = document;
    if (root.scrollWidth <= root.clientWidth) return [];
    return Array.from(document.querySelectorAll('body *'))
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()} ${element.textContent?.trim().slice(0, 40)}`);
  });

describe.skipIf(noBrowser)('on a very narrow screen', () => {
  const stage = journey();

  it('no page scrolls sideways', async () => {
    const council = await gatherCouncil(stage.secretariat, 'open');
    const { meetingId } = council;
    await bringToLife(stage.secretariat, meetingId);

    const { page } = await stage.person('organizer', { on: 'phone' });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(stage.at('/sign-in'));
    await page.getByLabel('Sign-in name').fill('admin');
    expect(await beyondTheEdge(page)).toEqual([]);
    await page.getByLabel('Password').fill(ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Meetings' }).waitFor();
    expect(await beyondTheEdge(page)).toEqual([]);
    for (const [path, heading] of [
      ['/meetings/new', 'Schedule a meeting'],
      [`/meetings/${meetingId}`, 'Convening'],
      [`/meetings/${meetingId}/desk`, 'Report on the water supply'],
      [`/meetings/${meetingId}/archive`, 'The meeting as it stood'],
    ] as const) {
      await page.goto(stage.at(path));
      await page.getByRole('heading', { name: heading }).first().waitFor();
      expect(await beyondTheEdge(page)).toEqual([]);
    }

    const attendee = await stage.comesIn('attendee', council.links.tanaka, { on: 'phone', language: 'zh-CN' });
    await attendee.page.setViewportSize({ width: 320, height: 640 });
    for (const part of ['现场', '议程', '文件', '我的事项', '留言']) {
      await attendee.page.getByRole('link', { name: part }).click();
      await attendee.page.getByRole('heading').filter({ visible: true }).first().waitFor();
      expect(await beyondTheEdge(attendee.page)).toEqual([]);
    }
  });
});
