// Whatever stands in the store, the house goes on: events of every kind, whole, damaged, misplaced and made up, in streams
// of a meeting that is followed and in streams of nobody. That meeting answers with itself or says that it cannot be read;
// every other one is served as ever.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { written } from '../elsewhere.fixture.ts';
import type { Strange } from '../elsewhere.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import {
  accountWith,
  administratorOf,
  issueLinks,
  openHouseWithDoors,
  scheduleWith,
  Visitor,
} from '../doors/visitor.fixture.ts';
import { StreamReader } from './sse.fixture.ts';
import type { Message } from './sse.fixture.ts';

const HEALTHY = 'healthy';

let house: TestHouse;
let organizer: Visitor;
/** In the meeting that nothing is wrong with. */
let wei: Visitor;
let follower: StreamReader;

beforeAll(async () => {
  house = await openHouseWithDoors();
  organizer = await accountWith(house, await administratorOf(house), ['organizer']);
  wei = await guest(HEALTHY);
  follower = await follow(wei, HEALTHY);
});
afterAll(async () => {
  await follower.close();
  await house.remove();
});

/** Schedules a meeting with one attendee, who has come by their link. */
async function guest(meetingId: string): Promise<Visitor> {
  await scheduleWith(organizer, ['wei'], meetingId);
  await organizer.does('POST', `/api/meetings/${meetingId}/convene-meeting`, {});
  const [link] = await issueLinks(organizer, ['wei'], meetingId);
  const visitor = new Visitor(house);
  await visitor.comeBy(link!.url);
  return visitor;
}

async function follow(visitor: Visitor, meetingId: string): Promise<StreamReader> {
  const stream = new StreamReader(await visitor.ask('GET', `/api/meetings/${meetingId}/live`));
  await stream.next();
  return stream;
}

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const golden = globSync(join(import.meta.dirname, '../../../events/golden/*/*.json')).map(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as Strange,
);

/** Where a meeting's streams, and what looks like them, are; `$` stands for the meeting. */
const STREAMS = [
  'meeting-$',
  'attendance-$',
  'conversation-$',
  'directive-$.directive-1',
  'directive-$.a.b',
  'door-$',
  'contact-$.wei',
  'account-$',
  'directive-$',
  'meeting-$/x',
  'meeting-',
  'orders-$',
];

const anyStream = fc.constantFrom(...STREAMS);
const anyType = fc.oneof(
  fc.constantFrom(...golden.map(({ type }) => type), '$streamDeleted', 'toString', '__proto__'),
  fc.string({ minLength: 1, maxLength: 20 }),
);

/** The data with one thing in them changed. */
const changed = (data: object): fc.Arbitrary<object> =>
  fc
    .tuple(fc.constantFrom(...Object.keys(data)), fc.oneof(fc.jsonValue(), fc.constant('2021-02-30T25:00:00Z')))
    .map(([field, value]) => ({ ...data, [field]: value }));

const anyMetadata = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('actor', 'commandId', 'command', 'fingerprint', 'recordedAt', 'shape'), fc.jsonValue())
      .map(([field, value]) => ({ [field]: value })),
  },
);

const anyEvent = (meetingId: string): fc.Arbitrary<Strange> => {
  const ofMeeting = golden.map(({ type, data }) => ({
    type,
    data: 'meetingId' in (data as object) ? { ...(data as object), meetingId } : data,
  }));
  const sound = fc.constantFrom(...ofMeeting);
  const wrong = sound.chain(({ type, data }) => changed(data as object).map((other) => ({ type, data: other })));
  const madeUp = fc.record({ type: anyType, data: fc.jsonValue() });
  return fc
    .tuple(fc.oneof({ weight: 3, arbitrary: sound }, { weight: 2, arbitrary: wrong }, madeUp), anyMetadata)
    .map(([event, metadata]) => ({ ...event, metadata }));
};

const anyRecord = (meetingId: string) =>
  fc.array(fc.tuple(anyStream, anyEvent(meetingId)), { minLength: 1, maxLength: 6 });

// ── what must hold ──────────────────────────────────────────────────────────────────────────────────────────────────

const QUERIES = [
  '',
  '/events?streams=all',
  '/minutes.md',
  '/attendance.csv',
  '/speaking.csv',
  '/agenda.ics',
  '/contacts/wei',
  '/links',
];
const COMMANDS = [
  ['revise-meeting', { title: 'Another' }],
  ['post-message', { messageId: 'm1', text: 'Hello' }],
  ['record-absence', {}],
  ['add-item', { itemId: 'more', kind: 'speech', title: 'More' }],
  ['set-contact', { attendeeId: 'wei', email: 'wei@example.org', telephone: null }],
] as const;

async function isServed(meetingId: string, visitor: Visitor, itemId: string): Promise<void> {
  const add = { itemId, kind: 'speech', title: `Item ${itemId}` };
  const { position } = await organizer.does<{ position: string }>('POST', `/api/meetings/${meetingId}/add-item`, add);
  const view = await visitor.does<{ meeting: { agenda: { items: { itemId: string }[] } } }>(
    'GET',
    `/api/meetings/${meetingId}?position=${position}`,
  );
  expect(view.meeting.agenda.items.at(-1)).toMatchObject({ itemId });
  let heard = await follower.next();
  const isAnother = ({ data }: Message) => (data as { readonly position?: string }).position !== position;
  while (heard && isAnother(heard)) heard = await follower.next();
  expect(heard).toMatchObject({ event: 'recorded', data: { type: 'ItemAdded' } });
  const list = await organizer.does<{ rows: { meetingId: string; items: number; unreadable?: true }[] }>(
    'GET',
    `/api/meetings?limit=500&position=${position}`,
  );
  const row = list.rows.find((one) => one.meetingId === meetingId);
  expect(row).toMatchObject({ items: view.meeting.agenda.items.length });
  expect(row).not.toHaveProperty('unreadable');
}

let runs = 0;

test('whatever stands in the store, the house goes on', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyRecord('$'), async (record) => {
      runs += 1;
      const meetingId = `any-${runs}`;
      const visitor = await guest(meetingId);
      const streams = [await follow(visitor, meetingId), await follow(organizer, meetingId)];
      for (const [stream, event] of record) {
        const data = JSON.parse(JSON.stringify(event.data).replaceAll('"$"', `"${meetingId}"`)) as unknown;
        await written(house, stream.replace('$', meetingId), { ...event, data });
      }
      for (const path of QUERIES)
        for (const by of [visitor, organizer]) {
          const { status } = await by.ask('GET', `/api/meetings/${meetingId}${path}`);
          expect([path, status]).toEqual([path, expect.toBeOneOf([200, 401, 403, 404, 409]) as number]);
        }
      for (const [name, data] of COMMANDS) {
        const { status } = await organizer.ask('POST', `/api/meetings/${meetingId}/${name}`, data);
        expect([name, status]).toEqual([name, expect.toBeOneOf([200, 400, 403, 404, 409, 422]) as number]);
      }
      await Promise.all(streams.map((stream) => stream.close()));
      await isServed(HEALTHY, wei, `item-${runs}`);
      expect((await house.send(null, 'GET', '/readyz')).status).toBe(200);
    }),
    { numRuns: 60 },
  );
  const errors = house.lines.filter((line) => line.includes('"level":"error"'));
  expect(errors).toEqual([]);
});
