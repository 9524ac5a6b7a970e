import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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
let root: Visitor;
let organizer: Visitor;
let wei: Visitor;
beforeEach(async () => {
  house = await openHouseWithDoors();
  root = await administratorOf(house);
  organizer = await accountWith(house, root, ['organizer']);
  await scheduleWith(organizer, ['wei']);
  const [link] = await issueLinks(organizer);
  wei = new Visitor(house);
  await wei.comeBy(link!.url);
});
afterEach(() => house.remove());

describe('a live stream', () => {
  const LIVE = `/api/meetings/${MEETING}/live`;

  async function following(visitor: Visitor): Promise<StreamReader> {
    const response = await visitor.ask('GET', LIVE);
    expect(response.status).toBe(200);
    const stream = new StreamReader(response);
    await stream.next();
    return stream;
  }

  /** Reads past what else was recorded, to how the stream ends. */
  async function ending(stream: StreamReader): Promise<unknown> {
    for (;;) {
      const message = await stream.next();
      if (!message || message.event === 'ended') return message?.data;
    }
  }

  test('ends at once when its session is signed out', async () => {
    const stream = await following(wei);
    await wei.ask('DELETE', '/api/session');
    expect(await ending(stream)).toEqual({ reason: 'session-ended' });
  });

  test('ends at once when the link was revoked', async () => {
    const stream = await following(wei);
    const [link] = await organizer.does<{ linkId: string }[]>('GET', `/api/meetings/${MEETING}/links`);
    await organizer.does('POST', `/api/meetings/${MEETING}/links/${link!.linkId}/revoke`);
    expect(await ending(stream)).toEqual({ reason: 'session-ended' });
  });

  test('ends at once when the account was disabled', async () => {
    const stream = await following(organizer);
    await root.does('POST', '/api/accounts/zhou.ping/disable-account');
    expect(await ending(stream)).toEqual({ reason: 'session-ended' });
  });

  test('ends when the attendee leaves the roster', async () => {
    const stream = await following(wei);
    await organizer.does('POST', `/api/meetings/${MEETING}/remove-attendee`, { attendeeId: 'wei' });
    expect(await ending(stream)).toEqual({ reason: expect.stringMatching(/^(removed|session-ended)$/) as string });
  });

  test('shows an account what its roles let it see from the moment they change', async () => {
    await organizer.does('POST', `/api/meetings/${MEETING}/convene-meeting`, {});
    const stream = await following(organizer);
    await root.does('POST', '/api/accounts/zhou.ping/set-roles', { roles: ['archivist'] });
    expect(await stream.next()).toMatchObject({ event: 'snapshot', data: { audience: 'attendees' } });
    await root.does('POST', '/api/accounts/zhou.ping/set-roles', { roles: [] });
    expect(await ending(stream)).toEqual({ reason: 'removed' });
  });

  test('ends when the session is over by itself', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const sleeper = await openHouseWithDoors();
      const visitor = await administratorOf(sleeper);
      const told: string[] = [];
      sleeper.deps.doors.onSessionEnded((sessionId) => told.push(sessionId));
      sleeper.clock.move(13 * 3600);
      vi.advanceTimersByTime(60_000);
      expect(told).toHaveLength(1);
      expect(await visitor.here()).toBe('session.ended');
      await sleeper.remove();
    } finally {
      vi.useRealTimers();
    }
  });
});
