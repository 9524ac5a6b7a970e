import { createHash } from 'node:crypto';
import type { Actor } from '@rostrum/events';
import type { MinutesDocument } from '@rostrum/projections';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { attendee, give, MEETING, openCouncil } from '../live/meeting.fixture.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
  await openCouncil(house);
});
afterEach(() => house.remove());

const meeting = `/api/meetings/${MEETING}`;
const read = async (path: string, actor: Actor = organizer) =>
  (await house.send(actor, 'GET', `${meeting}/${path}`)).text();
const post = (name: string, data: object, actor: Actor) => house.send(actor, 'POST', `${meeting}/${name}`, data);

async function close(): Promise<void> {
  await give(house, 'conclude-item', { itemId: 'honours' });
  await give(house, 'close-meeting');
}

type ToSign = { texts: { language: string; sha256: string }[] };
const toSign = async (): Promise<ToSign> =>
  (await (await house.send(organizer, 'GET', `${meeting}/minutes-to-sign`)).json()) as ToSign;

describe('the minutes over HTTP', () => {
  test('are the same bytes for the same record', async () => {
    expect(await read('minutes.md')).toBe(await read('minutes.md'));
    expect(await read('minutes.html')).toBe(await read('minutes.html'));
  });

  test('as a page may use exactly their own style', async () => {
    const response = await house.send(organizer, 'GET', `${meeting}/minutes.html`);
    const style = /<style>([\s\S]*)<\/style>/.exec(await response.text())![1]!;
    const digest = createHash('sha256').update(style).digest('base64');
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${digest}'`);
  });

  test('show an attendee nothing that is under embargo', async () => {
    expect(await read('minutes.md', attendee('ben'))).not.toContain('SECRET-AWARD');
    await give(house, 'confer-commendation', { commendationId: 'c1', presenterId: 'ada' });
    expect(await read('minutes.md', attendee('ben'))).toContain('SECRET');
  });

  test('are also given as a document, for pages that set them themselves', async () => {
    const document = JSON.parse(await read('minutes.json')) as MinutesDocument;
    const html = await read('minutes.html');
    expect(document.sections.length).toBeGreaterThan(2);
    for (const { id } of document.sections) expect(html).toContain(`<section id="${id}">`);
    expect(await read('minutes.json', attendee('ben'))).not.toContain('SECRET-AWARD');
  });

  test('are kept in the languages of the meeting', async () => {
    const response = await house.send(organizer, 'GET', `${meeting}/minutes.md?language=fr`);
    expect(await response.json()).toMatchObject({ status: 404, code: 'minutes.unknown-language' });
  });

  test('of the past are those of then', async () => {
    const before = house.clock.now();
    house.clock.move(60);
    await give(house, 'give-floor', { speakerId: 'ben', speechId: 's1' });
    expect(await read(`minutes.md?at=${encodeURIComponent(before)}`)).not.toBe(await read('minutes.md'));
  });
});

describe('signing the minutes', () => {
  test('by chair and secretary of the same text adopts them', async () => {
    await close();
    const texts = await toSign();
    expect((await post('sign-minutes', { office: 'secretary', ...texts }, organizer)).status).toBe(200);
    const response = await post('sign-minutes', { office: 'chair', ...texts }, attendee('ada'));
    expect(await response.json()).toMatchObject({
      events: [{ type: 'MinutesSigned' }, { type: 'MinutesAdopted' }, { type: 'MeetingMinuted' }],
    });
    expect(await toSign()).toEqual(texts);
  });

  test('of another text than stands is refused', async () => {
    await close();
    const texts = await toSign();
    await give(house, 'edit-minutes', { sectionId: 'item-honours', text: 'Three commendations were conferred.' });
    const response = await post('sign-minutes', { office: 'secretary', ...texts }, organizer);
    expect(await response.json()).toMatchObject({ status: 409, code: 'minutes.text-differs' });
    expect(await read('minutes.md')).toContain('Three commendations were conferred.');
  });

  test('is for those who may: others are refused by the rules and learn no digest', async () => {
    await close();
    const response = await post(
      'sign-minutes',
      { office: 'chair', texts: [{ language: 'en', sha256: '0'.repeat(64) }] },
      attendee('ben'),
    );
    expect(await response.json()).toMatchObject({ status: 403, code: 'meeting.not-permitted' });
    expect((await house.send(attendee('ben'), 'GET', `${meeting}/minutes-to-sign`)).status).toBe(403);
  });
});
