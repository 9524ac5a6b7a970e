// An organizer's way from the first start of the server to a convened meeting.

import { describe, expect, it } from 'vitest';
import { journey, noBrowser } from './journey.ts';

describe.skipIf(noBrowser)('an organizer, from the first start to the notice', () => {
  const stage = journey({ ADMIN_PASSWORD: '' });

  it('makes the administrator by the one-time link, schedules and convenes', async () => {
    const { page } = await stage.person('organizer');
    const setupLink = await expect
      .poll(() => stage.server.lines.map((line) => /(http\S+#\S+)$/.exec(line)?.[1]).find(Boolean))
      .toBeTruthy()
      .then(() => stage.server.lines.map((line) => /(http\S+#\S+)$/.exec(line)?.[1]).find(Boolean)!);
    await page.goto(setupLink);
    await page.getByLabel('Your name, as the record shows it').fill('Clara Weiss');
    await page.getByLabel('Sign-in name').fill('clara');
    await page.getByLabel('Password', { exact: true }).fill('a long and quiet evening');
    await page.getByLabel('Password once more').fill('a long and quiet evening');
    await page.getByRole('button', { name: 'Make the administrator' }).click();
    await page.getByRole('heading', { name: 'No meetings yet' }).waitFor();
    await page.getByRole('link', { name: 'Schedule a meeting' }).click();
    await page.getByLabel('Title').fill('Sitting of the Council');
    await page.getByLabel('Organisation').fill('Council of the City');
    await page.getByRole('button', { name: 'Schedule the meeting' }).click();
    await page.getByRole('heading', { name: 'Sitting of the Council', level: 1 }).waitFor();
  });
});
