import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestHouse } from '../house.fixture.ts';
import {
  accountWith,
  administratorOf,
  issueLinks,
  MEETING,
  openHouseWithDoors,
  scheduleWith,
  Visitor,
} from './visitor.fixture.ts';
import type { IssuedLink } from './visitor.fixture.ts';

let house: TestHouse;
let root: Visitor;
let organizer: Visitor;
beforeEach(async () => {
  house = await openHouseWithDoors();
  root = await administratorOf(house);
  organizer = await accountWith(house, root, ['organizer']);
  await scheduleWith(organizer, ['wei', 'gao']);
});
afterEach(() => house.remove());

const LINKS = `/api/meetings/${MEETING}/links`;

/** What the answer to a link is: the session, or the code of the refusal. */
async function arriving(link: string): Promise<unknown> {
  const response = await new Visitor(house).comeBy(link);
  const body = (await response.json()) as { readonly code?: string };
  return response.ok ? body : `${response.status} ${body.code}`;
}

async function linkOf(attendeeId: string): Promise<IssuedLink> {
  const [link] = await issueLinks(organizer, [attendeeId]);
  return link!;
}

/** Everything the store holds, as text. */
async function wholeStore(): Promise<string> {
  let text = '';
  for await (const page of house.store.readAll())
    text += JSON.stringify(page, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return text;
}

describe('a personal link', () => {
  test('opens the meeting for its attendee', async () => {
    const link = await linkOf('wei');
    expect(link).toMatchObject({ attendeeId: 'wei', name: 'Attendee wei', expiresAt: '2021-06-25T04:00:00.000Z' });
    expect(link.url).toMatch(/^http:\/\/localhost\/join#digital-space-2021\.[A-Za-z0-9_-]{32}$/);
    expect(await arriving(link.url)).toEqual({
      kind: 'attendee',
      name: 'Attendee wei',
      meetingId: MEETING,
      attendeeId: 'wei',
    });
  });

  test('opens it from what comes after its # alone, as the page sends it', async () => {
    const { url } = await linkOf('wei');
    expect(await arriving(url.split('#')[1]!)).toMatchObject({ attendeeId: 'wei' });
  });

  test('opens it again on another device, while the first goes on', async () => {
    const { url } = await linkOf('wei');
    const [first, second] = [new Visitor(house), new Visitor(house)];
    await first.comeBy(url);
    await second.comeBy(url);
    expect(await first.here()).toMatchObject({ attendeeId: 'wei' });
    expect(await second.here()).toMatchObject({ attendeeId: 'wei' });
    expect(first.cookie).not.toBe(second.cookie);
  });

  test('stands nowhere in the store and in no log, only its digest does', async () => {
    const { url } = await linkOf('wei');
    await arriving(url);
    const token = url.slice(url.lastIndexOf('.') + 1);
    const store = await wholeStore();
    expect(store).toContain('"tokenHash":"');
    expect(store).not.toContain(token);
    expect(house.lines.join('\n')).not.toContain(token);
  });

  test('that is not complete, or for another meeting, is unknown', async () => {
    await scheduleWith(organizer, ['wei'], 'other');
    const secret = (await linkOf('wei')).url.split('#')[1]!;
    const token = secret.slice(secret.lastIndexOf('.') + 1);
    for (const link of [
      secret.slice(0, -1),
      `other.${token}`,
      `nowhere.${token}`,
      token,
      `${MEETING}.${'A'.repeat(32)}`,
      '#',
      `../${secret}`,
    ]) {
      expect(await arriving(link)).toBe('401 link.unknown');
    }
  });

  test('opens nothing once it has expired, and neither does a session that began with it', async () => {
    const [link] = await organizer.does<IssuedLink[]>('POST', LINKS, {
      attendeeIds: ['wei'],
      expiresAt: '2021-05-27T00:00:00Z',
    });
    const wei = new Visitor(house);
    await wei.comeBy(link!.url);
    house.clock.set('2021-05-26T23:59:59.999Z');
    expect(await wei.here()).toMatchObject({ attendeeId: 'wei' });
    house.clock.set('2021-05-27T00:00:00.000Z');
    expect(await wei.here()).toBe('session.ended');
    expect(await arriving(link!.url)).toBe('401 link.expired');
  });

  test('that was revoked opens nothing, and ends the sessions that began with it and no others', async () => {
    const [wei, gao] = [new Visitor(house), new Visitor(house)];
    const [forWei, forGao] = await issueLinks(organizer);
    await wei.comeBy(forWei!.url);
    await gao.comeBy(forGao!.url);
    await organizer.does('POST', `${LINKS}/${forWei!.linkId}/revoke`, { reason: 'Sent to the wrong address' });
    expect(await wei.here()).toBe('session.ended');
    expect(await gao.here()).toMatchObject({ attendeeId: 'gao' });
    expect(await arriving(forWei!.url)).toBe('401 link.revoked');
  });

  test('that was replaced by a newer one opens nothing; the newer one does', async () => {
    const old = await linkOf('wei');
    const wei = new Visitor(house);
    await wei.comeBy(old.url);
    const newer = await linkOf('wei');
    expect(newer.url).not.toBe(old.url);
    expect(await wei.here()).toBe('session.ended');
    expect(await arriving(old.url)).toBe('401 link.revoked');
    expect(await arriving(newer.url)).toMatchObject({ attendeeId: 'wei' });
  });

  test('opens nothing once its attendee was taken off the roster', async () => {
    const { url } = await linkOf('wei');
    const wei = new Visitor(house);
    await wei.comeBy(url);
    const { position } = await organizer.does<{ position: string }>(
      'POST',
      `/api/meetings/${MEETING}/remove-attendee`,
      { attendeeId: 'wei' },
    );
    await house.deps.feed.reach(BigInt(position), 5000);
    expect(await wei.here()).toBe('session.ended');
    expect(await arriving(url)).toBe('401 link.revoked');
  });

  test('opens the door after a restart, and so does the session it began', async () => {
    const { url } = await linkOf('wei');
    const wei = new Visitor(house);
    await wei.comeBy(url);
    await house.stop();
    house = await openHouseWithDoors({ directory: house.directory, clock: house.clock });
    expect(await new Visitor(house, wei.cookie).here()).toMatchObject({ attendeeId: 'wei' });
    expect(await arriving(url)).toMatchObject({ attendeeId: 'wei' });
  });
});

describe('handing out links', () => {
  test('to all gives each attendee one, and the next time only those who have none', async () => {
    expect((await issueLinks(organizer)).map(({ attendeeId }) => attendeeId)).toEqual(['wei', 'gao']);
    expect(await issueLinks(organizer)).toEqual([]);
    await organizer.does('POST', `/api/meetings/${MEETING}/add-attendee`, {
      attendeeId: 'fu',
      name: 'Fu',
      unit: 'CASIC',
    });
    expect((await issueLinks(organizer)).map(({ attendeeId }) => attendeeId)).toEqual(['fu']);
  });

  test('sent again with the same key, the same links are answered', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const answers: IssuedLink[][] = [];
    for (const _ of [1, 2]) {
      answers.push((await (await organizer.ask('POST', LINKS, {}, key)).json()) as IssuedLink[]);
      house.clock.move(5);
    }
    expect(answers[0]).toHaveLength(2);
    expect(answers[1]).toEqual(answers[0]);
    expect(await arriving(answers[0]![0]!.url)).toMatchObject({ attendeeId: 'wei' });
  });

  test('the same key of somebody else does not give them these links', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const mine = (await (await organizer.ask('POST', LINKS, {}, key)).json()) as IssuedLink[];
    const theirs = await (await root.ask('POST', LINKS, {}, key)).text();
    for (const { url } of mine) expect(theirs).not.toContain(url.split('#')[1]!);
  });

  test('to someone who is not on the roster hands out none at all', async () => {
    const response = await organizer.ask('POST', LINKS, { attendeeIds: ['wei', 'nobody'] });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'roster.unknown', facts: { attendeeIds: ['nobody'] } });
    expect(await organizer.does('GET', LINKS)).toEqual([]);
  });

  test('with an expiry in the past is refused', async () => {
    expect(await organizer.refusedBy('POST', LINKS, { expiresAt: '2020-01-01T00:00:00Z' })).toEqual([
      422,
      'door.expires-in-the-past',
    ]);
    expect(await organizer.refusedBy('POST', LINKS, { expiresAt: 'tomorrow' })).toEqual([422, 'request.invalid']);
    expect(await organizer.refusedBy('POST', LINKS, { attendeeIds: [] })).toEqual([422, 'request.invalid']);
  });

  test('is listed: who has one, since and until when, revoked or not, and never what opens the door', async () => {
    const old = await linkOf('wei');
    const newer = await linkOf('wei');
    const listed = await organizer.does('GET', LINKS);
    expect(listed).toEqual([
      {
        linkId: old.linkId,
        attendeeId: 'wei',
        name: 'Attendee wei',
        issuedAt: '2021-05-26T01:00:00.000Z',
        expiresAt: old.expiresAt,
        revoked: { reason: 'Replaced by a new link', at: '2021-05-26T01:00:00.000Z' },
      },
      expect.objectContaining({ linkId: newer.linkId, revoked: null }),
    ]);
    expect(JSON.stringify(listed)).not.toMatch(/token|hash/i);
  });

  test('is for officers: the chair may, a member may not, one of another meeting sees no meeting at all', async () => {
    const [forWei, forGao] = await issueLinks(organizer);
    const [wei, gao, stranger] = [new Visitor(house), new Visitor(house), new Visitor(house)];
    await wei.comeBy(forWei!.url);
    await gao.comeBy(forGao!.url);
    await organizer.does('POST', `/api/meetings/${MEETING}/appoint-officer`, { office: 'chair', attendeeId: 'wei' });
    await scheduleWith(organizer, ['fu'], 'other');
    const [forFu] = await issueLinks(organizer, ['fu'], 'other');
    await stranger.comeBy(forFu!.url);

    expect(await wei.does('GET', LINKS)).toHaveLength(2);
    const asked = [
      ['GET', LINKS],
      ['POST', LINKS],
      ['POST', `${LINKS}/${forWei!.linkId}/revoke`],
    ] as const;
    for (const [method, path] of asked) {
      expect(await gao.refusedBy(method, path)).toEqual([403, 'meeting.not-permitted']);
      expect(await stranger.refusedBy(method, path)).toEqual([404, 'meeting.unknown']);
    }
    const archivist = await accountWith(house, root, ['archivist'], 'archivist');
    expect(await archivist.refusedBy('POST', LINKS)).toEqual([404, 'meeting.unknown']);
    await organizer.does('POST', `/api/meetings/${MEETING}/convene-meeting`, {});
    expect(await archivist.refusedBy('POST', LINKS)).toEqual([403, 'meeting.not-permitted']);
  });

  test('of an unknown meeting, and revoking an unknown link, answer 404', async () => {
    expect(await organizer.refusedBy('GET', '/api/meetings/nowhere/links')).toEqual([404, 'meeting.unknown']);
    expect(await organizer.refusedBy('POST', '/api/meetings/nowhere/links')).toEqual([404, 'meeting.unknown']);
    expect(await organizer.refusedBy('POST', `${LINKS}/nothing/revoke`)).toEqual([404, 'door.unknown-link']);
  });
});

test('a program signs in with a link, and gives a command with the cookie it was answered', async () => {
  const { url } = await linkOf('wei');
  await organizer.does('POST', `/api/meetings/${MEETING}/convene-meeting`, {});
  const response = await house.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link: url }),
  });
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  const answered = await house.app.request(`/api/meetings/${MEETING}/answer-invitation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ attendeeId: 'wei', answer: 'accepted' }),
  });
  expect(await answered.json()).toMatchObject({ meetingId: MEETING, events: [{ type: 'AttendanceAnswered' }] });
});
