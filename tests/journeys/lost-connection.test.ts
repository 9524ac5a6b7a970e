// A phone on a train: the connection breaks, the meeting goes on, and what the page shows afterwards is what was recorded.

import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { gatherCouncil } from '../server/council.ts';
import type { Council } from '../server/council.ts';
import { journey, noBrowser } from './journey.ts';

/** The events that a stream of Server-Sent Events carried, by their ids, in the order in which they came. */
const recordedIn = (received: string): readonly string[] =>
  Array.from(
    received.matchAll(/^event: recorded\ndata: (.+)$/gm),
    ([, data]) => (JSON.parse(data!) as { id: string }).id,
  );

describe.skipIf(noBrowser)('an attendee whose network drops', () => {
  const stage = journey();

  it('is told so, and comes back without a lost or doubled event', async () => {
    const { secretariat } = stage;
    const council: Council = await gatherCouncil(secretariat, 'open');
    const gives = (command: string, data: object = {}) => secretariat.gives(council.meetingId, command, data);
    await gives('call-item', { itemId: 'opening' });
    const before = (await secretariat.record(council.meetingId)).length;

    const { page, line } = await stage.comesInOverLine('Yuki Tanaka', council.links.tanaka, {
      on: 'phone',
      theme: 'dark',
    });
    await page.getByRole('heading', { name: 'Opening of the sitting' }).waitFor();
    await page.getByRole('button', { name: 'Ask for the floor', exact: true }).click();
    await page.getByText('You are next').first().waitFor();
    await gives('give-floor', { speakerId: 'okafor', speechId: 'welcome', limitSeconds: 300 });
    await page.getByRole('region', { name: 'The floor' }).getByText('Margaret Okafor').waitFor();

    await page.getByRole('link', { name: 'Messages' }).click();
    await page.getByRole('textbox', { name: 'Text' }).waitFor();
    await page.getByRole('link', { name: 'Now', exact: true }).click();

    line.cut();
    await page.getByText('Reconnecting').waitFor();
    await page.getByText(/No connection for/).waitFor();
    expect(await page.getByText('Your place in the queue is kept').isVisible()).toBe(true);
    // What was there stays legible.
    expect(await page.getByRole('region', { name: 'The floor' }).getByText('Margaret Okafor').isVisible()).toBe(true);

    // What is pressed meanwhile is said not to have gone through, where it can be read: nothing lies above it.
    const isRead = (sentence: Locator) =>
      sentence.evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const inside = left >= 0 && right <= window.innerWidth;
        return inside && element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
      });
    await page.getByRole('button', { name: 'Withdraw' }).click();
    const refusal = page.getByRole('alert').filter({ hasText: /./ });
    await refusal.waitFor();
    expect(await isRead(refusal)).toBe(true);
    await refusal.getByRole('button').click();
    await page.getByRole('link', { name: 'Messages' }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill('A sentence of\nseveral\nlines\nthat are\nall kept');
    await page.getByRole('button', { name: 'Send to all' }).click();
    await refusal.waitFor();
    await expect.poll(() => isRead(refusal)).toBe(true);
    await page.getByRole('link', { name: 'Now', exact: true }).click();

    await gives('yield-floor', { speechId: 'welcome' });
    await gives('conclude-item', { itemId: 'opening' });
    await gives('call-item', { itemId: 'water' });
    await gives('give-floor', { speakerId: 'rivera', speechId: 'report', limitSeconds: 600 });
    await gives('summarize-speech', { speechId: 'report', points: ['The reservoirs are full.', 'The pipes are old.'] });
    await gives('request-floor', { speakerId: 'dubois', kind: 'point-of-order' });
    await gives('request-floor', { speakerId: 'solberg', kind: 'question' });

    line.mend();
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await page.getByText(/No connection for/).isVisible()).toBe(false);
    await page.getByRole('heading', { name: 'Report on the water supply' }).waitFor();
    await page.getByRole('region', { name: 'The floor' }).getByText('Tomás Rivera').waitFor();
    await page.getByText('The pipes are old.').waitFor();

    // And goes on live.
    await gives('extend-floor', { speechId: 'report', limitSeconds: 900 });
    await page.getByText('of 15:00').first().waitFor();

    type View = { meeting: { floor: { requests: { speakerId: string }[]; finished: { speakerId: string }[] } } };
    const { meeting } = await secretariat.does<View>('GET', `/api/meetings/${council.meetingId}`);
    expect(meeting.floor.finished.map(({ speakerId }) => speakerId)).toEqual(['okafor']);
    const queue = await page
      .getByRole('region', { name: 'Waiting for the floor' })
      .getByRole('listitem')
      .allInnerTexts();
    expect(queue).toHaveLength(meeting.floor.requests.length);
    expect(queue[0]).toContain('Claire Dubois');

    // On the wire: every event after the snapshot once, in order, over both connections together.
    const record = await secretariat.record(council.meetingId);
    const heard = recordedIn(line.received());
    const expected = record.slice(before).map(({ id }) => id);
    expect(heard.filter((id) => expected.includes(id))).toEqual(expected);
  });
});
