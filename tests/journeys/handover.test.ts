// The chair is handed over during the meeting: from then on another presides, and the old chair no longer can.

import { describe, expect, it } from 'vitest';
import { gatherCouncil } from '../server/council.ts';
import { journey, noBrowser } from './journey.ts';

describe.skipIf(noBrowser)('the chair and the deputy', () => {
  const stage = journey();

  it('hand the chair over, and its authority goes with it', async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'open');
    await secretariat.gives(council.meetingId, 'call-item', { itemId: 'water' });
    await secretariat.gives(council.meetingId, 'request-floor', { speakerId: 'tanaka' });

    const [chair, deputy] = await Promise.all([
      stage.comesIn('chair', council.links.okafor),
      stage.comesIn('deputy', council.links.solberg, { theme: 'dark' }),
    ]);
    await chair.page.goto(stage.at(`/meetings/${council.meetingId}/desk`));
    await deputy.page.goto(stage.at(`/meetings/${council.meetingId}/desk`));
    const giveFloor = { name: 'Give the floor to Yuki Tanaka' };
    const floorOf = (page: typeof chair.page) => page.getByRole('region', { name: 'The floor' });
    await floorOf(chair.page).getByRole('button', giveFloor).waitFor();

    await chair.page.getByRole('button', { name: 'Hand over the chair…' }).click();
    const dialog = chair.page.getByRole('dialog');
    await dialog.getByRole('combobox').first().fill('Solberg');
    await dialog.getByRole('option', { name: /Ingrid Solberg/ }).click();
    await dialog.getByLabel(/Reason/).fill('Called away');
    await dialog.getByRole('button', { name: 'Hand over the chair' }).click();

    // It takes effect at once and without a new sign-in: one presides, the other is an attendee like any other.
    await deputy.page.getByText('Chair Ingrid Solberg', { exact: true }).waitFor();
    await chair.page.getByRole('heading', { name: 'The desk is for the officers of the meeting' }).waitFor();

    await floorOf(deputy.page).getByRole('button', giveFloor).click();
    await floorOf(deputy.page).getByText('has the floor', { exact: true }).waitFor();
    await chair.page.getByRole('link', { name: 'Room' }).click();
    await floorOf(chair.page).getByText('Yuki Tanaka').waitFor();

    // Nor does the server take it from the old chair's browser.
    const refused = await chair.page.evaluate(async (meetingId) => {
      const answer = await fetch(`/api/meetings/${meetingId}/give-floor`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ speakerId: 'rivera' }),
      });
      return [answer.status, ((await answer.json()) as { code: string }).code];
    }, council.meetingId);
    expect(refused).toEqual([403, 'meeting.not-permitted']);

    const handed = (await secretariat.record(council.meetingId)).find(({ type }) => type === 'ChairHandedOver');
    expect(handed?.data).toMatchObject({ from: 'okafor', to: 'solberg', reason: 'Called away' });
  });
});
