// Contact data: seen by few, and gone for good when it is erased.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '@rostrum/events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plan } from '../conference.fixture.ts';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';

const liu: Actor = { kind: 'attendee', id: 'liu', meetingId: 'conference', name: 'Liu Shiquan' };
const wei: Actor = { kind: 'attendee', id: 'wei', meetingId: 'conference', name: 'Wei Yiyin' };
const PATH = '/api/meetings/conference/contacts/liu';

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
  const give = (path: string, data: object) => house.send(organizer, 'POST', path, data);
  await give('/api/meetings', plan);
  for (const [attendeeId, name] of [
    ['liu', 'Liu Shiquan'],
    ['wei', 'Wei Yiyin'],
  ]) {
    await give('/api/meetings/conference/add-attendee', { attendeeId, name, unit: 'CASIC' });
  }
  await give('/api/meetings/conference/set-contact', { attendeeId: 'liu', email: 'liu.shiquan@example.org' });
});
afterEach(() => house.remove());

test('is read by officers and by the person, and by nobody else', async () => {
  for (const actor of [organizer, liu]) {
    const response = await house.send(actor, 'GET', PATH);
    expect(await response.json()).toEqual({ attendeeId: 'liu', email: 'liu.shiquan@example.org', telephone: null });
  }
  expect((await house.send(wei, 'GET', PATH)).status).toBe(403);
  expect((await house.send(null, 'GET', PATH)).status).toBe(401);
  expect((await house.send(organizer, 'GET', '/api/meetings/conference/contacts/nobody')).status).toBe(404);
});

test('is gone for good once it is erased, also from the files', async () => {
  expect((await house.send(wei, 'DELETE', PATH)).status).toBe(403);
  expect((await house.send(liu, 'DELETE', PATH)).status).toBe(204);
  expect(await (await house.send(organizer, 'GET', PATH)).json()).toMatchObject({ email: null });
  await house.stop();
  const files = readdirSync(house.directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
  expect(texts.join('')).toContain('Liu Shiquan');
  expect(texts.join('')).not.toContain('liu.shiquan@example.org');
  house = await openTestHouse({ directory: house.directory });
});

test('can be set again after it was erased', async () => {
  await house.send(organizer, 'DELETE', PATH);
  await house.send(organizer, 'DELETE', PATH);
  const set = await house.send(liu, 'POST', '/api/meetings/conference/set-contact', {
    attendeeId: 'liu',
    email: 'new@example.org',
  });
  expect(set.status).toBe(200);
  expect(await (await house.send(liu, 'GET', PATH)).json()).toMatchObject({ email: 'new@example.org' });
});
