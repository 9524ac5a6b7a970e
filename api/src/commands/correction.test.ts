import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { attendee, give, MEETING, openCouncil } from '../live/meeting.fixture.ts';

let house: TestHouse;
beforeEach(async () => void (house = await openTestHouse()));
afterEach(() => house.remove());

/** The answer to a correction of an event, and the types of what the record holds then. */
async function correct(correctsEventId: string, actor = organizer, meetingId = MEETING) {
  const correction = { field: 'award', oldValue: 'SECRET-AWARD', newValue: 'Another', reason: 'Misprinted' };
  const path = `/api/meetings/${meetingId}/record-correction`;
  const response = await house.send(actor, 'POST', path, { correctsEventId, ...correction });
  const { code } = (await response.json()) as { code?: string };
  return { status: response.status, code, recorded: (await recorded()).has('CorrectionRecorded') };
}

/** The ids of the events by their type. */
async function recorded(): Promise<ReadonlyMap<string, string>> {
  const text = await (await house.send(organizer, 'GET', `/api/meetings/${MEETING}/events`)).text();
  const events = text.trimEnd().split('\n');
  return new Map(
    events.map((line) => JSON.parse(line) as { type: string; id: string }).map(({ type, id }) => [type, id]),
  );
}

async function closed(): Promise<ReadonlyMap<string, string>> {
  await openCouncil(house);
  await give(house, 'conclude-item', { itemId: 'honours' });
  await give(house, 'close-meeting');
  return recorded();
}

test('a correction names an event of the record', async () => {
  const events = await closed();
  expect(await correct('6f1d8a3e-1f7b-5c8e-9b8a-2f6f4b1f0c11')).toEqual({
    status: 404,
    code: 'meeting.unknown-event',
    recorded: false,
  });
  expect(await correct(events.get('ItemConcluded')!)).toMatchObject({ status: 200, recorded: true });
});

test('a correction, which everyone reads, never tells what is for the officers alone', async () => {
  const events = await closed();
  expect(await correct(events.get('CommendationPrepared')!)).toEqual({
    status: 409,
    code: 'meeting.correction-of-hidden',
    recorded: false,
  });
});

test('who may not correct learns nothing of which events there are', async () => {
  const events = await closed();
  const refused = { status: 403, code: 'meeting.not-permitted', recorded: false };
  expect(await correct(events.get('CommendationPrepared')!, attendee('ben'))).toEqual(refused);
  expect(await correct('6f1d8a3e-1f7b-5c8e-9b8a-2f6f4b1f0c11', attendee('ben'))).toEqual(refused);
  expect(await correct(events.get('MeetingScheduled')!, organizer, 'nowhere')).toMatchObject({
    status: 404,
    code: 'meeting.unknown',
  });
});
