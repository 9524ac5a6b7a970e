// Many commands at once: nothing is lost or doubled, each is decided on what those before it did, and time never runs back.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { item, plan, recordedIn } from '../conference.fixture.ts';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';

type Receipt = { revision: number; events: { id: string; type: string; revision: number }[] };

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
  await house.send(organizer, 'POST', '/api/meetings', plan);
});
afterEach(() => house.remove());

const give = (name: string, data: unknown = {}) =>
  house.send(organizer, 'POST', `/api/meetings/conference/${name}`, data);

describe('two hundred commands at once', () => {
  test('are each recorded once, with revisions that have no gap, and in the order of their receipts', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => give('add-item', item(`item-${index}`))),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const receipts = (await Promise.all(answers.map((answer) => answer.json()))) as Receipt[];
    const events = await recordedIn(house);
    expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 201 }, (_, revision) => revision));
    expect(new Set(events.map(({ id }) => id)).size).toBe(201);
    for (const {
      events: [receipt],
    } of receipts)
      expect(events[receipt!.revision]).toMatchObject({ id: receipt!.id, type: receipt!.type });
    // Given in this order in one turn, so decided in this order.
    expect(receipts.map(({ revision }) => revision)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  test('that all want the same thing: one has it, the others are refused on what it did', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => give('add-item', { ...item('only'), title: `Version ${index}` })),
    );
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
    expect(await recordedIn(house)).toHaveLength(2);
  });

  test('on streams beside the meeting are decided on what is stored of it', async () => {
    await give('add-attendee', {
      attendeeId: 'liu',
      name: 'Liu Shiquan',
      unit: 'CASIC',
      capacity: 'leader',
      precedence: 1,
    });
    const mixed = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        index % 2 === 0
          ? give('add-item', item(`item-${index}`))
          : give('set-contact', { attendeeId: 'liu', email: `liu${index}@example.org` }),
      ),
    );
    expect(mixed.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
    expect(await recordedIn(house, 'contact-conference.liu')).toHaveLength(20);
    expect(await recordedIn(house)).toHaveLength(22);
  });
});

describe('time', () => {
  test('never runs backwards in a record, whatever the clock does', async () => {
    house.clock.move(-3600);
    await give('add-item', item('one'));
    house.clock.move(7200);
    await give('add-item', item('two'));
    const instants = (await recordedIn(house)).map(({ data }) => (data as { at: string }).at);
    expect(instants).toEqual(['2021-05-26T01:00:00.000Z', '2021-05-26T01:00:00.000Z', '2021-05-26T02:00:00.000Z']);
  });
});
