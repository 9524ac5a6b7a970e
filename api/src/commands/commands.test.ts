// Commands over HTTP: what they answer, and that a retry records nothing twice.

import { randomUUID } from 'node:crypto';
import type { Actor } from '@rostrum/events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { item, plan, recordedIn } from '../conference.fixture.ts';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';

type Receipt = {
  meetingId: string;
  revision: number;
  position: string;
  events: { id: string; type: string; revision: number }[];
};
type ProblemBody = { code: string };

const { meetingId: _named, ...unnamed } = plan;

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.remove());

const give = (
  name: string,
  data: unknown = {},
  headers: Record<string, string> = {},
  actor: Actor | null = organizer,
) => house.send(actor, 'POST', `/api/meetings/conference/${name}`, data, headers);

async function scheduled(): Promise<Receipt> {
  const response = await house.send(organizer, 'POST', '/api/meetings', plan);
  expect(response.status).toBe(201);
  return (await response.json()) as Receipt;
}

describe('a receipt', () => {
  test('of a meeting that is scheduled names it, its place and its events', async () => {
    const response = await house.send(organizer, 'POST', '/api/meetings', unnamed, {
      'idempotency-key': 'a3bb189e-8bf9-4c4f-ae0c-8d5f3c9f7a11',
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe('/api/meetings/a3bb189e-8bf9-4c4f-ae0c-8d5f3c9f7a11');
    const receipt = (await response.json()) as Receipt;
    expect(receipt).toMatchObject({
      meetingId: 'a3bb189e-8bf9-4c4f-ae0c-8d5f3c9f7a11',
      revision: 0,
      events: [{ type: 'MeetingScheduled', revision: 0 }],
    });
    expect(receipt.position).toMatch(/^\d+$/);
  });

  test('of one scheduled with five thousand names is one append, in whole or not at all', async () => {
    const attendees = Array.from({ length: 5000 }, (_, place) => ({
      attendeeId: `a-${place}`,
      name: `${'长'.repeat(40)} ${place}`,
      title: 'Deputy General Manager and Chief Information Officer',
      unit: 'Headquarters / Information Department',
    }));
    const officers = (chair: string) => ({ chair, deputies: [], secretary: null });
    const refused = await house.send(organizer, 'POST', '/api/meetings', {
      ...plan,
      attendees,
      officers: officers('nobody'),
    });
    expect([refused.status, ((await refused.json()) as ProblemBody).code]).toEqual([404, 'roster.unknown']);
    expect((await house.send(organizer, 'GET', '/api/meetings/conference')).status).toBe(404);
    const whole = { ...plan, attendees, officers: officers('a-7') };
    const response = await house.send(organizer, 'POST', '/api/meetings', whole);
    expect([response.status, ((await response.json()) as Receipt).revision]).toEqual([201, 5001]);
  });

  test('of what is true already has no events and the revision as it stands', async () => {
    await scheduled();
    await give('add-item', item('one'));
    const response = await give('revise-meeting', { title: plan.title });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ meetingId: 'conference', revision: 1, events: [] });
  });

  test('comes after the events are in the record, with who did it and by which command', async () => {
    await scheduled();
    const key = randomUUID();
    const receipt = (await (await give('add-item', item('one'), { 'idempotency-key': key })).json()) as Receipt;
    const [, added] = await recordedIn(house);
    expect(added).toMatchObject({
      id: receipt.events[0]!.id,
      type: 'ItemAdded',
      revision: 1,
      metadata: { actor: organizer, commandId: key, command: 'add-item' },
    });
    expect(added!.metadata.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  test('is given for an empty body and for {} alike', async () => {
    await scheduled();
    for (const body of [undefined, '', '{}', '  \n']) {
      const response = await house.send(organizer, 'POST', '/api/meetings/conference/revise-meeting', body, {
        'content-type': 'application/json',
      });
      expect(response.status).toBe(200);
    }
  });
});

describe('a command sent again with its Idempotency-Key', () => {
  test('gets the first receipt and records nothing twice', async () => {
    await scheduled();
    const headers = { 'idempotency-key': randomUUID() };
    const first = await (await give('add-item', item('one'), headers)).json();
    await give('add-item', item('two'));
    const again = await give('add-item', item('one'), headers);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(first);
    expect(await recordedIn(house)).toHaveLength(3);
  });

  test('gets the first receipt after a restart too', async () => {
    await scheduled();
    const headers = { 'idempotency-key': randomUUID() };
    const first = await (await give('add-item', item('one'), headers)).json();
    await house.stop();
    house = await openTestHouse({ directory: house.directory });
    expect(await (await give('add-item', item('one'), headers)).json()).toEqual(first);
    expect(await recordedIn(house)).toHaveLength(2);
  });

  test('creates a meeting once, and answers 201 both times', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await house.send(organizer, 'POST', '/api/meetings', unnamed, headers);
    const again = await house.send(organizer, 'POST', '/api/meetings', unnamed, headers);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
  });

  test('is refused with another body, another command or by somebody else', async () => {
    await scheduled();
    const headers = { 'idempotency-key': randomUUID() };
    await give('add-item', item('one'), headers);
    const other: Actor = { ...organizer, id: 'organizer-2' } as Actor;
    for (const response of [
      await give('add-item', item('two'), headers),
      await give('revise-meeting', { title: 'Another' }, headers),
      await give('add-item', item('one'), headers, other),
    ]) {
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'idempotency.key-reused' });
    }
    expect(await recordedIn(house)).toHaveLength(2);
  });

  test('twice at the very same moment is recorded once', async () => {
    await scheduled();
    const headers = { 'idempotency-key': randomUUID() };
    const [first, second] = await Promise.all([
      give('add-item', item('one'), headers),
      give('add-item', item('one'), headers),
    ]);
    expect(await first.json()).toEqual(await second.json());
    expect(await recordedIn(house)).toHaveLength(2);
  });

  test('needs a UUID for its key', async () => {
    const response = await house.send(organizer, 'POST', '/api/meetings', plan, { 'idempotency-key': 'first' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'idempotency.key-malformed' });
  });
});

describe('If-Match', () => {
  test('lets a command through at the revision it names', async () => {
    const { revision } = await scheduled();
    expect((await give('add-item', item('one'), { 'if-match': `"${revision}"` })).status).toBe(200);
  });

  test('refuses a command based on an older revision, with both revisions', async () => {
    await scheduled();
    await give('add-item', item('one'));
    const response = await give('add-item', item('two'), { 'if-match': '"0"' });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: 'meeting.stale-revision',
      facts: { expected: 0, revision: 1 },
    });
    expect(await recordedIn(house)).toHaveLength(2);
  });

  test('is malformed without quotes', async () => {
    await scheduled();
    expect((await give('add-item', item('one'), { 'if-match': '1' })).status).toBe(400);
  });
});

describe('what the record refuses', () => {
  test('a meeting that is not there is 404', async () => {
    const response = await give('add-item', item('one'));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'meeting.unknown' });
  });

  test('what is not yours to do is 403, out of season 409', async () => {
    await scheduled();
    const stranger: Actor = { kind: 'attendee', id: 'nobody', meetingId: 'elsewhere', name: 'Nobody' };
    expect((await give('add-item', item('one'), {}, stranger)).status).toBe(403);
    const early = await give('close-meeting');
    expect(early.status).toBe(409);
    expect(((await early.json()) as ProblemBody).code).toMatch(/^meeting\./);
    expect(await recordedIn(house)).toHaveLength(1);
  });

  test('nobody who is not signed in is let near a command', async () => {
    expect((await give('add-item', item('one'), {}, null)).status).toBe(401);
  });
});
