// The chair and two attendees in one meeting, each in a browser of their own: the floor moves, and everyone sees the same.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { gatherCouncil } from '../server/council.ts';
import { journey, noBrowser, timed } from './journey.ts';

describe.skipIf(noBrowser)('the chair and two attendees', () => {
  const stage = journey();

  it('open the meeting, raise hands and pass the floor, and see the same', async () => {
    const council = await gatherCouncil(stage.secretariat, 'convened');
    const [chair, rivera, tanaka] = await Promise.all([
      stage.comesIn('chair', council.links.okafor),
      stage.comesIn('Tomás Rivera', council.links.rivera, { theme: 'dark' }),
      stage.comesIn('Yuki Tanaka', council.links.tanaka, { language: 'zh-CN', on: 'phone' }),
    ]);
    const desk = chair.page;
    const floor = (page: Page) => page.getByRole('region', { name: /^(The floor|当前发言)$/ });

    await rivera.page.getByRole('button', { name: 'I will attend' }).click();
    await rivera.page.getByText('You have said that you will attend').waitFor();

    await desk.getByRole('link', { name: 'Go to the desk' }).click();
    await desk.getByRole('button', { name: 'Open the meeting' }).first().click();
    await desk.getByRole('button', { name: 'Call the next item' }).click();
    await rivera.page.getByRole('heading', { name: 'Opening of the sitting' }).waitFor();
    await tanaka.page.getByRole('heading', { name: 'Opening of the sitting' }).waitFor();
    await tanaka.page.getByText('第 1 项，共 4 项').waitFor();

    // Hands go up: each is told their place, and the desk has them in the order in which they came.
    await tanaka.page.getByRole('button', { name: '申请发言', exact: true }).click();
    await tanaka.page.getByText('下一位是您').first().waitFor();
    await rivera.page.getByRole('button', { name: 'Ask for the floor', exact: true }).click();
    await rivera.page.getByText('You are second').first().waitFor();
    const waiting = desk.getByRole('region', { name: 'Waiting' }).getByRole('listitem');
    await expect
      .poll(() => waiting.allInnerTexts())
      .toEqual([expect.stringContaining('Yuki Tanaka'), expect.stringContaining('Tomás Rivera')]);

    // The floor is given, and the three pages show it.
    const [, given] = await timed(async () => {
      await floor(desk).getByRole('button', { name: 'Give the floor to Yuki Tanaka' }).click();
      await Promise.all([desk, rivera.page, tanaka.page].map((page) => floor(page).getByText('Yuki Tanaka').waitFor()));
    });
    await tanaka.page.getByText('请您发言').first().waitFor();
    await rivera.page.getByText('You are next').first().waitFor();

    // The speaker yields, the next one is given the floor.
    const [, yielded] = await timed(async () => {
      await tanaka.page.getByRole('button', { name: '发言完毕' }).click();
      await floor(desk).getByRole('button', { name: 'Give the floor to Tomás Rivera' }).waitFor();
      await floor(rivera.page).getByText('Nobody has the floor').waitFor();
    });
    await floor(desk).getByRole('button', { name: 'Give the floor to Tomás Rivera' }).click();
    await Promise.all([desk, rivera.page, tanaka.page].map((page) => floor(page).getByText('Tomás Rivera').waitFor()));
    await rivera.page.getByText('You have the floor').first().waitFor();
    process.stdout.write(
      `From the press until every page showed it: floor given ${given} ms (three pages), yielded ${yielded} ms (two pages).\n`,
    );

    // What the record holds is what they saw.
    const spoken = (await stage.secretariat.record(council.meetingId)).filter(({ type }) => type.startsWith('Floor'));
    expect(spoken.map(({ type, data }) => [type, data['speakerId']])).toEqual([
      ['FloorRequested', 'tanaka'],
      ['FloorRequested', 'rivera'],
      ['FloorGiven', 'tanaka'],
      ['FloorYielded', undefined],
      ['FloorGiven', 'rivera'],
    ]);
  });
});
