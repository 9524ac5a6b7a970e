// A stream that an operator deletes in the store while the server runs: nothing of it is remembered anywhere.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { attendee, give, MEETING, openCouncil } from './meeting.fixture.ts';
import { StreamReader } from './sse.fixture.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
  await openCouncil(house);
});
afterEach(() => house.remove());

const remove = async (stream: string): Promise<void> => {
  await house.store.deleteStream(stream);
  await house.deps.feed.reach(await house.store.lastPosition(), 5000);
};

const statusOf = async (path: string, actor = organizer) =>
  (await house.send(actor, 'GET', `/api/meetings/${MEETING}${path}`)).status;

const follow = async (actor = organizer, after?: string) => {
  const headers = after === undefined ? {} : { 'last-event-id': after };
  return new StreamReader(await house.send(actor, 'GET', `/api/meetings/${MEETING}/live`, undefined, headers));
};

async function ending(stream: StreamReader): Promise<unknown> {
  for (;;) {
    const message = await stream.next();
    if (!message || message.event === 'ended') return message?.data;
  }
}

describe('a meeting whose stream is deleted', () => {
  test('is not there any more: not its view, its exports, its line in the lists', async () => {
    for (const path of ['', '/live']) expect([path, await statusOf(path)]).toEqual([path, 200]);
    await remove(`meeting-${MEETING}`);
    for (const path of ['', '/events', '/live', '/minutes.md', '/attendance.csv', '/speaking.csv'])
      expect([path, await statusOf(path)]).toEqual([path, 404]);
    const list = await house.send(organizer, 'GET', '/api/meetings');
    expect(await list.json()).toEqual({ rows: [], total: 0 });
  });

  test('takes no commands, until it is scheduled again', async () => {
    await remove(`meeting-${MEETING}`);
    for (const [name, data] of [
      ['give-floor', { speakerId: 'ben', speechId: 's1' }],
      ['post-message', { messageId: 'm1', text: 'Hello' }],
      ['set-contact', { attendeeId: 'ben', email: null, telephone: null }],
    ] as const) {
      const response = await house.send(organizer, 'POST', `/api/meetings/${MEETING}/${name}`, data);
      expect([name, response.status]).toEqual([name, 404]);
    }
    await openCouncil(house);
    expect(await statusOf('')).toBe(200);
  });

  test('lets those go who follow it', async () => {
    const streams = [await follow(), await follow(attendee('ben'))];
    for (const stream of streams) await stream.next();
    await remove(`meeting-${MEETING}`);
    for (const stream of streams) expect(await ending(stream)).toEqual({ reason: 'deleted' });
    expect(house.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});

describe('where a stream beside the meeting is deleted', () => {
  const messagesIn = async (stream: StreamReader) => {
    const { data } = (await stream.next())!;
    return JSON.stringify((data as { view: { conversation: unknown } }).view.conversation);
  };

  test('those who come back see the meeting without it, also those who hold it already', async () => {
    await give(house, 'post-message', { messageId: 'm1', text: 'GONE-WORDS' });
    const stream = await follow();
    expect(await messagesIn(stream)).toContain('GONE-WORDS');
    await give(house, 'give-floor', { speakerId: 'ben', speechId: 's1' });
    const { id } = (await stream.next())!;
    await remove(`conversation-${MEETING}`);
    expect(await ending(stream)).toEqual({ reason: 'deleted' });

    expect(await messagesIn(await follow())).not.toContain('GONE-WORDS');
    const back = await follow(organizer, id);
    expect(await back.next()).toMatchObject({ event: 'snapshot' });
    await back.close();
  });

  test('its commands are decided on an empty stream', async () => {
    await give(house, 'post-message', { messageId: 'm1', text: 'Once' });
    await remove(`conversation-${MEETING}`);
    await give(house, 'post-message', { messageId: 'm1', text: 'Once more, as a new message' });
    expect(await statusOf('')).toBe(200);
  });
});
