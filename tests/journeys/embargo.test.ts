// A commendation under embargo: until it is conferred, not one byte of it reaches an attendee's browser.

import { describe, expect, it } from 'vitest';
import { award, gatherCouncil } from '../server/council.ts';
import { journey, noBrowser } from './journey.ts';

describe.skipIf(noBrowser)('a commendation', () => {
  const stage = journey();

  it('is conferred, and only then reaches those who are not officers', async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'open');
    const { meetingId } = council;
    const attendee = await stage.comesInOverLine('Yuki Tanaka', council.links.tanaka, { on: 'phone' });
    const chair = await stage.comesIn('chair', council.links.okafor);
    await chair.page.goto(stage.at(`/meetings/${meetingId}/desk`));

    // Whatever an attendee may open, and whatever the address bar or a program of theirs may ask for.
    const { page } = attendee;
    for (const part of ['Agenda', 'Papers', 'My part', 'Messages']) {
      await page.getByRole('link', { name: part }).click();
      await page.getByRole('complementary', { name: part }).waitFor();
    }
    await page.getByRole('link', { name: 'Now' }).click();
    const asked = await page.evaluate(
      (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).status)),
      [
        '',
        '?at=5',
        '/events',
        '/events?streams=all',
        '/minutes.md',
        '/minutes.html',
        '/agenda.ics',
        '/attendance.csv',
        '/speaking.csv',
      ].map((path) => `/api/meetings/${meetingId}${path}`),
    );
    expect(asked.filter((status) => status === 200).length).toBeGreaterThanOrEqual(4);
    await page.evaluate(() => fetch('/api/honours'));

    await secretariat.gives(meetingId, 'call-item', { itemId: 'honours' });
    await page.getByRole('heading', { name: 'Commendations of the year' }).waitFor();
    // The desk has it at hand.
    const commendations = chair.page.getByRole('region', { name: /^Commendations/ });
    await commendations.getByText(award.award).waitFor();
    await commendations.getByText('Under embargo').waitFor();
    expect(await page.getByText(award.award).count()).toBe(0);

    const before = attendee.line.received();
    expect(before).toContain('Commendations of the year');
    expect(before).not.toContain(award.award);
    expect(before).not.toContain(award.citation);
    expect(before).not.toContain(award.commendationId);

    await commendations.getByRole('button', { name: 'Confer', exact: true }).click();
    await commendations.getByText('Conferred', { exact: true }).waitFor();
    await page.getByRole('region', { name: 'Conferred' }).getByText(award.award).waitFor();
    await page.getByText(award.citation).waitFor();
    expect(attendee.line.received()).toContain(award.award);
  });
});
