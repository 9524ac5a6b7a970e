// Screens and stewards: how they come in by links of their own, what they are shown live, and that all else is closed.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { routesOf } from '../app.ts';
import type { TestHouse } from '../house.fixture.ts';
import { StreamReader } from '../live/sse.fixture.ts';
import type { Message } from '../live/sse.fixture.ts';
import { accountWith, administratorOf, MEETING, openHouseWithDoors, scheduleWith, Visitor } from './visitor.fixture.ts';
import type { ProblemAnswer } from './visitor.fixture.ts';

const HERE = `/api/meetings/${MEETING}`;

type StationLink = { readonly linkId: string; readonly url: string; readonly expiresAt: string };
type Snapshot = {
  readonly audience: string;
  readonly me: object;
  readonly view: { readonly meeting: { readonly agenda: object; readonly roster: object } };
};

let house: TestHouse;
let organizer: Visitor;
beforeEach(async () => {
  house = await openHouseWithDoors();
  organizer = await accountWith(house, await administratorOf(house), ['organizer']);
  await scheduleWith(organizer, ['wei', 'gao']);
  for (const [command, data] of [
    ['add-venue', { venueId: 'main', name: 'Main hall', main: true }],
    ['add-venue', { venueId: 'branch', name: 'Branch' }],
    ['appoint-officer', { office: 'chair', attendeeId: 'wei' }],
    ['add-item', { itemId: 'honours', kind: 'commendation', title: 'Honours' }],
    ['prepare-commendation', { commendationId: 'c1', category: 'individual', award: 'SECRET-AWARD' }],
    ['convene-meeting', {}],
  ] as const) {
    await give(command, data);
  }
});
afterEach(() => house.remove());

const give = (command: string, data: object = {}) => organizer.does('POST', `${HERE}/${command}`, data);

const linkOf = (station: 'screen' | 'steward', more: object = {}, headers: Readonly<Record<string, string>> = {}) =>
  organizer
    .ask('POST', `${HERE}/station-links`, { station, name: 'East', ...more }, headers)
    .then((response) => response.json() as Promise<StationLink>);

async function stationAt(station: 'screen' | 'steward', more: object = {}): Promise<Visitor> {
  const visitor = new Visitor(house);
  const response = await visitor.comeBy((await linkOf(station, more)).url);
  expect(response.status).toBe(200);
  return visitor;
}

async function following(visitor: Visitor, headers: Readonly<Record<string, string>> = {}): Promise<StreamReader> {
  const response = await visitor.ask('GET', `${HERE}/live`, undefined, headers);
  expect(response.status).toBe(200);
  return new StreamReader(response);
}

/** All messages up to the first that is of this event type or tells that the stream ended. */
async function until(stream: StreamReader, type: string): Promise<readonly Message[]> {
  const messages: Message[] = [];
  for (;;) {
    const message = await stream.next();
    if (!message) throw new Error(`The stream ended before ${type}.`);
    messages.push(message);
    if (message.event === type || (message.data as { readonly type?: string }).type === type) return messages;
  }
}

