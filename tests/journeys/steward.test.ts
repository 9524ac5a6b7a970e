// A steward stands at the door with a phone: thirty people come in, a delegation is counted, and the desk sees them all.

import { describe, expect, it } from 'vitest';
import { gatherCouncil } from '../server/council.ts';
import { journey, noBrowser } from './journey.ts';

const NAMES = [
  '刘石泉',
  '魏毅寅',
  '陈国瑛',
  '孙家栋',
  '周平',
  'Anna Berg',
  'Ben Müller',
  'Carla Rossi',
  'Dan Wu',
  'Eva Lind',
];
const guests = Array.from({ length: 30 }, (_, place) => ({
  attendeeId: `guest-${place + 1}`,
  name: `${NAMES[place % NAMES.length]}${place < NAMES.length ? '' : ` ${place + 1}`}`,
}));

describe.skipIf(noBrowser)('a steward with a phone', () => {
  const stage = journey();

  it('checks thirty people in and counts a delegation, in English and in Chinese, and the desk sees it', async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'convened');
    const { meetingId } = council;
    const gives = (command: string, data: object = {}) => secretariat.gives(meetingId, command, data);
    await gives('add-venue', { venueId: 'main', name: 'Great hall', main: true });
    await gives('add-venue', { venueId: 'branch', name: 'Branch hall' });
    for (const guest of guests)
      await gives('add-attendee', { ...guest, unit: 'Guests', capacity: 'guest', venueId: 'branch' });
    const academy = {
      delegationId: 'academy',
      name: 'The Academy',
      unit: 'Academy',
      expected: 24,
      headName: 'Gao Wei',
    };
    await gives('add-delegation', { ...academy, venueId: 'branch' });

    const east = await secretariat.stationLink(meetingId, 'steward', 'East entrance', 'branch');
    const west = await secretariat.stationLink(meetingId, 'steward', 'West entrance', 'branch');
    const { page } = await stage.person('east', { on: 'phone' });
    await page.goto(east.url);
    await page.waitForURL('**/steward');
    await page.getByRole('heading', { name: 'Check-in' }).waitFor();
    expect(await page.getByText('Branch hall').first().isVisible()).toBe(true);
    const counts = () => page.locator('dl dd').allInnerTexts();
    expect(await counts()).toEqual(['0', '30', '30']);

    // Most come one after another; some are found by initials, by letters without their marks, by their unit.
    const search = page.getByRole('searchbox');
    for (const [typed, name] of [
      ['lsq', '刘石泉'],
      ['muller', 'Ben Müller'],
    ] as const) {
      await search.fill(typed);
      await page.getByRole('button', { name: new RegExp(`^${name}(?! \\d)`) }).click();
      await page.getByRole('button', { name: `Undo the check-in of ${name}`, exact: true }).waitFor();
      await page.getByRole('button', { name: 'Clear' }).click();
    }
    expect(await counts()).toEqual(['2', '28', '30']);
    for (const { name } of guests.slice(1, 20).filter(({ name: it }) => it !== 'Ben Müller')) {
      await page.getByRole('button', { name: new RegExp(`^${name}(?! ?\\d).*Check in$`) }).click();
      await page.getByRole('button', { name: `Undo the check-in of ${name}`, exact: true }).waitFor();
    }
    expect(await counts()).toEqual(['20', '10', '30']);
    await page.getByRole('button', { name: 'Undo the check-in of Anna Berg', exact: true }).click();
    await page.getByRole('button', { name: /^Anna Berg(?! \d).*Check in$/ }).click();
    await page.getByRole('button', { name: 'Undo the check-in of Anna Berg', exact: true }).waitFor();

    // At the other entrance somebody else does the same, in Chinese; each sees what the other did.
    const other = await stage.person('west', { on: 'phone', language: 'zh-CN' });
    await other.page.goto(west.url);
    await other.page.getByRole('heading', { name: '会场签到' }).waitFor();
    expect(await other.page.locator('dl dd').allInnerTexts()).toEqual(['20', '10', '30']);
    await page.getByRole('button', { name: 'Here', exact: true }).click();
    const seen = page.getByRole('listitem').filter({ hasText: 'by West entrance' }).first().waitFor();
    for (const { name } of guests.slice(20)) {
      await other.page.getByRole('button', { name: new RegExp(`^${name}.*签到$`) }).click();
      await other.page.getByRole('button', { name: `撤销${name}的签到`, exact: true }).waitFor();
    }
    expect(await other.page.locator('dl dd').allInnerTexts()).toEqual(['30', '0', '30']);
    await seen;
    expect(await counts()).toEqual(['30', '0', '30']);

    await page.getByRole('button', { name: 'Delegations' }).click();
    await page.getByText('Led by Gao Wei').waitFor();
    await page.getByRole('button', { name: 'All 24' }).click();
    await page.getByRole('button', { name: 'One fewer' }).click();
    await page.getByRole('button', { name: 'Record 23' }).click();
    await page.getByText('23 counted').waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);

    const desk = await stage.comesIn('chair', council.links.okafor);
    await desk.page.goto(stage.at(`/meetings/${meetingId}/desk`));
    // Thirty at the door, twenty-three of the Academy, and the chair who looks.
    await desk.page.getByText('54 of 59').waitFor();
    const { attendance } = await secretariat.does<{
      attendance: { counts: object; whereabouts: readonly { checks: readonly { venueId: string | null }[] }[] };
    }>('GET', `/api/meetings/${meetingId}`);
    expect(JSON.stringify(attendance.counts)).toContain('"count":23');
    expect(attendance.whereabouts.filter(({ checks }) => checks.at(-1)?.venueId === 'branch')).toHaveLength(30);
  });

  it('sees on the very row what did not go through, and tries it again', async () => {
    const { secretariat } = stage;
    const { meetingId } = await gatherCouncil(secretariat, 'convened', { meetingId: 'second' });
    await secretariat.gives(meetingId, 'add-venue', { venueId: 'main', name: 'Great hall', main: true });
    const { url } = await secretariat.stationLink(meetingId, 'steward', 'Door');
    const { page, context } = await stage.person('door', { on: 'phone' });
    await page.goto(url);
    const row = page.getByRole('listitem').filter({ hasText: 'Yuki Tanaka' });
    await row.waitFor();
    await context.route('**/check-in', (route) => route.abort());
    await row.getByRole('button').click();
    await row.getByText('Not recorded.').waitFor();
    await context.unroute('**/check-in');
    await row.getByRole('button', { name: 'Try again' }).click();
    await row.getByRole('button', { name: 'Undo the check-in of Yuki Tanaka' }).waitFor();
    const record = await secretariat.does<{ attendance: object }>('GET', `/api/meetings/${meetingId}`);
    expect(JSON.stringify(record.attendance).match(/"venueId":"main"/g)).toHaveLength(1);
  });

  it('corrects a count whose answer was lost on the way', async () => {
    const { secretariat } = stage;
    const { meetingId } = await gatherCouncil(secretariat, 'convened', { meetingId: 'third' });
    await secretariat.gives(meetingId, 'add-venue', { venueId: 'main', name: 'Great hall', main: true });
    await secretariat.gives(meetingId, 'add-delegation', {
      delegationId: 'academy',
      name: 'The Academy',
      unit: 'Academy',
      expected: 24,
    });
    const { url } = await secretariat.stationLink(meetingId, 'steward', 'Door');
    const { page, context } = await stage.person('counter', { on: 'phone' });
    await page.goto(url);
    await page.getByRole('button', { name: 'Delegations' }).click();
    await page.getByRole('button', { name: 'All 24' }).click();
    await context.route('**/count-delegation', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Record 24' }).click();
    await page.getByRole('alert').waitFor();
    await context.unroute('**/count-delegation');
    await page.getByRole('button', { name: 'One fewer' }).click();
    await page.getByRole('button', { name: 'Record 23' }).click();
    await expect.poll(() => page.getByText('23 counted').count()).toBe(1);
  });
});
