// An organizer's way from the first start of the server to a convened meeting, all by the pages.

import { describe, expect, it } from 'vitest';
import { Secretariat } from '../server/secretariat.ts';
import { journey, noBrowser } from './journey.ts';

const HEADER = 'kind,name,title,unit,capacity,precedence,venue,expected';
const PASSWORD = 'a long and quiet evening';

/** As a file chooser hands it over. */
const csv = (name: string, ...rows: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADER, ...rows].join('\r\n')),
});

describe.skipIf(noBrowser)('an organizer, from the first start to the notice', () => {
  const stage = journey({ ADMIN_PASSWORD: '' });

  it('makes the administrator by the one-time link, schedules, prepares and convenes', async () => {
    const { page } = await stage.person('organizer');
    const setupLink = () => stage.server.lines.map((line) => /(http\S+#\S+)$/.exec(line)?.[1]).find(Boolean) ?? '';
    await expect.poll(setupLink).not.toBe('');

    await page.goto(setupLink());
    await page.getByLabel('Your name, as the record shows it').fill('Clara Weiss');
    await page.getByLabel('Sign-in name').fill('clara');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Password once more').fill('a long and quiet morning');
    await page.getByRole('button', { name: 'Make the administrator' }).click();
    await page.getByText('The two passwords differ.').waitFor();
    await page.getByLabel('Password once more').fill(PASSWORD);
    await page.getByRole('button', { name: 'Make the administrator' }).click();
    await page.getByRole('heading', { name: 'No meetings yet' }).waitFor();

    // Scheduled: what is missing is said at its place, and nothing that was typed is lost.
    await page.getByRole('link', { name: 'Schedule a meeting' }).click();
    await page.getByLabel('Organisation').fill('Council of the City');
    await page.getByRole('button', { name: 'Schedule the meeting' }).click();
    await page.getByText('1 entry needs another look.').waitFor();
    await page.getByLabel('Title').fill('Sitting of the Council');
    expect(await page.getByLabel('Organisation').inputValue()).toBe('Council of the City');
    await page.getByRole('button', { name: 'Schedule the meeting' }).click();
    await page.getByRole('heading', { name: 'Sitting of the Council', level: 1 }).waitFor();

    // The agenda.
    const agenda = page.getByRole('region', { name: 'Agenda', exact: true });
    for (const [title, kind, minutes] of [
      ['Opening of the sitting', 'Opening', '5'],
      ['Report on the water supply', 'Report', '20'],
    ] as const) {
      const form = agenda.getByRole('form', { name: 'Add an item' });
      await form.getByLabel('Title').fill(title);
      await form.getByLabel('Kind').selectOption(kind);
      await form.getByLabel('Planned minutes').fill(minutes);
      await form.getByRole('button', { name: 'Add' }).click();
      await agenda.getByRole('listitem', { name: title }).waitFor();
    }

    // A roster with one wrong row: the row and the column are named, and nothing is imported.
    const roster = page.getByRole('region', { name: 'Roster', exact: true }).first();
    await roster.getByRole('button', { name: 'Import from a file' }).click();
    const sheet = page.getByRole('region', { name: 'Import the roster' });
    const good = [
      'person,Margaret Okafor,President,Council,chair,1,,',
      'person,Tomás Rivera,Treasurer,Council / Finance,rapporteur,2,,',
    ];
    await sheet
      .getByLabel(/Choose a CSV file/)
      .setInputFiles(csv('roster.csv', ...good, 'person,Yuki Tanaka,Engineer,Council / Works,wizard,3,,'));
    await sheet.getByRole('button', { name: 'Row 4, capacity' }).waitFor();
    const submit = sheet.getByRole('button', { name: /^Import/ });
    expect(await submit.getAttribute('aria-disabled')).toBe('true');
    await submit.click({ force: true });
    expect(await roster.getByRole('rowheader', { name: /Margaret Okafor/ }).count()).toBe(0);

    // Corrected, it is imported whole.
    await sheet
      .getByLabel(/Choose a CSV file/)
      .setInputFiles(csv('roster.csv', ...good, 'person,Yuki Tanaka,Engineer,Council / Works,member,3,,'));
    await sheet.getByText('3 names are added').waitFor();
    await sheet.getByRole('button', { name: 'Import 3 rows' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await roster.getByRole('rowheader', { name: /Yuki Tanaka/ }).waitFor();

    // The chair.
    const chair = page.getByRole('region', { name: 'Officers' }).getByRole('region', { name: 'Chair', exact: true });
    await chair.getByRole('button', { name: 'Appoint: Chair' }).click();
    await chair.getByRole('combobox').fill('okafor');
    await chair.getByRole('option', { name: /Margaret Okafor/ }).click();
    await chair.getByRole('button', { name: 'Appoint', exact: true }).click();
    await chair.getByText('Margaret Okafor').waitFor();

    // Personal links, shown once.
    const links = page.getByRole('region', { name: 'Personal links', exact: true }).first();
    await links.getByRole('button', { name: 'Issue links to all 3 who have none' }).click();
    await links.getByRole('heading', { name: '3 links are issued' }).waitFor();
    const issued = await links.getByText(/\/join#/).allInnerTexts();
    expect(issued).toHaveLength(3);

    // And the notice.
    await page.getByRole('button', { name: 'Convene the meeting' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Notice/).fill('The sitting is public.');
    await dialog.getByRole('button', { name: 'Convene', exact: true }).click();
    await page.getByText(/^Convened on/).waitFor();

    // One of the links opens the room, and the record holds what was done on the pages, once.
    const rivera = await stage.comesIn('Tomás Rivera', issued[1]!, { on: 'phone' });
    await rivera.page.getByRole('button', { name: 'I will attend' }).waitFor();
    const meetingId = /\/meetings\/([^/]+)/.exec(page.url())![1]!;
    const secretariat = await Secretariat.at(stage.server.address, { signInName: 'clara', password: PASSWORD });
    expect((await secretariat.record(meetingId)).map(({ type }) => type)).toEqual([
      'MeetingScheduled',
      'ItemAdded',
      'ItemAdded',
      'AttendeeAdded',
      'AttendeeAdded',
      'AttendeeAdded',
      'OfficerAppointed',
      'MeetingConvened',
    ]);

    // The one-time link worked once.
    const late = await stage.person('latecomer');
    await late.page.goto(setupLink());
    await late.page.getByRole('heading', { name: 'The administrator is already there' }).waitFor();
  });
});
