// Chair and deputy sit at two desks and press the key of the next step in the same moment: the meeting goes one step on,
// never two, and whoever came second is told who was first.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { gatherCouncil, people } from '../server/council.ts';
import { journey, noBrowser } from './journey.ts';

const ROUNDS = 20;

/** Events that a step of this agenda leaves in the record. */
const STEPS = new Set(['ItemCalled', 'FloorGiven', 'FloorYielded', 'ItemConcluded']);

/** The step as a desk shows it, once it has settled. */
const settledStep = async (page: Page): Promise<string> => {
  const foot = page.locator('[data-component="desk-foot"]:not([data-fresh])');
  return (await foot.locator('[data-part="step"] button').first().textContent()) ?? '';
};

describe.skipIf(noBrowser)('two at the desk', () => {
  const stage = journey();

  it('advance once for each step, however they press', { timeout: 240_000 }, async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'open');
    // Without presenters and awards each item is two steps: called, concluded.
    for (let number = 1; number <= ROUNDS / 2; number += 1) {
      await secretariat.gives(council.meetingId, 'add-item', {
        itemId: `round-${number}`,
        kind: 'discussion',
        title: `Round ${number}`,
        beforeItemId: 'opening',
      });
    }
    const [chair, deputy] = await Promise.all([
      stage.comesIn('chair', council.links.okafor),
      stage.comesIn('deputy', council.links.solberg, { language: 'zh-CN' }),
    ]);
    const pages = [chair.page, deputy.page];
    await Promise.all(pages.map((page) => page.goto(stage.at(`/meetings/${council.meetingId}/desk`))));

    let told = 0;
    const stepsSoFar = async () =>
      (await secretariat.record(council.meetingId)).filter(({ type }) => STEPS.has(type)).length;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const shown = await Promise.all(pages.map(settledStep));
      expect(shown[0]).toContain(`${Math.ceil(round / 2)}”`);
      await Promise.all(pages.map((page) => page.keyboard.press('n')));
      // Both have gone through or been refused, and both desks show the step that follows.
      await Promise.all(
        pages.map(async (page, place) => {
          await expect.poll(() => page.locator('[data-component="desk-foot"] [aria-busy="true"]').count()).toBe(0);
          await expect.poll(() => settledStep(page), { timeout: 20_000 }).not.toBe(shown[place]);
          told += await page.locator('[data-component="desk-foot"] [data-part="refusal"]').count();
        }),
      );
      expect(await stepsSoFar()).toBe(round);
    }
    process.stdout.write(`Told that another hand was first: ${told} of ${ROUNDS} rounds\n`);

    // Whoever did not press is told whose hand it was.
    await settledStep(deputy.page);
    await deputy.page.keyboard.press('n');
    await chair.page
      .locator('[data-component="desk-foot"]')
      .getByText(`${people.solberg.name} took the step before`)
      .waitFor();
  });
});
