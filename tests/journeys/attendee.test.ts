// An attendee on a phone, from the personal link through a whole meeting to what is left of it; in English, in Chinese,
// magnified four times, in two tabs, and thrown out in the middle of a sentence.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bringToEnd, bringToLife, gatherCouncil } from '../server/council.ts';
import { journey, noBrowser } from './journey.ts';
import type { Person } from './journey.ts';

/** Counts each tone that the page strikes from its next load on. */
async function listens({ context, page }: Person): Promise<() => Promise<number>> {
  await context.addInitScript(() => {
    const start = Object.getOwnPropertyDescriptor(AudioScheduledSourceNode.prototype, 'start')!.value as () => void;
    const counter = globalThis as unknown as { struck: number };
    counter.struck = 0;
    OscillatorNode.prototype.start = function struck(...when: []) {
      counter.struck += 1;
      start.apply(this, when);
    };
  });
  await page.reload();
  return () => page.evaluate(() => (globalThis as unknown as { struck: number }).struck);
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.skipIf(noBrowser)('an attendee', () => {
  const stage = journey();

  it('goes through a whole meeting on a phone, is called by title and sound, and keeps what is theirs', async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'convened');
    const { meetingId } = council;
    const gives = (command: string, data: object = {}) => secretariat.gives(meetingId, command, data);
    const person = await stage.comesIn('Yuki Tanaka', council.links.tanaka, { on: 'phone' });
    const { page, context } = person;
    const struck = await listens(person);

    // Before: the answer, the calendar, the devices, the sound.
    await page.getByRole('button', { name: 'I will attend' }).click();
    await page.getByText('You have said that you will attend').waitFor();
    const calendar = page.getByRole('link', { name: 'Add to the calendar' });
    expect(
      (await page.request.get(stage.at((await calendar.getAttribute('href'))!))).headers()['content-type'],
    ).toContain('text/calendar');
    await page.getByRole('link', { name: 'Get ready: camera, microphone, sound' }).click();
    await page.getByRole('button', { name: 'Try camera and microphone' }).click();
    await page.getByText('The browser does not let this page use them').waitFor();
    await context.grantPermissions(['camera', 'microphone']);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Your microphone works.').waitFor();
    await page.getByRole('combobox', { name: 'Camera' }).waitFor();
    await page.getByRole('button', { name: 'Switch off' }).click();
    await page.getByRole('checkbox', { name: 'By a soft sound' }).check();
    await expect.poll(struck).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Now', exact: true }).click();

    // During: the page goes on by itself, and calls.
    await gives('open-meeting');
    await gives('call-item', { itemId: 'opening' });
    await page.getByRole('heading', { name: 'Opening of the sitting' }).waitFor();
    await gives('request-floor', { speakerId: 'dubois', kind: 'speech' });
    await page.getByRole('button', { name: 'Ask for the floor', exact: true }).click();
    await page.getByText('You are second').first().waitFor();
    expect(await page.title()).toBe('Sitting of the Council · Rostrum');
    const quiet = await struck();
    await gives('give-floor', { speakerId: 'dubois', speechId: 'first' });
    await page.getByText('You are next').first().waitFor();
    await expect.poll(() => page.title()).toBe('You are next · Sitting of the Council · Rostrum');
    await expect.poll(struck).toBe(quiet + 3);
    await gives('yield-floor', { speechId: 'first' });
    await gives('give-floor', { speakerId: 'tanaka', speechId: 'second', limitSeconds: 120 });
    await page.getByText('You have the floor').first().waitFor();
    // Read on the bar itself, which has taken the accent's colour.
    const said = page.locator('[data-moment="floor"] strong');
    expect(await said.evaluate((words) => getComputedStyle(words).color)).not.toBe(
      await said.evaluate((words) => getComputedStyle(words.closest('[data-moment]')!).backgroundColor),
    );
    await expect.poll(() => page.title()).toBe('You have the floor · Sitting of the Council · Rostrum');
    await expect.poll(struck).toBe(quiet + 9);
    await page.getByRole('button', { name: 'Yield the floor' }).click();
    await page.getByRole('button', { name: 'Ask for the floor', exact: true }).waitFor();
    expect(await page.title()).toBe('Sitting of the Council · Rostrum');
    await gives('conclude-item', { itemId: 'opening' });

    // A secret ballot is handed in, and said so.
    await gives('call-item', { itemId: 'water' });
    await gives('put-motion', {
      motionId: 'pipes',
      title: 'New pipes',
      text: 'The old pipes are replaced.',
      moverId: 'rivera',
    });
    await gives('open-vote', { motionId: 'pipes', method: 'secret' });
    await page.getByRole('button', { name: 'My ballot is handed in' }).click();
    await page.getByText('Your ballot is handed in').first().waitFor();
    await gives('record-secret-count', { motionId: 'pipes', for: 1, against: 0, abstain: 0 });
    await gives('close-vote', { motionId: 'pipes' });
    await gives('conclude-item', { itemId: 'water' });

    // What was under embargo is theirs once it is conferred.
    await gives('call-item', { itemId: 'honours' });
    expect(await page.content()).not.toContain('Lantern of the Harbour');
    await gives('confer-commendation', { commendationId: 'lantern', presenterId: 'okafor' });
    await page.getByText('Conferred on you').first().waitFor();
    await gives('conclude-item', { itemId: 'honours' });
    await gives('close-meeting');

    // After: the minutes in the page, how one was there, the certificate.
    await page.getByRole('link', { name: 'Draft minutes' }).click();
    await page.getByRole('heading', { name: /^Minutes: Sitting of the Council/ }).waitFor();
    expect(await sideways(page)).toBe(0);
    await page.getByRole('link', { name: 'My part' }).first().click();
    await page
      .getByRole('region', { name: 'My presence' })
      .getByText(/of the meeting/)
      .waitFor();
    await page
      .getByRole('region', { name: 'My hands and speeches' })
      .getByText('Speech · Opening of the sitting')
      .waitFor();
    await page.getByRole('link', { name: 'The certificate, to read and print' }).click();
    await page.getByRole('heading', { name: 'Lantern of the Harbour' }).waitFor();
    expect(await sideways(page)).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Print, or keep as PDF' }).isVisible()).toBe(false);
    const [sheet] =
      (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/MediaBox \[0 0 [\d. ]+\]/) ?? [];
    expect(sheet).toMatch(/0 0 84[12][\d.]* 59[45]/);
  });

  it('is led through it in Chinese as well', async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'open', { meetingId: 'chinese', title: 'Second sitting' });
    await bringToLife(secretariat, council.meetingId);
    const { page } = await stage.comesIn('Yuki Tanaka', council.links.tanaka, { on: 'phone', language: 'zh-CN' });
    await page.getByText('下一位是您').first().waitFor();
    await page.getByRole('link', { name: '提示音、摄像头和麦克风' }).click();
    await page.getByRole('heading', { name: '会前准备' }).waitFor();
    await page.getByRole('link', { name: '返回会议' }).click();
    await bringToEnd(secretariat, council.meetingId);
    await page.getByRole('link', { name: '纪要草稿' }).click();
    await page.locator('article[lang="zh-CN"]').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '会议已闭会' }).or(page.getByText('会议已闭会')).first().waitFor();
    await page.getByRole('link', { name: '查看和打印证书' }).click();
    await page.getByText('荣誉证书').waitFor();
    expect(await page.getByText('颁授人').count()).toBe(1);
  });

  it('is shown nothing of a certificate that is somebody else’s', async () => {
    const person = await stage.comesIn(
      'Claire Dubois',
      (await stage.secretariat.links('chinese', ['dubois'])).get('dubois')!,
    );
    await person.page.goto(stage.at('/meetings/chinese/certificates/lantern'));
    await person.page.getByRole('heading', { name: 'There is no such certificate' }).waitFor();
    expect(await person.page.getByText('Lantern of the Harbour').count()).toBe(0);
  });

  it('sees what is on, and can act, at 400 per cent', async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'open', { meetingId: 'magnified', title: 'Third sitting' });
    await bringToLife(secretariat, council.meetingId);
    const { page } = await stage.comesIn('Yuki Tanaka', council.links.tanaka);
    await page.setViewportSize({ width: 320, height: 256 });
    await page.getByText('You are next').first().waitFor();
    const bar = page.getByRole('region', { name: 'What you can do now' });
    for (const part of ['now', 'agenda', 'papers', 'part', 'messages', 'ready']) {
      await page.goto(stage.at(`/meetings/magnified/room?show=${part}`));
      await bar.waitFor();
      await page.getByRole('heading').filter({ visible: true }).first().waitFor();
      expect(await sideways(page)).toBe(0);
      expect((await bar.boundingBox())!.height).toBeLessThanOrEqual(128);
    }
  });

  it('has the same in two tabs, and loses nothing of a sentence when the session is lost', async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'open', { meetingId: 'two-tabs', title: 'Fourth sitting' });
    await secretariat.gives('two-tabs', 'call-item', { itemId: 'opening' });
    const { page, context } = await stage.comesIn('Yuki Tanaka', council.links.tanaka, { on: 'phone' });
    const other = await context.newPage();
    await other.goto(stage.at('/meetings/two-tabs/room'));
    await other.getByRole('button', { name: 'Ask for the floor', exact: true }).click();
    await page.getByText('You are next').first().waitFor();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await other.getByRole('button', { name: 'Ask for the floor', exact: true }).waitFor();

    await page.getByRole('link', { name: 'Messages' }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill('The figures of the harbour are');
    // What one tab is writing is not offered in another.
    await other.getByRole('link', { name: 'Messages' }).click();
    await other.getByRole('textbox', { name: 'Text' }).waitFor();
    expect(await other.getByRole('button', { name: 'Go on with it' }).count()).toBe(0);
    await other.close();
    await page.getByRole('link', { name: 'Agenda' }).click();
    await page.getByRole('link', { name: 'Messages' }).click();
    expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('The figures of the harbour are');

    await context.clearCookies();
    await page.getByRole('button', { name: 'Send to all' }).click();
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await page.goto(council.links.tanaka);
    await page.waitForURL('**/room');
    await page.getByRole('link', { name: 'Messages' }).click();
    await page.getByRole('button', { name: 'Go on with it' }).click();
    expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('The figures of the harbour are');
    await page.getByRole('button', { name: 'Send to all' }).click();
    await page.getByRole('log').getByText('The figures of the harbour are').waitFor();
    await page.reload();
    await page.getByRole('textbox', { name: 'Text' }).waitFor();
    expect(await page.getByRole('button', { name: 'Go on with it' }).count()).toBe(0);
  });
});
