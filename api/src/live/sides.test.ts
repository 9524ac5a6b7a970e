// Who comes back to a live stream after a break, and finds their rights, the words of others or the crowd changed.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { attendee, give, MEETING, openCouncil } from './meeting.fixture.ts';
import { StreamReader } from './sse.fixture.ts';
import type { Message } from './sse.fixture.ts';

let house: TestHouse;
beforeEach(async () => void (house = await openTestHouse()));
afterEach(() => house.remove());

async function follow(actor = organizer, after?: string, meetingId = MEETING): Promise<StreamReader> {
  const since = after === undefined ? {} : { 'last-event-id': after };
  return new StreamReader(await house.send(actor, 'GET', `/api/meetings/${meetingId}/live`, undefined, since));
}

/** Everything up to a message that holds this text. */
async function until(stream: StreamReader, text: string): Promise<Message[]> {
  const messages: Message[] = [];
  while (!JSON.stringify(messages.at(-1) ?? '').includes(text)) messages.push((await stream.next())!);
  return messages;
}

/** Position of what a reader saw last before the connection broke. */
async function breakOff(actor = organizer): Promise<string> {
  const stream = await follow(actor);
  const { id } = (await stream.next())!;
  await stream.close();
  return id!;
}

test('who was made deputy while away comes back to the meeting as an officer sees it', async () => {
  await openCouncil(house);
  const last = await breakOff(attendee('ben'));
  await give(house, 'appoint-officer', { office: 'deputy', attendeeId: 'ben' });
  const again = await follow(attendee('ben'), last);
  const snapshot = (await until(again, '"snapshot"')).at(-1)!;
  expect(snapshot.data).toMatchObject({ audience: 'officers' });
  expect(JSON.stringify(snapshot)).toContain('SECRET-AWARD');
  await again.close();
});

test('who lost the office while away comes back to the meeting as everyone sees it, however long ago that was', async () => {
  await openCouncil(house);
  await give(house, 'appoint-officer', { office: 'deputy', attendeeId: 'ben' });
  const last = await breakOff(attendee('ben'));
  await give(house, 'relieve-officer', { office: 'deputy', attendeeId: 'ben', reason: null });
  const { directory } = house;
  await house.stop();
  house = await openTestHouse({ directory });
  const again = await follow(attendee('ben'), last);
  const snapshot = (await until(again, '"snapshot"')).at(-1)!;
  expect(snapshot.data).toMatchObject({ audience: 'attendees' });
  expect(JSON.stringify(snapshot)).not.toContain('SECRET-AWARD');
  await again.close();
});

test('words withdrawn while an attendee was away are not brought to them afterwards', async () => {
  await openCouncil(house);
  const last = await breakOff(attendee('ben'));
  await give(house, 'post-message', { messageId: 'm1', text: 'RASH-WORDS' });
  await give(house, 'withdraw-message', { messageId: 'm1' });
  const again = await follow(attendee('ben'), last);
  expect(JSON.stringify(await until(again, 'MessageWithdrawn'))).not.toContain('RASH-WORDS');
  await again.close();
});

test('a meeting looks the same to an attendee before and after the server was started anew', async () => {
  await openCouncil(house);
  await follow(attendee('ben'));
  await give(house, 'post-message', { messageId: 'm1', text: 'RASH-WORDS' });
  await give(house, 'withdraw-message', { messageId: 'm1' });
  const read = async () => {
    const { position } = await give(house, 'post-message', { messageId: 'm2', text: 'Thank you' });
    return (await house.send(attendee('ben'), 'GET', `/api/meetings/${MEETING}?position=${position}`)).json();
  };
  const before = await read();
  const { directory } = house;
  await house.stop();
  house = await openTestHouse({ directory });
  expect(await read()).toEqual(before);
  expect(JSON.stringify(before)).not.toContain('RASH-WORDS');
});

test('every meeting is followed, however many are at once', async () => {
  const ids = Array.from({ length: 66 }, (_, place) => `meeting-${place}`);
  const streams: StreamReader[] = [];
  for (const meetingId of ids) {
    const schedule = { meetingId, title: 'Council', organisation: 'The City', timeZone: 'Asia/Shanghai' };
    const times = { startsAt: '2021-05-26T09:00:00+08:00', endsAt: '2021-05-26T11:00:00+08:00' };
    expect((await house.send(organizer, 'POST', '/api/meetings', { ...schedule, ...times })).status).toBe(201);
    const stream = await follow(organizer, undefined, meetingId);
    await stream.next();
    streams.push(stream);
  }
  for (const meetingId of ids) {
    await house.send(organizer, 'POST', `/api/meetings/${meetingId}/revise-meeting`, { title: 'NEW-TITLE' });
  }
  for (const stream of streams) expect((await stream.next())?.data).toMatchObject({ type: 'MeetingRevised' });
  await Promise.all(streams.map((stream) => stream.close()));
});
