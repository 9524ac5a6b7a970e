// Text that means harm, or only looks odd: everywhere it is text.

import { describe, expect, it } from 'vitest';
import { gatherCouncil } from '../server/council.ts';
import { ADMIN_PASSWORD } from '../server/start.ts';
import { journey, noBrowser } from './journey.ts';
import type { Person } from './journey.ts';

const hostile = {
  script: '<script>window.taken = true</script>',
  image: '<img src=x onerror="window.taken = true"> & "quoted"',
  long: 'Maximiliane-Theodora-'.repeat(10).slice(0, 200),
  unbroken: 'Donaudampfschifffahrtsgesellschaft'.repeat(6).slice(0, 200),
  rightToLeft: 'فاطمة الزهراء',
  emoji: '👩🏽‍⚖️ Судья 王小明',
} as const;

describe.skipIf(noBrowser)('hostile and unusual text', () => {
  const stage = journey();

  /** That no markup came to life: no element of the names, and no script of theirs ran. */
  async function isOnlyText({ page }: Person): Promise<void> {
    expect(await page.locator('main :is(script, img)').count()).toBe(0);
    expect(await page.evaluate(() => 'taken' in window)).toBe(false);
  }

  it('stands as text in every name and title, in the room and on the desk', async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'convened', { title: hostile.image });
    const gives = (command: string, data: object = {}) => secretariat.gives(council.meetingId, command, data);
    for (const [attendeeId, name] of Object.entries(hostile)) {
      await gives('add-attendee', {
        attendeeId,
        name,
        title: hostile.unbroken,
        unit: `Council / <b>${hostile.unbroken}`,
      });
    }
    await gives('add-item', { itemId: 'hostile', title: hostile.script, presenters: ['long'] });
    await gives('open-meeting');
    await gives('call-item', { itemId: 'hostile' });
    for (const speakerId of Object.keys(hostile)) await gives('request-floor', { speakerId, note: hostile.image });
    await gives('give-floor', { speakerId: 'script', speechId: 'speech' });
    await gives('summarize-speech', { speechId: 'speech', points: [hostile.script, hostile.rightToLeft] });
    await gives('post-message', { text: hostile.image });

    const attendee = await stage.comesIn('attendee', council.links.tanaka, { on: 'phone' });
    await attendee.page.getByRole('heading', { name: hostile.script }).waitFor();
    await attendee.page.getByRole('region', { name: 'The floor' }).getByText(hostile.script).waitFor();
    const queue = attendee.page.getByRole('region', { name: 'Waiting for the floor' });
    for (const name of [hostile.image, hostile.long, hostile.rightToLeft, hostile.emoji]) {
      await queue.getByText(name).first().waitFor();
    }
    await isOnlyText(attendee);

    // Two hundred characters without a blank push nothing off the screen, whoever speaks and wherever one looks.
    await gives('yield-floor', { speechId: 'speech' });
    await gives('give-floor', { speakerId: 'unbroken', speechId: 'unbroken' });
    await attendee.page.getByRole('region', { name: 'The floor' }).getByText(hostile.unbroken).first().waitFor();
    for (const part of ['now', 'agenda', 'papers', 'part', 'messages']) {
      await attendee.page.goto(stage.at(`/meetings/${council.meetingId}/room?show=${part}`));
      await attendee.page
        .getByRole('region', { name: 'What you can do now' })
        .getByText(hostile.unbroken)
        .or(attendee.page.getByRole('region', { name: 'The floor' }).getByText(hostile.unbroken))
        .first()
        .waitFor();
      // A phone that finds the page wider makes its window wider too: only the screen itself stays as it is.
      expect(await attendee.page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])).toEqual([
        360, 360,
      ]);
    }
    await gives('yield-floor', { speechId: 'unbroken' });
    await gives('give-floor', { speakerId: 'script', speechId: 'again' });

    const chair = await stage.comesIn('chair', council.links.okafor);
    await chair.page.goto(stage.at(`/meetings/${council.meetingId}/desk`));
    await chair.page.getByRole('region', { name: 'The floor' }).getByText(hostile.script).waitFor();
    await chair.page.getByRole('region', { name: 'Waiting' }).getByText(hostile.long).waitFor();
    await isOnlyText(chair);
    await chair.page.goto(stage.at(`/meetings/${council.meetingId}/archive`));
    await chair.page.getByRole('region', { name: 'Speeches', exact: true }).getByText(hostile.script).first().waitFor();
    await isOnlyText(chair);
    await chair.page.goto(stage.at(`/meetings/${council.meetingId}`));
    await chair.page.getByRole('rowheader', { name: hostile.script }).first().waitFor();
    await isOnlyText(chair);
  });

  it('comes in from a table with a byte order mark, quotes and line breaks, and not from one in Latin-1', async () => {
    const { secretariat } = stage;
    const { meetingId } = await gatherCouncil(secretariat, 'convened', { meetingId: 'table', title: 'Table' });
    const organizer = await stage.person('organizer');
    const { page } = organizer;
    await page.goto(stage.at(`/sign-in?next=${encodeURIComponent(`/meetings/${meetingId}`)}`));
    await page.getByLabel('Sign-in name').fill('admin');
    await page.getByLabel('Password').fill(ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Import from a file' }).click();
    const sheet = page.getByRole('region', { name: 'Import the roster' });
    const file = (buffer: Buffer) => ({ name: 'roster.csv', mimeType: 'text/csv', buffer });

    await sheet
      .getByLabel(/Choose a CSV file/)
      .setInputFiles(file(Buffer.from('kind,name,unit\nperson,Zoë,Council', 'latin1')));
    await sheet
      .getByText('The file is not in UTF-8. Save it in the spreadsheet as “CSV UTF-8” and choose that file.')
      .waitFor();

    const rows = [
      '\uFEFFkind,name,title,unit,capacity,precedence,venue,expected',
      'person,"Rivera, ""Tom""","First line\nsecond line",Council,member,,,',
      `person,"${hostile.image.replaceAll('"', '""')}",,"Council / ""Works""",member,,,`,
      `person,${hostile.emoji},,Council,,,,`,
    ];
    await sheet.getByLabel(/Choose a CSV file/).setInputFiles(file(Buffer.from(rows.join('\r\n'))));
    await sheet.getByRole('button', { name: 'Import 3 rows' }).click();
    const roster = page.getByRole('region', { name: 'Roster', exact: true }).first();
    await roster.getByRole('rowheader', { name: /Rivera, "Tom"/ }).waitFor();
    await roster.getByRole('rowheader', { name: hostile.emoji }).waitFor();
    await isOnlyText(organizer);

    const added = (await secretariat.record(meetingId)).filter(({ type }) => type === 'AttendeeAdded').slice(-3);
    expect(added.map(({ data }) => data['name'])).toEqual(['Rivera, "Tom"', hostile.image, hostile.emoji]);
    expect(added[1]!.data['unit']).toBe('Council / "Works"');
  });
});
