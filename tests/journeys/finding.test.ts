// A secretary makes this year's meeting from last year's in the browser, and finds meetings among thousands again.

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Looks } from '../browser/looks.ts';
import { ADMIN_PASSWORD } from '../server/start.ts';
import { journey, noBrowser } from './journey.ts';

const LONG = `${'Zukunft '.repeat(25)}🛰️ مؤتمر`.slice(0, 200);

type Read = {
  readonly meeting: {
    readonly lifecycle: { readonly title: string; readonly startsAt: string; readonly endsAt: string };
    readonly officers: { readonly chair: string | null; readonly secretary: string | null };
    readonly agenda: { readonly items: readonly { readonly title: string; readonly presenters: readonly string[] }[] };
    readonly roster: {
      readonly attendees: readonly { readonly attendeeId: string; readonly venueId: string | null }[];
    };
  };
};

describe.skipIf(noBrowser)('whoever looks for meetings and makes new ones', () => {
  const stage = journey({ RATE_LIMITS: 'off' });

  beforeAll(async () => {
    const { secretariat } = stage;
    await secretariat.does('POST', '/api/meetings', {
      meetingId: 'last-year',
      title: '2025 Digital Space Work Conference',
      organisation: 'Aerospace Corporation',
      languages: ['en', 'zh-CN'],
      form: 'hybrid',
      timeZone: 'Asia/Shanghai',
      startsAt: '2025-05-26T09:00:00+08:00',
      endsAt: '2025-05-26T12:00:00+08:00',
      venues: [{ venueId: 'main', name: 'Headquarters', main: true }],
      attendees: ['liu', 'wei', 'sun'].map((attendeeId) => ({
        attendeeId,
        name: `${attendeeId} <b>سمير</b> 👩‍🚀`,
        unit: 'Headquarters',
        venueId: 'main',
      })),
      delegations: [{ delegationId: 'academy', name: 'Second Academy', unit: 'Units', expected: 6, headId: 'wei' }],
      officers: { chair: 'liu', secretary: 'sun' },
      items: [
        { itemId: 'opening', kind: 'opening', title: 'Opening', plannedMinutes: 5, presenters: ['liu'] },
        { itemId: 'report', kind: 'report', title: 'Report', plannedMinutes: 35, presenters: ['wei', 'academy'] },
      ],
    });
    await secretariat.does('POST', '/api/meetings', {
      meetingId: 'long',
      title: LONG,
      organisation: 'Council',
      timeZone: 'America/New_York',
      startsAt: '2031-03-07T20:00:00-05:00',
      endsAt: '2031-03-09T12:00:00-04:00',
    });
  });

  async function signedIn(name: string, looks: Looks = {}): Promise<Page> {
    const { page } = await stage.person(name, looks);
    const opened = await page.request.post(stage.at('/api/session'), {
      data: { signInName: 'admin', password: ADMIN_PASSWORD },
    });
    expect(opened.ok()).toBe(true);
    return page;
  }

  const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  const reads = async (page: Page) => {
    const id = new URL(page.url()).pathname.split('/').at(-1);
    return (await stage.secretariat.does<Read>('GET', `/api/meetings/${id}`)).meeting;
  };

  it('makes one after last year’s: the agenda and the roster again, a year on, in one go', async () => {
    const page = await signedIn('secretary');
    await page.goto(stage.at('/meetings/new'));
    await page.getByRole('radio', { name: /A past meeting/ }).check();
    await page.getByRole('searchbox', { name: 'Which meeting' }).fill('digital SPACE');
    await page.getByRole('button', { name: /2025 Digital Space/ }).click();
    await page.getByRole('checkbox', { name: 'Roster: 3 names' }).waitFor();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBeGreaterThanOrEqual(5);
    const title = page.getByLabel('Title', { exact: true });
    expect(await title.inputValue()).toMatch(/^20\d\d Digital Space Work Conference$/);
    expect(await title.inputValue()).not.toContain('2025');
    expect(await page.getByLabel('Starts').inputValue()).toBe('09:00');
    expect(await page.getByLabel('Ends').inputValue()).toBe('09:40');
    await title.fill('The conference');

    // A step back shows the choice again, a step forward what was chosen.
    await page.goBack();
    await page.getByRole('searchbox', { name: 'Which meeting' }).waitFor();
    await page.goForward();
    await page.getByRole('checkbox', { name: 'Roster: 3 names' }).waitFor();

    expect(await title.inputValue()).toBe('The conference');
    expect(await page.getByLabel('Ends').inputValue()).toBe('09:40');

    await page.getByRole('checkbox', { name: '1 delegation' }).uncheck();
    await page.getByRole('button', { name: 'Schedule the meeting' }).click();
    await page.getByRole('heading', { name: 'The conference', level: 1 }).waitFor();
    const made = await reads(page);
    expect(made.officers).toMatchObject({ chair: 'liu', secretary: 'sun' });
    expect(made.roster.attendees.map(({ venueId }) => venueId)).toEqual(['main', 'main', 'main']);
    expect(made.agenda.items.map(({ presenters }) => presenters)).toEqual([['liu'], ['wei']]);
    expect(Date.parse(made.lifecycle.endsAt) - Date.parse(made.lifecycle.startsAt)).toBe(40 * 60_000);
  });

  it('makes one from a template on a phone, in Chinese, and nothing is cut off', async () => {
    const page = await signedIn('secretary-on-a-phone', { language: 'zh-CN', on: 'phone' });
    await page.goto(stage.at('/meetings/new'));
    await page.getByRole('radio', { name: /^模板/ }).check();
    await page.getByRole('radio', { name: /^工作会议/ }).check();
    await page.getByRole('region', { name: '议程' }).getByText('宣布开会，介绍与会人员').waitFor();
    expect(await fits(page)).toBe(true);
    await page.getByLabel('标题', { exact: true }).fill('年度工作会议');
    await page.getByLabel('主办单位').fill('航天科工');
    await page.getByLabel('开始').fill('23:00');
    expect(await page.getByLabel('结束').inputValue()).toBe('01:35');
    await page.getByRole('button', { name: '安排会议' }).click();
    await page.getByRole('heading', { name: '年度工作会议', level: 1 }).waitFor();
    expect((await reads(page)).agenda.items[0]?.title).toBe('宣布开会，介绍与会人员');
  });

  it('keeps what was typed through a reload', async () => {
    const page = await signedIn('interrupted');
    await page.goto(stage.at('/meetings/new?template=plenary'));
    await page.getByLabel('Title', { exact: true }).fill(LONG);
    await page.waitForTimeout(300);
    await page.reload();
    await page.getByRole('button', { name: 'Go on with it' }).first().click();
    await expect.poll(() => page.getByLabel('Title', { exact: true }).inputValue()).toBe(LONG);
    await page.getByRole('region', { name: 'Agenda' }).getByText('Vote on the resolutions').waitFor();
  });

  it('keeps the past meeting too that an unfinished one begins with', async () => {
    const page = await signedIn('called away');
    await page.goto(stage.at('/meetings/new?after=last-year'));
    await page.getByRole('checkbox', { name: 'Roster: 3 names' }).waitFor();
    await page.getByRole('checkbox', { name: '1 delegation' }).uncheck();
    await page.getByLabel('Title', { exact: true }).fill('Called away');
    await page.waitForTimeout(300);
    await page.goto(stage.at('/meetings/new'));
    await page.getByRole('button', { name: 'Go on with it' }).first().click();
    await page.getByRole('checkbox', { name: 'Roster: 3 names' }).waitFor();
    expect(await page.getByRole('checkbox', { name: '1 delegation' }).isChecked()).toBe(false);
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Called away');
    await page.getByRole('button', { name: 'Schedule the meeting' }).click();
    await page.getByRole('heading', { name: 'Called away', level: 1 }).waitFor();
    const made = await reads(page);
    expect(made.roster.attendees).toHaveLength(3);
    expect(made.agenda.items).toHaveLength(2);
  });

  it('finds a meeting of several days in the calendar, by the keys, and comes back by the back button', async () => {
    for (const on of ['wide', 'phone'] as const) {
      const page = await signedIn(`reader-${on}`, { on });
      await page.goto(stage.at('/?view=month&day=2031-03-07'));
      await page.getByRole('gridcell', { name: /7 March 2031: 1 meeting/ }).waitFor();
      await page.getByRole('gridcell', { name: /9 March 2031: 1 meeting/ }).waitFor();
      await page.getByRole('gridcell', { name: /10 March 2031: no meetings/ }).waitFor();
      await page.getByText('20:00 – 9 March 2031, 12:00').waitFor();
      await page.getByText('Each meeting stands at the day and time of its own time zone.').waitFor();
      expect(await fits(page)).toBe(true);
      await page.getByRole('gridcell', { selected: true }).focus();
      await page.keyboard.press('PageDown');
      await page.getByRole('heading', { name: 'April 2031', exact: true }).waitFor();
      await page.keyboard.press('PageUp');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => new URL(page.url()).searchParams.get('day')).toBe('2031-03-08');
      await page.getByRole('button', { name: 'Week' }).click();
      await page.getByRole('heading', { name: /^3.*9 March 2031$/ }).waitFor();
      expect(await fits(page)).toBe(true);
      await page.goBack();
      await page.getByRole('heading', { name: 'March 2031', exact: true }).waitFor();
      await page.getByRole('gridcell', { selected: true }).press('Enter');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/meetings/long*');
      await page.goBack();
      await page.getByRole('heading', { name: 'March 2031', exact: true }).waitFor();
    }
  });

  it('finds one among hundreds, each way from today, in two tabs alike', async () => {
    const many = Array.from({ length: 260 }, (_, place) => place);
    for (let from = 0; from < many.length; from += 20) {
      await Promise.all(
        many.slice(from, from + 20).map((place) => {
          const day = new Date(Date.now() + (place - 130.5) * 86_400_000).toISOString();
          return stage.secretariat.does('POST', '/api/meetings', {
            meetingId: `many-${place}`,
            title: `Sitting ${place}`,
            organisation: place % 2 ? 'Harbour Board' : 'School Board',
            timeZone: 'UTC',
            startsAt: day,
            endsAt: new Date(Date.parse(day) + 3_600_000).toISOString(),
          });
        }),
      );
    }
    const page = await signedIn('finder');
    await page.goto(stage.at('/'));
    await page.getByRole('heading', { name: 'Needs attention' }).waitFor();
    const coming = page.locator('[data-section="upcoming"] [data-component="meeting-row"]');
    await expect.poll(() => coming.count()).toBeGreaterThan(40);
    const before = await coming.count();
    await page.getByRole('button', { name: /more to come/ }).click();
    await expect.poll(() => coming.count()).toBeGreaterThan(before);
    await page.getByRole('button', { name: 'Show earlier meetings' }).click();

    await page.getByRole('searchbox', { name: 'Search meetings' }).fill('sitting 25');
    await page.getByText('13 meetings').waitFor();
    await page.getByRole('button', { name: /^Filter/ }).click();
    await page.getByLabel('Organisation').selectOption('Harbour Board');
    await page.getByText('8 meetings').waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByText('8 meetings').waitFor();
    await page.goBack();
    await page.getByText('13 meetings').waitFor();
    await page.goForward();
    await page.getByText('8 meetings').waitFor();
    await page.getByLabel('Form').selectOption('on-site');
    await page.getByRole('heading', { name: 'No meeting is found' }).waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('heading', { name: 'Needs attention' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });
});
