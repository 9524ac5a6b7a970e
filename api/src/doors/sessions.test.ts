import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestHouse } from '../house.fixture.ts';
import { sealWith } from './seal.ts';
import { openSession, sealSession, SESSION_PURPOSE } from './session.ts';
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

const SESSION = '/api/session';
const HOUR = 3600;

const valueOf = (visitor: Visitor): string => visitor.cookie!.slice(visitor.cookie!.indexOf('=') + 1);
const withCookie = (value: string): Visitor => new Visitor(house, `rostrum=${value}`);

describe('the cookie', () => {
  test('is for this site alone and out of the reach of scripts', () => {
    expect(organizer.handedOut).toMatch(
      /^rostrum=[A-Za-z0-9_.-]+; Max-Age=43200; Expires=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test('over https it is bound to the host and to https', async () => {
    await house.remove();
    house = await openHouseWithDoors({ publicUrl: () => 'https://meetings.example.org' });
    const visitor = await administratorOf(house);
    expect(visitor.handedOut).toMatch(
      /^__Host-rostrum=[^;]+; Max-Age=\d+; Expires=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(await visitor.here()).toMatchObject({ name: 'Root' });
    expect(await withCookie(valueOf(visitor)).here()).toBe('session.none');
  });

  test('that was changed anywhere opens nothing', async () => {
    const value = valueOf(organizer);
    const places = Array.from({ length: Math.ceil(value.length / 7) }, (_, index) => index * 7);
    const answers = await Promise.all(
      places.map((place) => {
        const other = value[place] === 'A' ? 'B' : 'A';
        return withCookie(value.slice(0, place) + other + value.slice(place + 1)).here();
      }),
    );
    expect(new Set(answers)).toEqual(new Set(['session.none']));
  });

  test('of another deployment opens nothing', async () => {
    const elsewhere = await openHouseWithDoors({ clock: house.clock });
    const stranger = await administratorOf(elsewhere);
    expect(await stranger.here()).toMatchObject({ name: 'Root' });
    expect(await withCookie(valueOf(stranger)).here()).toBe('session.none');
    await elsewhere.remove();
  });

  test('opens nothing any more once the deployment has another secret', async () => {
    const value = valueOf(organizer);
    await house.stop();
    writeFileSync(join(house.directory, 'secrets', 'sessions'), randomBytes(32));
    house = await openHouseWithDoors({ directory: house.directory, clock: house.clock });
    expect(await withCookie(value).here()).toBe('session.none');
  });

  test('sealed by us for something else, or in an older form, opens nothing', async () => {
    const secret = randomBytes(32);
    const session = { kind: 'account', sessionId: 's', startedAt: 'x', expiresAt: 'y', accountId: 'root' } as const;
    const seal = sealWith([secret], SESSION_PURPOSE);
    expect(openSession(seal, sealSession(seal, session))).toEqual(session);
    expect(openSession(seal, sealSession(sealWith([secret], 'something else'), session))).toBeUndefined();
    expect(openSession(seal, seal.close(JSON.stringify({ ...session, roles: ['administrator'] })))).toBeUndefined();
  });

  test('shows nothing of what it holds', () => {
    const bytes = Buffer.from(valueOf(organizer).split('.')[1]!, 'base64url').toString('latin1');
    expect(bytes).not.toMatch(/zhou|account|session/);
  });
});

describe('a session', () => {
  test('that was signed out is ended for every copy of its cookie', async () => {
    for (const visitor of [organizer, wei]) {
      const copy = withCookie(valueOf(visitor));
      const response = await visitor.ask('DELETE', SESSION);
      expect([response.status, response.headers.get('cache-control')]).toEqual([204, 'no-store']);
      expect(visitor.cookie).toBeNull();
      expect(await visitor.here()).toBe('session.none');
      expect(await copy.here()).toBe('session.ended');
    }
  });

  test('that was signed out stays ended after a restart', async () => {
    const [copyOfOrganizer, copyOfWei] = [valueOf(organizer), valueOf(wei)];
    await organizer.ask('DELETE', SESSION);
    await wei.ask('DELETE', SESSION);
    await house.stop();
    house = await openHouseWithDoors({ directory: house.directory, clock: house.clock });
    expect(await withCookie(copyOfOrganizer).here()).toBe('session.ended');
    expect(await withCookie(copyOfWei).here()).toBe('session.ended');
  });

  test('that is ended cannot be prolonged by using a copy of its cookie', async () => {
    const copy = valueOf(organizer);
    await organizer.ask('DELETE', SESSION);
    house.clock.move(HOUR);
    const visitor = withCookie(copy);
    expect(await visitor.here()).toBe('session.ended');
    expect(visitor.handedOut).toMatch(/^rostrum=; Max-Age=0/);
  });

  test('signing out without a session does nothing', async () => {
    const visitor = new Visitor(house);
    expect((await visitor.ask('DELETE', SESSION)).status).toBe(204);
    expect(await organizer.here()).toMatchObject({ accountId: 'zhou.ping' });
  });

  test('of an account lasts while it is used, and twelve hours beyond', async () => {
    const first = organizer.cookie;
    house.clock.move(11 * HOUR);
    await organizer.here();
    expect(organizer.cookie).not.toBe(first);
    house.clock.move(11 * HOUR);
    expect(await organizer.here()).toMatchObject({ accountId: 'zhou.ping' });
    house.clock.move(12 * HOUR);
    expect(await organizer.here()).toBe('session.ended');
  });

  test('of an account gets no new cookie at every request', async () => {
    const first = organizer.cookie;
    house.clock.move(HOUR / 4);
    await organizer.here();
    expect(organizer.cookie).toBe(first);
  });

  test('of an account ends after three days however much it is used', async () => {
    const firstThreeDays = Array.from({ length: 71 });
    for (const _ of firstThreeDays) {
      house.clock.move(HOUR);
      expect(await organizer.here()).toMatchObject({ accountId: 'zhou.ping' });
    }
    house.clock.move(HOUR);
    expect(await organizer.here()).toBe('session.ended');
  });

  test('of an attendee ends after two weeks, and the link opens another', async () => {
    const [link] = await issueLinks(organizer, ['wei']);
    await wei.comeBy(link!.url);
    house.clock.move(14 * 24 * HOUR - 1);
    expect(await wei.here()).toMatchObject({ attendeeId: 'wei' });
    house.clock.move(1);
    expect(await wei.here()).toBe('session.ended');
    expect((await wei.comeBy(link!.url)).status).toBe(200);
  });

  test('is a new one at each sign-in, and the one that the browser had before is ended', async () => {
    const planted = valueOf(organizer);
    const victim = withCookie(planted);
    await victim.signIn('root');
    expect(victim.cookie).not.toBe(`rostrum=${planted}`);
    expect(await victim.here()).toMatchObject({ name: 'Root' });
    expect(await withCookie(planted).here()).toBe('session.ended');
  });

  test('that a wrong password was given with goes on', async () => {
    expect((await organizer.signIn('root', 'a wrong password')).status).toBe(401);
    expect(await organizer.here()).toMatchObject({ accountId: 'zhou.ping' });
  });

  test('does not end another of the same account', async () => {
    const second = new Visitor(house);
    await second.signIn('zhou.ping');
    await second.ask('DELETE', SESSION);
    expect(await organizer.here()).toMatchObject({ accountId: 'zhou.ping' });
  });
});

describe('what an account may do', () => {
  const change = (roles: readonly string[]) => root.does('POST', '/api/accounts/zhou.ping/set-roles', { roles });

  test('follows its roles at once, in the session that is open', async () => {
    await change(['archivist']);
    expect(await organizer.here()).toMatchObject({ roles: ['archivist'] });
    const refused = await organizer.refusedBy('POST', `/api/meetings/${MEETING}/convene-meeting`);
    expect(refused).toEqual([403, 'meeting.not-permitted']);
    await change(['organizer']);
    await organizer.does('POST', `/api/meetings/${MEETING}/convene-meeting`);
  });

  test('ends when it is disabled, in every session, and does not come back with them', async () => {
    await root.does('POST', '/api/accounts/zhou.ping/disable-account', { reason: 'Moved away' });
    expect(await organizer.here()).toBe('session.ended');
    house.clock.move(60);
    await root.does('POST', '/api/accounts/zhou.ping/enable-account');
    expect((await new Visitor(house).signIn('zhou.ping')).status).toBe(200);
  });

  test('ends in every session where all of them are ended', async () => {
    const value = valueOf(organizer);
    house.clock.move(1);
    await organizer.does('POST', '/api/accounts/zhou.ping/end-all-sessions');
    expect(await withCookie(value).here()).toBe('session.ended');
    expect((await new Visitor(house).signIn('zhou.ping')).status).toBe(200);
  });

  test('is signed out by itself even when it has no role left', async () => {
    await change([]);
    const value = valueOf(organizer);
    expect((await organizer.ask('DELETE', SESSION)).status).toBe(204);
    expect(await withCookie(value).here()).toBe('session.ended');
  });
});

describe('a request that a page of another site sends', () => {
  const cases = [
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' },
    { origin: 'null' },
  ];

  test.each(cases)('signs nobody in, nobody out, and changes nothing: %j', async (headers) => {
    const refusal = [403, 'request.cross-origin'];
    const visitor = new Visitor(house);
    expect(
      await visitor.refusedBy('POST', SESSION, { signInName: 'root', password: 'a long and quiet evening' }, headers),
    ).toEqual(refusal);
    expect(visitor.cookie).toBeNull();
    expect(await organizer.refusedBy('DELETE', SESSION, undefined, headers)).toEqual(refusal);
    expect(await organizer.refusedBy('POST', `/api/meetings/${MEETING}/links`, {}, headers)).toEqual(refusal);
    expect(await organizer.here()).toMatchObject({ accountId: 'zhou.ping' });
  });

  test('is told from one of our own pages', async () => {
    const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
    expect((await organizer.ask('POST', `/api/meetings/${MEETING}/convene-meeting`, {}, own)).status).toBe(200);
  });
});
