// A meeting whose record holds what this version cannot read: what rests on it is refused with a sentence, those who
// follow it are let go, and everything else goes on.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plan } from '../conference.fixture.ts';
import { unreadable, written } from '../elsewhere.fixture.ts';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { attendee, give, MEETING, openCouncil } from './meeting.fixture.ts';
import { StreamReader } from './sse.fixture.ts';
import type { Message } from './sse.fixture.ts';

const OTHER = 'conference';

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
  await openCouncil(house);
  await give(house, 'issue-directive', { directiveId: 'first', text: 'Do it.', addressedTo: ['ben'] });
  await house.send(organizer, 'POST', '/api/meetings', plan);
});
afterEach(() => house.remove());

const restart = async () => {
  await house.stop();
  house = await openTestHouse({ directory: house.directory });
};

const codeOf = async (response: Response): Promise<readonly [number, string | undefined]> => {
  const text = await response.text();
  return [response.status, response.ok ? undefined : (JSON.parse(text) as { code: string }).code];
};

const ask = async (path: string, actor = organizer, meetingId = MEETING) =>
  codeOf(await house.send(actor, 'GET', `/api/meetings/${meetingId}${path}`));
const command = async (name: string, data: object, actor = organizer, meetingId = MEETING) =>
  codeOf(await house.send(actor, 'POST', `/api/meetings/${meetingId}/${name}`, data));

const REFUSED = [409, 'record.unreadable'] as const;

const QUERIES = [
  '',
  '?at=3',
  '/events',
  '/events?streams=all',
  '/live',
  '/minutes.md',
  '/minutes.html',
  '/minutes-to-sign',
  '/agenda.ics',
  '/attendance.csv',
  '/speaking.csv',
  '/documents/d1/file',
];

type Family = 'meeting' | 'attendance' | 'conversation' | 'directive' | 'door' | 'contact';

/** A command of each family. */
const COMMANDS: Readonly<Record<Family, readonly [name: string, data: object]>> = {
  meeting: ['add-item', { itemId: 'one', kind: 'speech', title: 'One' }],
  attendance: ['check-in', { attendeeId: 'ben', venueId: 'hall' }],
  conversation: ['post-message', { messageId: 'm1', text: 'Hello' }],
  directive: ['acknowledge-directive', { directiveId: 'first', respondent: 'ben' }],
  door: ['revoke-link', { linkId: 'l1' }],
  contact: ['set-contact', { attendeeId: 'ben', email: 'ben@example.org', telephone: null }],
};
const families = Object.keys(COMMANDS) as Family[];

/** The families whose commands do not rest on an unreadable stream, by its family. */
const STILL_DECIDED: Readonly<Record<Family, readonly Family[]>> = {
  meeting: [],
  attendance: ['conversation', 'directive', 'door', 'contact'],
  conversation: ['meeting', 'attendance', 'directive', 'door', 'contact'],
  directive: ['meeting', 'attendance', 'conversation', 'door', 'contact'],
  door: ['meeting', 'attendance', 'conversation', 'directive', 'contact'],
  contact: ['meeting', 'attendance', 'conversation', 'directive', 'door'],
};

const streamOf = (family: Family): string =>
  ({ directive: `directive-${MEETING}.first`, contact: `contact-${MEETING}.ben` })[family as string] ??
  `${family}-${MEETING}`;

/** Everything that is in the store. */
const everything = async () => (await Array.fromAsync(house.store.readAll())).flat();

describe.each(Object.entries(unreadable))('an event %s', (_what, event) => {
  test('makes queries and exports of its meeting answer 409 with the sentence, now and after a start', async () => {
    expect(await ask('')).toEqual([200, undefined]);
    await written(house, `meeting-${MEETING}`, event);
    for (const path of QUERIES) expect([path, ...(await ask(path))]).toEqual([path, ...REFUSED]);
    await restart();
    for (const path of QUERIES) expect([path, ...(await ask(path))]).toEqual([path, ...REFUSED]);
    for (const path of ['', '/events', '/minutes.md', '/agenda.ics', '/attendance.csv', '/speaking.csv'])
      expect([path, ...(await ask(path, organizer, OTHER))]).toEqual([path, 200, undefined]);
  });

  test('makes every command on its meeting answer 409, and leaves the record as it is', async () => {
    await written(house, `meeting-${MEETING}`, event);
    const before = await everything();
    for (const family of families)
      expect([family, ...(await command(...COMMANDS[family]))]).toEqual([family, ...REFUSED]);
    expect(await everything()).toEqual(before);
    expect(await command('add-item', COMMANDS.meeting[1], organizer, OTHER)).toEqual([200, undefined]);
  });

  test('lets those who follow its meeting go with the reason, and nobody else', async () => {
    const follow = async (meetingId: string, actor = organizer) => {
      const stream = new StreamReader(await house.send(actor, 'GET', `/api/meetings/${meetingId}/live`));
      await stream.next();
      return stream;
    };
    const streams = [await follow(MEETING), await follow(MEETING, attendee('ben'))];
    const elsewhere = await follow(OTHER);
    await written(house, `meeting-${MEETING}`, event);
    for (const stream of streams) expect(await lastOf(stream)).toMatchObject({ data: { reason: 'unreadable' } });
    await command('add-item', COMMANDS.meeting[1], organizer, OTHER);
    expect(await elsewhere.next()).toMatchObject({ event: 'recorded', data: { type: 'ItemAdded' } });
    await elsewhere.close();
  });
});

