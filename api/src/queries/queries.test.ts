import type { Actor } from '@rostrum/events';
import { FilesUnavailable } from '@rostrum/infra';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { archivist, openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { attendee, conveneCouncil, give, MEETING, openCouncil } from '../live/meeting.fixture.ts';

let house: TestHouse;
beforeEach(async () => void (house = await openTestHouse()));
afterEach(() => house.remove());

const get = (path: string, actor: Actor | null = organizer) => house.send(actor, 'GET', path);

async function json<T = Record<string, unknown>>(path: string, actor: Actor | null = organizer): Promise<T> {
  return (await (await get(path, actor)).json()) as T;
}

type Reading = {
  audience: string;
  revision: number;
  meeting: {
    lifecycle: { status: string };
    floor: { speech: { speakerId: string } | null };
    roster: { attendees: unknown[] };
  };
};

const meeting = `/api/meetings/${MEETING}`;

describe('reading a meeting', () => {
  test('shows it as it stands, its collections as lists', async () => {
    await openCouncil(house);
    const reading = await json<Reading>(meeting);
    expect(reading).toMatchObject({ audience: 'officers', meeting: { lifecycle: { status: 'open' } } });
    expect(reading.meeting.roster.attendees).toHaveLength(3);
  });

  test('waits for the position that a command answered', async () => {
    await openCouncil(house);
    const { position } = await give(house, 'give-floor', { speakerId: 'ben', speechId: 's1' });
    const reading = await json<Reading>(`${meeting}?position=${position}`);
    expect(reading.meeting.floor.speech?.speakerId).toBe('ben');
  });

  test('waits for it wherever it is brought, and answers what was recorded with it', async () => {
    await openCouncil(house);
    const body = { speakerId: 'ben', speechId: 's1' };
    const given = await house.send(organizer, 'POST', `${meeting}/give-floor`, body);
    const { position } = (await given.json()) as { position: string };
    expect(given.headers.get('rostrum-position')).toBe(position);
    const brought = (value: string) => ({ 'rostrum-position': value });
    const reading = await house.send(organizer, 'GET', meeting, undefined, brought(position));
    expect(((await reading.json()) as Reading).meeting.floor.speech?.speakerId).toBe('ben');
    const yielding = house.send(organizer, 'POST', `${meeting}/yield-floor`, { speechId: 's1' }, brought(position));
    expect((await yielding).status).toBe(200);
    expect((await house.send(organizer, 'GET', meeting, undefined, brought('soon'))).status).toBe(400);
    const ahead = await house.send(organizer, 'GET', meeting, undefined, brought('999999'));
    expect([ahead.status, ahead.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await ahead.json()).toMatchObject({ code: 'query.behind' });
    expect(house.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  test('at a revision or an instant shows it as it stood then', async () => {
    await openCouncil(house);
    const before = house.clock.now();
    house.clock.move(60);
    const given = await give(house, 'give-floor', { speakerId: 'ben', speechId: 's1' });
    const during = house.clock.now();
    house.clock.move(60);
    await give(house, 'yield-floor', { speechId: 's1' });

    const speaker = async (at: string | number) =>
      (await json<Reading>(`${meeting}?at=${encodeURIComponent(at)}`)).meeting.floor.speech?.speakerId;
    expect(await speaker(given.revision)).toBe('ben');
    expect(await speaker(given.revision - 1)).toBeUndefined();
    expect(await speaker(during)).toBe('ben');
    expect(await speaker(before)).toBeUndefined();
    expect((await get(`${meeting}?at=yesterday`)).status).toBe(400);
    expect(await json(`${meeting}?at=2000-01-01T00:00:00Z`)).toMatchObject({ status: 404, code: 'meeting.not-yet' });
  });

  test('in the past an attendee sees no more than today', async () => {
    await openCouncil(house);
    const whole = await json<Reading>(meeting);
    for (let revision = 0; revision <= whole.revision; revision += 1) {
      const text = await (await get(`${meeting}?at=${revision}`, attendee('ben'))).text();
      expect(text).not.toContain('SECRET-AWARD');
    }
  });

  test('a meeting that is not there and one of others answer alike', async () => {
    await openCouncil(house);
    const foreign: Actor = { kind: 'attendee', id: 'ben', meetingId: 'another', name: 'Ben' };
    const answers = await Promise.all([
      get('/api/meetings/nowhere'),
      get(meeting, foreign),
      get('/api/meetings/%2e%2e%2fetc'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

describe('the record', () => {
  const lines = async (path: string, actor: Actor = organizer) => {
    const text = await (await get(path, actor)).text();
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { type: string; revision: number; stream: string; position: string });
  };

  test('is every event in order, from the revision asked for', async () => {
    await openCouncil(house);
    const all = await lines(`${meeting}/events`);
    expect(all.map(({ revision }) => revision)).toEqual(all.map((_event, index) => index));
    expect(all[0]?.type).toBe('MeetingScheduled');
    expect(await lines(`${meeting}/events?from=3`)).toEqual(all.slice(3));
    expect((await get(`${meeting}/events?from=-1`)).status).toBe(400);
  });

  test('with all streams has what stands beside the meeting, in the order of recording', async () => {
    await openCouncil(house);
    await give(house, 'post-message', { text: 'Good morning' }, attendee('ben'));
    await give(house, 'check-in', { attendeeId: 'cao' }).catch(() => undefined);
    const all = await lines(`${meeting}/events?streams=all`);
    expect(all.map(({ type }) => type)).toContain('MessagePosted');
    const positions = all.map(({ position }) => Number(position));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  });

  test('leaves out what an attendee may not see: embargo, and words that were withdrawn', async () => {
    await openCouncil(house);
    await give(house, 'post-message', { messageId: 'm1', text: 'HASTY-WORDS' }, attendee('ben'));
    await give(house, 'withdraw-message', { messageId: 'm1' }, attendee('ben'));
    const seen = await (await get(`${meeting}/events?streams=all`, attendee('cao'))).text();
    expect(seen).not.toContain('SECRET-AWARD');
    expect(seen).not.toContain('HASTY-WORDS');
    expect(await (await get(`${meeting}/events?streams=all`)).text()).toContain('SECRET-AWARD');
    expect(await (await get(meeting, attendee('cao'))).text()).not.toContain('HASTY-WORDS');
  });
});

describe('lists and registers', () => {
  type Page = { rows: { meetingId: string; award?: string; name?: string }[]; total: number };

  test('of meetings wait for the position, and find by words and status', async () => {
    await conveneCouncil(house);
    const { position } = await give(house, 'revise-meeting', { title: 'Council of the City 市议会' });
    expect((await json<Page>(`/api/meetings?position=${position}&q=市议`)).total).toBe(1);
    expect((await json<Page>('/api/meetings?status=open,closed')).total).toBe(0);
    expect((await get('/api/meetings?status=unheard-of')).status).toBe(422);
    expect((await get('/api/meetings?form=by-post')).status).toBe(422);
    expect(await json('/api/meetings?form=hybrid,on-site&counts=true')).toMatchObject({
      total: 0,
      counts: { form: [{ value: 'video', meetings: 1 }], status: [] },
    });
    expect((await get('/api/meetings?limit=ten')).status).toBe(400);
    expect((await get('/api/meetings?nonsense=1')).status).toBe(400);
  });

  test('show drafts to organizers alone, and to an attendee their own meeting alone', async () => {
    await conveneCouncil(house);
    const draft = {
      title: 'Draft',
      organisation: 'The City',
      timeZone: 'UTC',
      startsAt: '2021-06-01T09:00:00Z',
      endsAt: '2021-06-01T10:00:00Z',
    };
    const { position, meetingId } = (await (await house.send(organizer, 'POST', '/api/meetings', draft)).json()) as {
      position: string;
      meetingId: string;
    };
    const total = async (actor: Actor) => (await json<Page>(`/api/meetings?position=${position}`, actor)).total;
    expect(await total(organizer)).toBe(2);
    expect(await total(archivist)).toBe(1);
    for (const path of ['', '/live', '/events', '/minutes.md', '/agenda.ics'])
      expect((await get(`/api/meetings/${meetingId}${path}`, archivist)).status).toBe(404);
    const own = await json<Page>('/api/meetings', attendee('ben'));
    expect(own.rows.map(({ meetingId }) => meetingId)).toEqual([MEETING]);
  });

  test('are closed to an account that has no role', async () => {
    await openCouncil(house);
    const nobody: Actor = { kind: 'account', id: 'nobody', name: 'Nobody', roles: [] };
    for (const path of ['/api/meetings', '/api/people', '/api/honours', '/api/directives'])
      expect(await json(path, nobody)).toMatchObject({ status: 403, code: 'query.no-role' });
  });

  test('honours hold what was conferred and nothing before', async () => {
    await openCouncil(house);
    expect((await json<Page>('/api/honours')).total).toBe(0);
    const { position } = await give(house, 'confer-commendation', { commendationId: 'c1', presenterId: 'ada' });
    expect((await json<Page>(`/api/honours?position=${position}`)).rows).toMatchObject([
      { award: 'SECRET-AWARD', meetingId: MEETING },
    ]);
    expect(await json('/api/honours', attendee('ben'))).toMatchObject({ status: 403, code: 'query.accounts-only' });
  });

  test('people and directives are found across meetings', async () => {
    await openCouncil(house);
    const { position } = await give(house, 'issue-directive', { text: 'See it through', addressedTo: ['Council'] });
    expect((await json<Page>(`/api/people?position=${position}`)).rows.map(({ name }) => name)).toEqual([
      'ada',
      'ben',
      'cao',
    ]);
    expect((await json<Page>('/api/directives?standing=open')).total).toBe(1);
    expect((await json<Page>('/api/directives', attendee('ben'))).total).toBe(1);
  });
});

describe('files of documents', () => {
  const bytes = new TextEncoder().encode('The overall plan');

  test('are stored by officers, tabled by their digest, and read through the document', async () => {
    await openCouncil(house);
    const stored = await house.send(organizer, 'POST', `${meeting}/files`, bytes, {
      'content-type': 'application/octet-stream',
    });
    expect(stored.status).toBe(201);
    const { sha256, sizeBytes } = (await stored.json()) as { sha256: string; sizeBytes: number };
    await give(house, 'table-document', {
      documentId: 'd1',
      title: 'Plan',
      fileName: 'plan “é”.txt',
      mediaType: 'text/plain',
      sizeBytes,
      sha256,
      distribution: 'officers',
    });

    const file = await get(`${meeting}/documents/d1/file`);
    expect(await file.text()).toBe('The overall plan');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''plan%20/);
    expect((await get(`${meeting}/documents/d1/file`, attendee('ben'))).status).toBe(404);
    expect((await get(`${meeting}/documents/d2/file`)).status).toBe(404);
    const refused = await house.send(attendee('ben'), 'POST', `${meeting}/files`, bytes, {
      'content-type': 'application/octet-stream',
    });
    expect(refused.status).toBe(403);
  });

  test('are read whole, whatever size was entered for them', async () => {
    await openCouncil(house);
    const { sha256 } = (await (
      await house.send(organizer, 'POST', `${meeting}/files`, bytes, { 'content-type': 'application/octet-stream' })
    ).json()) as { sha256: string };
    const entered = { title: 'Plan', fileName: 'plan.txt', mediaType: 'text/plain', sizeBytes: 3, sha256 };
    await give(house, 'table-document', { documentId: 'd1', ...entered });
    const file = await get(`${meeting}/documents/d1/file`);
    expect(file.headers.get('content-length')).toBeNull();
    expect(await file.text()).toBe('The overall plan');
  });

  test('that find no space on the disk are answered as such', async () => {
    await openCouncil(house);
    house.deps.files.put = () => Promise.reject(new FilesUnavailable('files.disk-full'));
    const refused = await house.send(organizer, 'POST', `${meeting}/files`, bytes, {
      'content-type': 'application/octet-stream',
    });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(await refused.json()).toMatchObject({ code: 'files.disk-full' });
  });
});
