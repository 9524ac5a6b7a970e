import { evolveView, reviveView } from '@rostrum/projections';
import type { MeetingView, ViewEvent } from '@rostrum/projections';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { administrator, openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { attendee, conveneCouncil, give, MEETING, openCouncil } from './meeting.fixture.ts';
import { StreamReader } from './sse.fixture.ts';
import type { Message } from './sse.fixture.ts';

let house: TestHouse;
beforeEach(async () => void (house = await openTestHouse()));
afterEach(() => house.remove());

const LIVE = `/api/meetings/${MEETING}/live`;

async function follow(actor = organizer, after?: string): Promise<StreamReader> {
  const response = await house.send(
    actor,
    'GET',
    LIVE,
    undefined,
    after === undefined ? {} : { 'last-event-id': after },
  );
  expect(response.status).toBe(200);
  return new StreamReader(response);
}

const viewOf = ({ data }: Message): MeetingView => reviveView(JSON.stringify((data as { view: unknown }).view));
const eventOf = ({ data }: Message) => data as ViewEvent;

describe('following a meeting live', () => {
  test('begins with the view as it stands and goes on with every event', async () => {
    await openCouncil(house);
    const stream = await follow();
    const snapshot = (await stream.next())!;
    expect(snapshot.event).toBe('snapshot');
    expect(snapshot.data).toMatchObject({
      audience: 'officers',
      me: { kind: 'account' },
      serverTime: house.clock.now(),
    });
    expect(viewOf(snapshot).meeting.agenda.open).toBe('honours');

    const { position } = await give(house, 'give-floor', { speakerId: 'ben', speechId: 's1' });
    const recorded = (await stream.next())!;
    expect(recorded).toMatchObject({ event: 'recorded', data: { position } });
    expect(evolveView(viewOf(snapshot), eventOf(recorded)).meeting.floor.speech?.speakerId).toBe('ben');
    await stream.close();
  });

  test('resumes after the last event received: nothing lost, nothing doubled', async () => {
    await openCouncil(house);
    const before = await follow();
    await before.next();
    await give(house, 'give-floor', { speakerId: 'ben', speechId: 's1' });
    const last = (await before.next())!;
    await before.close();
    await give(house, 'yield-floor', { speechId: 's1' });
    await give(house, 'give-floor', { speakerId: 'cao', speechId: 's2' });

    const again = await follow(organizer, last.id!);
    await give(house, 'yield-floor', { speechId: 's2' });
    const types = (await again.take(3)).map((message) => eventOf(message).type);
    expect(types).toEqual(['FloorYielded', 'FloorGiven', 'FloorYielded']);
    await again.close();
  });

  test('resumes from the store where the break was long', async () => {
    await openCouncil(house);
    const before = await follow();
    const { id } = (await before.next())!;
    await before.close();
    for (let turn = 0; turn < 600; turn += 1) {
      await give(house, 'give-floor', { speakerId: 'ben', speechId: `s${turn}` });
      await give(house, 'yield-floor', { speechId: `s${turn}` });
    }
    const again = await follow(organizer, id!);
    const positions = (await again.take(1200)).map((message) => Number(eventOf(message).position));
    expect(positions).toHaveLength(1200);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(new Set(positions).size).toBe(1200);
    await again.close();
  });

  test('shows an attendee nothing that is under embargo, until it is conferred', async () => {
    await openCouncil(house);
    const stream = await follow(attendee('ben'));
    const snapshot = (await stream.next())!;
    expect(JSON.stringify(snapshot)).not.toContain('SECRET-AWARD');
    await give(house, 'prepare-commendation', { commendationId: 'c2', category: 'team', award: 'ANOTHER-SECRET' });
    await give(house, 'confer-commendation', { commendationId: 'c1', presenterId: 'ada' });
    const messages = [(await stream.next())!];
    while (eventOf(messages.at(-1)!).type !== 'CommendationConferred') messages.push((await stream.next())!);
    const heard = JSON.stringify(messages);
    expect(heard).toContain('SECRET-AWARD');
    expect(heard).not.toContain('ANOTHER-SECRET');
    await stream.close();
  });

  test('resuming brings an attendee no event of the officers', async () => {
    await openCouncil(house);
    const before = await follow(attendee('ben'));
    const { id } = (await before.next())!;
    await before.close();
    await give(house, 'prepare-commendation', { commendationId: 'c2', category: 'team', award: 'ANOTHER-SECRET' });
    await give(house, 'give-floor', { speakerId: 'ben', speechId: 's1' });
    const again = await follow(attendee('ben'), id!);
    const messages = await takeUntil(again, 'FloorGiven');
    expect(JSON.stringify(messages)).not.toContain('ANOTHER-SECRET');
    await again.close();
  });

  test('an attendee who is made deputy sees the meeting as an officer from then on', async () => {
    await openCouncil(house);
    const stream = await follow(attendee('ben'));
    await stream.next();
    await give(house, 'appoint-officer', { office: 'deputy', attendeeId: 'ben' });
    let message = (await stream.next())!;
    while (message.event !== 'snapshot') message = (await stream.next())!;
    expect(message.data).toMatchObject({ audience: 'officers' });
    expect(JSON.stringify(message)).toContain('SECRET-AWARD');
    await stream.close();
  });

  test('an attendee who is removed from the roster is told so, and the stream ends', async () => {
    await openCouncil(house);
    const stream = await follow(attendee('cao'));
    await stream.next();
    await give(house, 'remove-attendee', { attendeeId: 'cao' });
    let message = (await stream.next())!;
    while (message.event !== 'ended') message = (await stream.next())!;
    expect(message.data).toEqual({ reason: 'removed' });
    expect(await stream.next()).toBeUndefined();
  });

  test('every stream of a session that ends is ended at once', async () => {
    await openCouncil(house);
    const stream = await follow(attendee('cao'));
    await stream.next();
    house.deps.gallery.endSession('session-cao');
    let message = (await stream.next())!;
    while (message.event !== 'ended') message = (await stream.next())!;
    expect(message.data).toEqual({ reason: 'session-ended' });
    expect(house.deps.gallery.listening).toBe(0);
  });

  test('meetings that are not there, and those of others, answer alike', async () => {
    await openCouncil(house);
    const unknown = await house.send(organizer, 'GET', '/api/meetings/nowhere/live');
    const foreign = await house.send({ kind: 'attendee', id: 'ben', meetingId: 'another', name: 'Ben' }, 'GET', LIVE);
    expect([unknown.status, foreign.status]).toEqual([404, 404]);
    expect((await house.send(null, 'GET', LIVE)).status).toBe(401);
    expect((await house.send(organizer, 'GET', LIVE, undefined, { 'last-event-id': 'x; DROP' })).status).toBe(400);
  });

  test('leaving ends every stream', async () => {
    await openCouncil(house);
    const stream = await follow(administrator);
    await stream.next();
    house.leave();
    expect(await stream.next()).toBeUndefined();
  });
});

describe('presence by the page', () => {
  test('who follows the meeting is present, and counts for the quorum', async () => {
    await conveneCouncil(house);
    await give(house, 'revise-meeting', { quorum: 1 });
    const refused = await house.send(organizer, 'POST', `/api/meetings/${MEETING}/open-meeting`, {});
    expect(await refused.json()).toMatchObject({ code: 'meeting.no-quorum' });
    const stream = await follow(attendee('ben'));
    const watching = await follow();
    await stream.next();
    await takeUntil(watching, 'ParticipantJoined', true);
    await give(house, 'open-meeting');
    await stream.close();
    await watching.close();
  });

  test('two pages of one attendee are one presence', async () => {
    await openCouncil(house);
    const watching = await follow();
    await watching.next();
    const first = await follow(attendee('ben'));
    const second = await follow(attendee('ben'));
    await give(house, 'request-floor', { speakerId: 'cao' });
    const heard = (await takeUntil(watching, 'FloorRequested')).map((message) => eventOf(message).type);
    expect(heard.filter((type) => type === 'ParticipantJoined')).toHaveLength(1);
    await Promise.all([first.close(), second.close(), watching.close()]);
  });
});

/** The messages up to an event of this type; where it may have happened before, the snapshot counts as well. */
async function takeUntil(stream: StreamReader, type: string, orSnapshot = false): Promise<Message[]> {
  const messages: Message[] = [];
  for (;;) {
    const message = (await stream.next())!;
    messages.push(message);
    if (message.event === 'recorded' && eventOf(message).type === type) return messages;
    if (orSnapshot && message.event === 'snapshot' && viewOf(message).attendance.whereabouts.size > 0) return messages;
  }
}
