import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { give, MEETING, openCouncil } from '../live/meeting.fixture.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
  await openCouncil(house);
});
afterEach(() => house.remove());

const read = async (path: string) => (await house.send(organizer, 'GET', `/api/meetings/${MEETING}/${path}`)).text();

test('Tables of the past are those of then: what lasted is counted until then, not until now', async () => {
  await give(house, 'give-floor', { speakerId: 'ben', speechId: 's1' });
  house.clock.move(60);
  const then = encodeURIComponent(house.clock.now());
  const told = { speaking: await read(`speaking.csv?at=${then}`), attendance: await read(`attendance.csv?at=${then}`) };
  house.clock.move(600);
  expect(await read(`speaking.csv?at=${then}`)).toBe(told.speaking);
  expect(await read(`attendance.csv?at=${then}`)).toBe(told.attendance);
  expect(told.speaking).toMatch(/,60,0,/);
  expect(await read('speaking.csv')).toMatch(/,660,0,/);
});