describe.each(families)('in the stream of the family %s', (family) => {
  test('commands that rest on it are refused, the others are decided', async () => {
    await give(house, 'add-venue', { venueId: 'hall', name: 'Hall', main: false });
    await written(house, streamOf(family), unreadable['of an unknown type']);
    for (const other of families) {
      const [status, code] = await command(...COMMANDS[other]);
      const isDecided = STILL_DECIDED[family].includes(other);
      expect([other, isDecided ? status < 500 && code !== REFUSED[1] : code]).toEqual([other, isDecided || REFUSED[1]]);
    }
  });

  test('the view is refused where it is part of the record, and there where it is not', async () => {
    await written(house, streamOf(family), unreadable['of an unknown type']);
    const isInRecord = family !== 'door' && family !== 'contact';
    expect(await ask('')).toEqual(isInRecord ? REFUSED : [200, undefined]);
    expect(await ask('/events?streams=all')).toEqual(isInRecord ? REFUSED : [200, undefined]);
    expect(await ask(`/contacts/ben`)).toEqual(
      family === 'contact' || family === 'meeting' ? REFUSED : [200, undefined],
    );
  });
});

describe('what can still be said of such a meeting', () => {
  test('is said to those alone whose meeting it may be', async () => {
    await written(house, `meeting-${MEETING}`, unreadable['of an unknown type']);
    const stranger = { ...attendee('ben'), meetingId: OTHER };
    const nobody = { kind: 'account', id: 'a', name: 'A', roles: [] } as const;
    for (const actor of [stranger, nobody])
      for (const path of ['', '/live']) expect(await ask(path, actor as never)).toEqual([404, 'meeting.unknown']);
  });

  test('is where it stands, with a sentence that says what to do', async () => {
    await written(house, `meeting-${MEETING}`, unreadable['of a newer shape']);
    const response = await house.send(organizer, 'GET', `/api/meetings/${MEETING}`);
    expect(await response.json()).toMatchObject({
      detail:
        'The event ItemWithdrawn has shape 99; this version knows shapes up to 1. Upgrade before using this record.',
      facts: {
        why: 'newer-shape',
        type: 'ItemWithdrawn',
        stream: `meeting-${MEETING}`,
        revision: expect.any(Number) as number,
      },
    });
  });

  test('is its line in the list as it was, marked; the lists go on with all others', async () => {
    await written(house, `meeting-${MEETING}`, unreadable['of an unknown type'], {
      type: 'MeetingCancelled',
      data: { reason: 'x', at: house.clock.now() },
    });
    const cancelled = await house.send(organizer, 'POST', `/api/meetings/${OTHER}/cancel-meeting`, { reason: 'Storm' });
    const { position } = (await cancelled.json()) as { position: string };
    const list = async () => {
      const response = await house.send(organizer, 'GET', `/api/meetings?position=${position}`);
      const { rows } = (await response.json()) as { rows: { meetingId: string; status: string; unreadable?: true }[] };
      return rows.map(({ meetingId, status, unreadable: mark }) => [meetingId, status, mark]);
    };
    const expected = [
      [MEETING, 'open', true],
      [OTHER, 'cancelled', undefined],
    ];
    expect(await list()).toEqual(expected);
    await restart();
    expect(await list()).toEqual(expected);
  });

  test('is counted, and told of in one line of the log; the server stays ready', async () => {
    const { type, data } = unreadable['of an unknown type'];
    for (let time = 0; time < 3; time += 1) await written(house, `meeting-${MEETING}`, { type, data });
    await written(house, 'order-7', { type: 'OrderPlaced', data: {} });
    const page = await (await house.send(null, 'GET', '/metrics')).text();
    expect(page).toContain('\nrostrum_unreadable_events_total 3\n');
    expect(page).toContain('\nrostrum_unreadable_streams 1\n');
    expect(page).toContain('\nrostrum_foreign_events_total 1\n');
    const lines = house.lines.map((line) => JSON.parse(line) as { level: string; meeting?: string; type?: string });
    expect(lines.filter(({ level, meeting }) => level === 'warn' && meeting === MEETING)).toMatchObject([{ type }]);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect((await house.send(null, 'GET', '/readyz')).status).toBe(200);
  });

  test('is everything again, once its stream is gone', async () => {
    await written(house, `attendance-${MEETING}`, unreadable['that is damaged']);
    expect(await ask('')).toEqual(REFUSED);
    await house.store.deleteStream(`attendance-${MEETING}`);
    await house.deps.feed.reach(await house.store.lastPosition(), 5000);
    expect(await ask('')).toEqual([200, undefined]);
    expect(await command(...COMMANDS.meeting)).toEqual([200, undefined]);
    await expect.poll(async () => (await listed()).map(({ unreadable: mark }) => mark)).toEqual([undefined, undefined]);
  });
});

const listed = async () => {
  const response = await house.send(organizer, 'GET', '/api/meetings');
  return ((await response.json()) as { rows: { unreadable?: true }[] }).rows;
};

/** The last message of a stream that ends by itself. */
async function lastOf(stream: StreamReader): Promise<Message | undefined> {
  let last: Message | undefined;
  for (;;) {
    const message = await stream.next();
    if (!message) return last;
    last = message;
  }
}
