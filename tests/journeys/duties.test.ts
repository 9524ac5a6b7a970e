// What is asked of an attendee, done from the phone: signing the very text that is shown, reading, acknowledging, voting. The
// chair's desk sees each as it happens.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bringToLife, gatherCouncil } from '../server/council.ts';
import { journey, noBrowser } from './journey.ts';

describe.skipIf(noBrowser)('an attendee with things to do', () => {
  const stage = journey();

  it('signs, reads, acknowledges and votes, and the desk sees it', async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'open');
    const { meetingId } = council;
    await bringToLife(secretariat, meetingId);
    const [{ page }, chair] = await Promise.all([
      stage.comesIn('Yuki Tanaka', council.links.tanaka, { on: 'phone' }),
      stage.comesIn('chair', council.links.okafor),
    ]);
    await chair.page.goto(stage.at(`/meetings/${meetingId}/desk`));

    // What presses most is one press away; the text comes before the signature.
    await page.getByRole('link', { name: /^Sign: Responsibility for the water supply/ }).click();
    await page.getByText('I answer for the water supply of the city.').waitFor();
    await page.getByRole('button', { name: 'Sign this text' }).click();
    await page
      .getByText(/^Signed on/)
      .first()
      .waitFor();
    const statements = chair.page.getByRole('region', { name: /^Statements/ });
    await statements.getByRole('button', { name: /^Statements/ }).click();
    await statements.getByText('1 of 2 signed, 0 declined').waitFor();

    await page.getByRole('link', { name: /^Papers/ }).click();
    await page.getByRole('button', { name: 'I have read it: Plan for the water supply' }).click();
    await page.getByText('You have read it').waitFor();

    await page.getByRole('link', { name: /^My part/ }).click();
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByText('Acknowledged', { exact: true }).first().waitFor();

    // A vote by name reaches whoever may vote, wherever they are on the page.
    const motions = chair.page.getByRole('region', { name: /^Motions/ });
    const unfold = motions.getByRole('button', { name: /^Motions/ });
    if ((await unfold.getAttribute('aria-expanded')) === 'false') await unfold.click();
    await secretariat.gives(meetingId, 'open-vote', { motionId: 'pipes', method: 'recorded' });
    const vote = page.getByRole('group', { name: 'Vote: New pipes' });
    await vote.getByRole('button', { name: 'For', exact: true }).click();
    await vote.getByText('You voted for').waitFor();
    await motions.getByRole('button', { name: 'Close the vote' }).click();
    await page.getByRole('link', { name: 'Now' }).click();
    await page.getByRole('region', { name: 'Motions' }).getByText('Adopted').waitFor();

    const told = await secretariat.record(meetingId);
    const signed = told.find(({ type }) => type === 'StatementSigned');
    const text = 'I answer for the water supply of the city.\n\nI report every quarter.';
    expect(signed?.data).toMatchObject({
      recipientId: 'tanaka',
      sha256: createHash('sha256').update(text).digest('hex'),
    });
    expect(told.filter(({ type }) => type === 'VoteCast').map(({ data }) => [data['voterId'], data['choice']])).toEqual(
      [['tanaka', 'for']],
    );
  });

  it('is shown the door when their link is revoked, and the meeting goes on without them', async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'open', { meetingId: 'second', title: 'Second sitting' });
    const { page } = await stage.comesIn('Claire Dubois', council.links.dubois, { theme: 'dark' });
    await page.getByRole('button', { name: 'Ask for the floor', exact: true }).waitFor();
    const links = await secretariat.does<{ linkId: string; attendeeId: string }[]>('GET', '/api/meetings/second/links');
    const { linkId } = links.find(({ attendeeId }) => attendeeId === 'dubois')!;
    await secretariat.does('POST', `/api/meetings/second/links/${linkId}/revoke`, {
      reason: 'Sent to the wrong address',
    });

    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await page.goto(council.links.dubois);
    await page.getByRole('heading', { name: 'The link did not open the meeting' }).waitFor();
    expect(await secretariat.record('second')).not.toContainEqual(expect.objectContaining({ type: 'MeetingClosed' }));
  });
});