describe('the link of a screen or a steward', () => {
  test('opens the meeting under its name until two days after the end', async () => {
    const link = await linkOf('screen', { venueId: 'main' });
    expect(link.expiresAt).toBe('2021-05-28T04:00:00.000Z');
    const screen = new Visitor(house);
    expect(await (await screen.comeBy(link.url)).json()).toEqual({
      kind: 'screen',
      name: 'East',
      meetingId: MEETING,
      venueId: 'main',
    });
    house.clock.set('2021-05-28T03:59:59.999Z');
    expect(await screen.here()).toMatchObject({ kind: 'screen' });
    house.clock.set('2021-05-28T04:00:00.000Z');
    expect(await screen.here()).toBe('session.ended');
  });

  test('is answered again where it is asked for again, and its token stands nowhere', async () => {
    const key = { 'idempotency-key': '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' };
    const link = await linkOf('steward', {}, key);
    expect(await linkOf('steward', {}, key)).toEqual(link);
    const stations = await organizer.does<readonly object[]>('GET', `${HERE}/station-links`);
    expect(stations).toEqual([
      {
        linkId: link.linkId,
        station: 'steward',
        name: 'East',
        venueId: null,
        issuedAt: house.clock.now(),
        expiresAt: link.expiresAt,
        revoked: null,
      },
    ]);
    expect(JSON.stringify(stations)).not.toContain(link.url.slice(link.url.lastIndexOf('.') + 1));
  });

  test('stands apart from the personal links, and takes none of theirs away', async () => {
    await linkOf('steward');
    expect(await organizer.does('POST', `${HERE}/links`, {})).toHaveLength(2);
    await linkOf('screen');
    expect(await organizer.does('GET', `${HERE}/links`)).toHaveLength(2);
    expect(await organizer.does('GET', `${HERE}/station-links`)).toHaveLength(2);
  });

  test('is handed out by officers alone, for a venue of the meeting', async () => {
    const steward = await stationAt('steward');
    const body = { station: 'screen', name: 'Mine' };
    expect(await steward.refusedBy('POST', `${HERE}/station-links`, body)).toEqual([403, 'session.not-for-stations']);
    const elsewhere = { ...body, venueId: 'elsewhere' };
    expect(await organizer.refusedBy('POST', `${HERE}/station-links`, elsewhere)).toEqual([
      404,
      'roster.unknown-venue',
    ]);
  });

  test('ends at once when it is revoked, with the stream that was open under it', async () => {
    const link = await linkOf('screen');
    const screen = new Visitor(house);
    await screen.comeBy(link.url);
    const stream = await following(screen);
    await stream.next();
    await organizer.does('POST', `${HERE}/links/${link.linkId}/revoke`, {});
    expect((await until(stream, 'ended')).at(-1)!.data).toEqual({ reason: 'session-ended' });
    expect(await screen.here()).toBe('session.ended');
    expect((await new Visitor(house).comeBy(link.url)).status).toBe(401);
  });

  test('signs out on one device', async () => {
    const screen = await stationAt('screen');
    const copy = new Visitor(house, screen.cookie);
    await screen.ask('DELETE', '/api/session');
    expect(await copy.here()).toBe('session.ended');
  });
});

/** What a screen or a steward gets to hear at any route: nothing but a refusal, save where it is meant for them. */
const MEANT_FOR_STATIONS = [
  'GET /api/meetings/:id/live',
  'GET /api/session',
  'POST /api/meetings/:id/check-in',
  'POST /api/meetings/:id/check-out',
  'POST /api/meetings/:id/count-delegation',
];

test('every other route is closed to them, in the past and in exports too', async () => {
  const closed = routesOf(house.deps).filter(
    ({ access, method, path }) => access === 'session' && !MEANT_FOR_STATIONS.includes(`${method} ${path}`),
  );
  expect(closed.length).toBeGreaterThan(80);
  for (const station of [await stationAt('screen'), await stationAt('steward')]) {
    for (const { method, path } of closed) {
      const address = path.replace(':id', MEETING).replaceAll(/:[A-Za-z]+(\{[^}]*\})?/g, 'x');
      const asked = method === 'GET' ? `${address}?at=0` : address;
      const response = await station.ask(method, asked, method === 'GET' ? undefined : {});
      const { code } = (await response.json()) as ProblemAnswer;
      expect(`${method} ${path}: ${response.status} ${code}`).toBe(`${method} ${path}: 403 session.not-for-stations`);
    }
  }
});

test('a screen commands nothing at the door either', async () => {
  const screen = await stationAt('screen');
  for (const [command, data] of [
    ['check-in', { attendeeId: 'wei' }],
    ['check-out', { attendeeId: 'wei' }],
    ['count-delegation', { delegationId: 'x', count: 1 }],
  ] as const) {
    expect(await screen.refusedBy('POST', `${HERE}/${command}`, data)).toEqual([403, 'meeting.not-permitted']);
  }
});

