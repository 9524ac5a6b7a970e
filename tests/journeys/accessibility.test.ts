// WCAG 2.2 AA and good practice as far as axe can judge them: it finds nothing on any page, in the light and in the dark.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { bringToEnd, bringToLife, gatherCouncil } from '../server/council.ts';
import type { Council } from '../server/council.ts';
import { ADMIN_PASSWORD } from '../server/start.ts';
import { journey, noBrowser } from './journey.ts';
import type { Person } from './journey.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong on the page now, a line each: with everything in the light, with its colours in the dark. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await found(new AxeBuilder({ page }).withTags(WCAG));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await found(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
  return [...light, ...dark.map((line) => `in the dark: ${line}`)];
}

async function found(axe: AxeBuilder): Promise<readonly string[]> {
  const results = await axe.setLegacyMode().analyze();
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}

describe.skipIf(noBrowser)('no page has a violation, in the light or in the dark', () => {
  const stage = journey();
  let council: Council;

  beforeAll(async () => {
    const { secretariat } = stage;
    council = await gatherCouncil(secretariat, 'open');
    await bringToLife(secretariat, council.meetingId);
    const draft = { meetingId: 'draft', title: 'A draft', organisation: 'Council of the City', timeZone: 'UTC' };
    await secretariat.does('POST', '/api/meetings', {
      ...draft,
      startsAt: '2040-01-01T09:00:00Z',
      endsAt: '2040-01-01T10:00:00Z',
    });
  });

  async function signedIn(person: Person): Promise<Page> {
    const { page } = person;
    await page.goto(stage.at('/sign-in'));
    await page.getByLabel('Sign-in name').fill('admin');
    await page.getByLabel('Password').fill(ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Meetings' }).waitFor();
    return page;
  }

  it('before one is in, in the list and in the forms', async () => {
    const visitor = await stage.person('visitor');
    await visitor.page.goto(stage.at('/sign-in'));
    await visitor.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await violations(visitor.page)).toEqual([]);

    const page = await signedIn(visitor);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Filter' }).click();
    expect(await violations(page)).toEqual([]);
    for (const view of ['Month', 'Week']) {
      await page.getByRole('button', { name: view }).click();
      await page.getByRole('grid').getByText('Sitting of the Council').waitFor();
      expect(await violations(page)).toEqual([]);
    }
    await page.goto(stage.at('/meetings/new?template=plenary'));
    await page.getByRole('region', { name: 'Agenda' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(stage.at('/meetings/new?begin=meeting'));
    await page.getByRole('button', { name: /Sitting of the Council/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /Sitting of the Council/ }).click();
    await page.getByRole('group', { name: /What is taken over/ }).waitFor();
    await page.getByRole('button', { name: 'Schedule the meeting' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(stage.at('/meetings/new'));
    await page.getByRole('button', { name: 'Schedule the meeting' }).click();
    await page.getByText(/need(s)? another look/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(stage.at('/meetings/draft'));
    await page.getByRole('heading', { name: 'Convening' }).waitFor();
    expect(await violations(page)).toEqual([]);
    // What is still open, the agenda with an item in it, and that item while it is edited.
    await page.getByRole('button', { name: /things are still open/ }).click();
    const agenda = page.getByRole('region', { name: 'Agenda', exact: true });
    await agenda.getByPlaceholder(/^Type the next item/).fill('Report on the year');
    await agenda.getByRole('button', { name: 'Add', exact: true }).click();
    await agenda.getByRole('listitem', { name: 'Report on the year' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await agenda.locator('[data-cell="title"]').click();
    await agenda.getByRole('form', { name: 'Revise Report on the year' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(stage.at(`/meetings/${council.meetingId}`));
    await page
      .getByRole('rowheader', { name: /Yuki Tanaka/ })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('on the screen in the hall and at the door', async () => {
    const { secretariat } = stage;
    const { meetingId } = council;
    const screen = await stage.person('screen');
    await screen.page.goto((await secretariat.stationLink(meetingId, 'screen', 'Left wall')).url);
    await screen.page.getByRole('heading', { name: 'Tomás Rivera' }).waitFor();
    expect(await violations(screen.page)).toEqual([]);
    await screen.page.keyboard.press('d');
    expect(await violations(screen.page)).toEqual([]);

    await secretariat.gives(meetingId, 'add-venue', { venueId: 'hall', name: 'Great hall', main: true });
    const academy = { delegationId: 'academy', name: 'Academy', unit: 'Academy', expected: 24, headName: 'Gao Wei' };
    await secretariat.gives(meetingId, 'add-delegation', academy);
    const { page } = await stage.person('steward', { on: 'phone' });
    await page.goto((await secretariat.stationLink(meetingId, 'steward', 'Door')).url);
    await page.getByRole('listitem').filter({ hasText: 'Yuki Tanaka' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Undo the check-in of Yuki Tanaka' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delegations' }).click();
    await page.getByRole('button', { name: 'All 24' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('at the desk and in its dialogs', async () => {
    const { page } = await stage.comesIn('chair', council.links.okafor);
    await page.goto(stage.at(`/meetings/${council.meetingId}/desk`));
    await page.getByRole('region', { name: 'The floor' }).getByText('has the floor', { exact: true }).waitFor();
    for (const section of await page.getByRole('heading', { level: 3 }).getByRole('button').all()) {
      if ((await section.getAttribute('aria-expanded')) === 'false') await section.click();
    }
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Hand over the chair…' }).click();
    await page.getByRole('dialog').getByRole('combobox').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each(['phone', 'wide'] as const)('in every part of the room (%s)', async (on) => {
    const { page } = await stage.comesIn('attendee', council.links.tanaka, { on });
    await page.getByRole('region', { name: 'The floor' }).getByText('Tomás Rivera').waitFor();
    // So high that nothing lies under the bar at its foot: what can be scrolled out from there is no small target.
    if (on === 'phone') await page.setViewportSize({ width: 360, height: 3000 });
    expect(await violations(page)).toEqual([]);
    for (const part of ['Agenda', 'Papers', 'My part', 'Messages']) {
      await page.getByRole('link', { name: part }).click();
      await page.getByRole('complementary', { name: part }).waitFor();
      expect(await violations(page)).toEqual([]);
    }
  });

  it.each(['phone', 'wide'] as const)(
    'while one has the floor and gets ready, and in what is left after the meeting (%s)',
    async (on) => {
      const { secretariat } = stage;
      const meetingId = `whole-${on}`;
      const whole = await gatherCouncil(secretariat, 'open', { meetingId, title: 'A whole sitting' });
      await bringToLife(secretariat, meetingId);
      const { page } = await stage.comesIn('attendee', whole.links.rivera, { on });
      if (on === 'phone') await page.setViewportSize({ width: 360, height: 3000 });
      await page.getByText('You have the floor').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: 'Sound, camera and microphone' }).click();
      await page.getByRole('heading', { name: 'Getting ready' }).waitFor();
      await page.context().grantPermissions(['camera', 'microphone']);
      await page.getByRole('button', { name: 'Try camera and microphone' }).click();
      await page.getByRole('combobox', { name: 'Camera' }).waitFor();
      expect(await violations(page)).toEqual([]);

      await bringToEnd(secretariat, meetingId);
      const honoured = await stage.comesIn('honoured', whole.links.tanaka, { on });
      if (on === 'phone') await honoured.page.setViewportSize({ width: 360, height: 3000 });
      await honoured.page.getByRole('link', { name: 'Draft minutes' }).waitFor();
      expect(await violations(honoured.page)).toEqual([]);
      await honoured.page.getByRole('link', { name: 'Draft minutes' }).click();
      await honoured.page.getByRole('heading', { name: /^Minutes: A whole sitting/ }).waitFor();
      expect(await violations(honoured.page)).toEqual([]);
      await honoured.page.goto(stage.at(`/meetings/${meetingId}/certificates/lantern`));
      await honoured.page.getByRole('heading', { name: 'Lantern of the Harbour' }).waitFor();
      expect(await violations(honoured.page)).toEqual([]);
    },
  );

  it('in the archive', async () => {
    const page = await signedIn(await stage.person('archivist'));
    await page.goto(stage.at(`/meetings/${council.meetingId}/archive`));
    await page.getByRole('heading', { name: 'The meeting as it stood' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
