// A meeting whose door, or whose roster, this version cannot read: nobody comes in there on trust, and all other doors
// stay as they are.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unreadable, written } from '../elsewhere.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { StreamReader } from '../live/sse.fixture.ts';
import {
  accountWith,
  administratorOf,
  issueLinks,
  MEETING,
  openHouseWithDoors,
  scheduleWith,
  Visitor,
} from './visitor.fixture.ts';

let house: TestHouse;
let organizer: Visitor;
/** In the meeting that will not be readable, and in another one. */
let wei: Visitor;
let chen: Visitor;
let links: readonly string[];
beforeEach(async () => {
  house = await openHouseWithDoors();
  organizer = await accountWith(house, await administratorOf(house), ['organizer']);
  const urls: string[] = [];
  const visitors: Visitor[] = [];
  for (const meetingId of [MEETING, 'other']) {
    await scheduleWith(organizer, ['wei', 'chen'], meetingId);
    await organizer.does('POST', `/api/meetings/${meetingId}/convene-meeting`, {});
    const [link] = await issueLinks(organizer, ['wei'], meetingId);
    const visitor = new Visitor(house);
    await visitor.comeBy(link!.url);
    urls.push(link!.url);
    visitors.push(visitor);
  }
  links = urls;
  [wei, chen] = visitors as [Visitor, Visitor];
});
afterEach(() => house.remove());

const REFUSED = [409, 'record.unreadable'];
const meeting = (meetingId: string) => `/api/meetings/${meetingId}`;

describe.each([
  ['its door', `door-${MEETING}`, unreadable['of a newer shape']],
  ['its door, damaged', `door-${MEETING}`, { type: 'LinkRevoked', data: null }],
  ['what may be its roster', `meeting-${MEETING}`, unreadable['of an unknown type']],
  [
    'its roster',
    `meeting-${MEETING}`,
    { type: 'AttendeeRemoved', data: { attendeeId: 'wei' }, metadata: { shape: 2 } },
  ],
])('a meeting of which %s cannot be read', (_what, stream, event) => {
  test('refuses its sessions with the sentence, and new ones; others stay', async () => {
    expect(await wei.ask('GET', meeting(MEETING))).toMatchObject({ status: 200 });
    await written(house, stream, event);
    expect(await wei.refusedBy('GET', meeting(MEETING))).toEqual(REFUSED);
    expect(await wei.refusedBy('GET', '/api/session')).toEqual(REFUSED);
    expect(await new Visitor(house).refusedBy('POST', '/api/session', { link: links[0] })).toEqual(REFUSED);
    expect(await chen.ask('GET', meeting('other'))).toMatchObject({ status: 200 });
    expect(await organizer.ask('GET', meeting('other'))).toMatchObject({ status: 200 });
  });

  test('ends what its attendees follow, without calling their sessions ended', async () => {
    const stream1 = new StreamReader(await wei.ask('GET', `${meeting(MEETING)}/live`));
    await stream1.next();
    await written(house, stream, event);
    for (let message = await stream1.next(); message; message = await stream1.next()) {
      expect(message.data).not.toMatchObject({ reason: 'session-ended' });
    }
    expect(await wei.refusedBy('GET', `${meeting(MEETING)}/live`)).toEqual(REFUSED);
    await house.store.deleteStream(stream);
    await house.deps.feed.reach(await house.store.lastPosition(), 5000);
    expect(await wei.here()).toBe('session.ended');
  });

  test('keeps nobody from another door, or from going', async () => {
    await written(house, stream, event);
    await wei.does('POST', '/api/session', { link: links[1] });
    expect(await wei.here()).toMatchObject({ meetingId: 'other' });
    const again = new Visitor(house, chen.cookie);
    expect((await again.ask('DELETE', '/api/session')).status).toBe(204);
  });
});

test('a session that cannot be told is taken back where its holder signs out', async () => {
  await written(house, `door-${MEETING}`, unreadable['of an unknown type']);
  expect((await wei.ask('DELETE', '/api/session')).status).toBe(204);
  expect(wei.cookie).toBeNull();
});