describe('a steward', () => {
  test('checks people in, and the record names the link', async () => {
    const steward = await stationAt('steward', { venueId: 'branch' });
    await steward.does('POST', `${HERE}/check-in`, { attendeeId: 'gao' });
    const [event] = (await Array.fromAsync(house.store.readStream(`attendance-${MEETING}`))).flat();
    const [{ linkId }] = (await organizer.does<readonly [StationLink]>('GET', `${HERE}/station-links`))!;
    expect(event).toMatchObject({
      type: 'CheckedIn',
      data: { attendeeId: 'gao', venueId: 'branch', by: linkId },
      metadata: { actor: { kind: 'steward', id: linkId, name: 'East' } },
    });
    expect(await steward.refusedBy('POST', `${HERE}/check-in`, { attendeeId: 'wei', venueId: 'main' })).toEqual([
      403,
      'attendance.not-your-venue',
    ]);
  });

  test('sees the roster and who is there, and of the rest nothing', async () => {
    await give('post-message', { messageId: 'm1', text: 'NOT-FOR-THE-DOOR' });
    const steward = await stationAt('steward');
    const stream = await following(steward);
    const snapshot = (await stream.next())!.data as Snapshot;
    expect(snapshot).toMatchObject({ audience: 'door', me: { kind: 'steward', name: 'East' } });
    expect(JSON.stringify(snapshot.view.meeting.roster)).toContain('Attendee wei');
    expect(JSON.stringify(snapshot.view.meeting.agenda)).not.toContain('Honours');
    await give('post-message', { messageId: 'm2', text: 'NOT-FOR-THE-DOOR' });
    await give('open-meeting');
    await give('call-item', { itemId: 'honours' });
    await give('confer-commendation', { commendationId: 'c1', presenterId: 'wei' });
    await give('check-in', { attendeeId: 'gao' });
    const heard = await until(stream, 'CheckedIn');
    expect(heard.map(({ data }) => (data as { type: string }).type)).toEqual(['MeetingOpened', 'CheckedIn']);
    expect(JSON.stringify([snapshot, heard])).not.toMatch(/NOT-FOR-THE-DOOR|SECRET-AWARD/);
  });
});

describe('a screen', () => {
  test('is told of a commendation when it is conferred and not before, of words and notes never', async () => {
    await give('post-message', { messageId: 'm1', text: 'NOT-FOR-THE-HALL' });
    const screen = await stationAt('screen');
    const stream = await following(screen);
    const [snapshot] = await until(stream, 'snapshot');
    expect(snapshot!.data).toMatchObject({ audience: 'hall', me: { kind: 'screen' } });
    await give('post-message', { messageId: 'm2', text: 'NOT-FOR-THE-HALL' });
    await give('revise-commendation', { commendationId: 'c1', award: 'SECRET-AWARD-2' });
    await give('open-meeting');
    await give('call-item', { itemId: 'honours' });
    const before = await until(stream, 'ItemCalled');
    expect(JSON.stringify([snapshot, before])).not.toMatch(/NOT-FOR-THE-HALL|SECRET-AWARD/);
    await give('confer-commendation', { commendationId: 'c1', presenterId: 'wei' });
    expect(JSON.stringify(await until(stream, 'CommendationConferred'))).toContain('SECRET-AWARD-2');
  });

  test('goes on where it was after a break, with no more than it may see', async () => {
    const screen = await stationAt('screen');
    const first = await following(screen);
    const { id } = (await first.next())!;
    await first.close();
    await give('post-message', { messageId: 'm1', text: 'NOT-FOR-THE-HALL' });
    await give('open-meeting');
    const heard = await until(await following(screen, { 'last-event-id': id! }), 'MeetingOpened');
    expect(heard.map(({ data }) => (data as { type?: string }).type)).toEqual(['MeetingOpened']);
  });

  test('counts as nobody who is present', async () => {
    const screen = await stationAt('screen');
    const stream = await following(screen);
    await stream.next();
    const { attendance } = (await organizer.does<{ attendance: { whereabouts: object } }>('GET', HERE)) ?? {};
    expect(JSON.stringify(attendance)).not.toContain('live.');
    await stream.close();
  });

  test('sees another meeting as little as anybody', async () => {
    await scheduleWith(organizer, ['wei'], 'other');
    const screen = await stationAt('screen');
    expect(await screen.refusedBy('GET', '/api/meetings/other/live')).toEqual([404, 'meeting.unknown']);
  });
});
