// What must not get in: every mistake gets the right status, a stable code and a sentence, says where it is and never
// repeats what was sent; the record stays as it was.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plan } from '../conference.fixture.ts';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';

type ProblemBody = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  errors?: { path: string; message: string }[];
};

let house: TestHouse;
let position: bigint;
beforeAll(async () => {
  house = await openTestHouse();
  await house.send(organizer, 'POST', '/api/meetings', plan);
  position = await house.store.lastPosition();
});
afterAll(() => house.remove());

/** Sends what is wrong, and checks what holds of every refusal. */
async function refused(path: string, body: unknown, headers: Record<string, string> = {}): Promise<ProblemBody> {
  const response = await house.send(organizer, 'POST', path, body, headers);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as ProblemBody;
  expect(problem.status).toBe(response.status);
  expect(problem.type).toBe(`urn:rostrum:problem:${problem.code}`);
  expect(problem.detail).toMatch(/\.$/);
  expect(problem.instance).toMatch(/^urn:rostrum:request:/);
  expect(await house.store.lastPosition()).toBe(position);
  return problem;
}

const addItem = '/api/meetings/conference/add-item';

describe('a body', () => {
  test.each([
    ['that is cut off', '{"title":'],
    ['that is no JSON', 'title=One'],
    ['with a trailing comma', '{"kind":"speech",}'],
  ])('%s is 400', async (_what, body) => {
    expect(await refused(addItem, body)).toMatchObject({ status: 400, code: 'request.malformed' });
  });

  test('in Latin-1 is 400 and says that it is not UTF-8', async () => {
    const body = Buffer.from('{"kind":"speech","title":"Résumé"}', 'latin1');
    expect(await refused(addItem, body)).toMatchObject({ status: 400, code: 'request.not-utf8' });
  });

  test('that says to be something other than JSON is 415', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=gbk',
      'multipart/form-data',
    ]) {
      expect(await refused(addItem, '{"kind":"speech","title":"One"}', { 'content-type': type })).toMatchObject({
        status: 415,
        code: 'request.not-json',
      });
    }
  });

  test('that is too large is 413, whether it announces its length or not', async () => {
    const large = JSON.stringify({ kind: 'speech', title: 'x'.repeat(1024 * 1024) });
    expect(await refused(addItem, large)).toMatchObject({ status: 413, code: 'request.too-large' });
    expect(await refused(addItem, large, { 'content-length': String(large.length) })).toMatchObject({ status: 413 });
  });

  test('with a byte order mark is read as if it had none', async () => {
    const response = await house.send(
      organizer,
      'POST',
      '/api/meetings/conference/revise-meeting',
      `\uFEFF${JSON.stringify({ title: plan.title })}`,
    );
    expect(response.status).toBe(200);
  });

  test.each([
    ['an array', []],
    ['a text', '"speech"'],
    ['null', 'null'],
    ['a number', '7'],
  ])('that is %s is 400', async (_what, body) => {
    expect(await refused(addItem, body)).toMatchObject({ status: 400, code: 'request.malformed' });
  });

  test('that is nested a hundred thousand deep is refused without harm', async () => {
    const deep = `{"kind":"speech","title":"One","extra":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await refused(addItem, deep)).toMatchObject({ status: 400, code: 'request.malformed' });
  });

  test('with a list of a hundred thousand wrong things names a few of them', async () => {
    const many = { kind: 'speech', title: 'One', presenters: Array.from({ length: 100_000 }, () => 1) };
    const problem = await refused(addItem, many);
    expect(problem.status).toBe(422);
    expect(problem.errors!.length).toBeLessThanOrEqual(50);
  });

  test.each(['__proto__', 'constructor', 'prototype'])(
    'with a field %s is refused, and nothing is poisoned',
    async (key) => {
      const problem = await refused(addItem, `{"kind":"speech","title":"One","${key}":{"polluted":true}}`);
      expect(problem).toMatchObject({ status: 400, code: 'request.malformed' });
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );
});

describe('a field', () => {
  test('that is unknown is 400 and named', async () => {
    const problem = await refused(addItem, { kind: 'speech', title: 'One', colour: 'red', speed: 1 });
    expect(problem).toMatchObject({ status: 400, code: 'request.malformed' });
    expect(problem.errors).toEqual([
      { path: '', message: 'Unknown fields: colour, speed. Remove what is not in the schema.' },
    ]);
  });

  test('of the wrong type is 400, with its path', async () => {
    const problem = await refused('/api/meetings', { ...plan, venues: [{ venueId: 'main', name: 7 }] });
    expect(problem).toMatchObject({ status: 400, code: 'request.malformed', errors: [{ path: 'venues[0].name' }] });
  });

  test('that is missing is 400, with its path', async () => {
    expect(await refused(addItem, { kind: 'speech' })).toMatchObject({ status: 400, errors: [{ path: 'title' }] });
  });

  test('whose value makes no sense is 422, with its path and what would', async () => {
    const problem = await refused('/api/meetings', { ...plan, startsAt: 'tomorrow', timeZone: 'Mars/Olympus' });
    expect(problem).toMatchObject({ status: 422, code: 'request.invalid' });
    expect(problem.errors).toContainEqual({ path: 'timeZone', message: expect.stringContaining('Asia/Shanghai') });
    expect(problem.errors).toContainEqual({ path: 'startsAt', message: expect.stringContaining('RFC 3339') });
  });

  test.each([
    ['a right-to-left override', 'Agenda \u202Egnp.exe'],
    ['a null character', 'Agenda\u0000'],
    ['a lone surrogate', 'Agenda \uD800'],
    ['an escape sequence', 'Agenda \u001B[2J'],
    ['a name of a hundred thousand letters', 'a'.repeat(100_000)],
    ['nothing but blanks', '   '],
  ])('with %s is 422', async (_what, title) => {
    expect(await refused(addItem, { kind: 'speech', title })).toMatchObject({
      status: 422,
      code: 'request.invalid',
      errors: [{ path: 'title' }],
    });
  });

  test('is never repeated in the answer', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202E';
    const sent = [
      await refused(addItem, { kind: hostile, title: hostile }),
      await refused(addItem, { kind: 'speech', title: 'One', [hostile]: hostile }),
      await refused(addItem, hostile),
      await refused(`/api/meetings/${encodeURIComponent(hostile)}/add-item`, { kind: 'speech', title: 'One' }),
      await refused(addItem, { kind: 'speech', title: 'One' }, { 'idempotency-key': 'onerror=alert(1)' }),
    ];
    for (const problem of sent) expect(JSON.stringify(problem)).not.toContain('onerror');
  });

  test('of harmless HTML is taken as the text it is', async () => {
    const other = await openTestHouse();
    const title = '<b>Digital</b> & “Space”';
    const response = await other.send(organizer, 'POST', '/api/meetings', { ...plan, title });
    expect(response.status).toBe(201);
    expect((await other.deps.commands.stateOf('meeting', 'conference')).state.lifecycle.title).toBe(title);
    await other.remove();
  });
});

describe('an address', () => {
  test.each([
    '/api/meetings/conference/give-cake',
    '/api/meetings/conference/__proto__',
    '/api/nothing',
    '/api',
    '/api/',
  ])('that leads nowhere, %s, is 404', async (path) => {
    expect(await refused(path, {})).toMatchObject({ status: 404, code: 'request.unknown' });
  });

  test('of a meeting that cannot exist is 404', async () => {
    for (const id of ['..%2F..%2Fetc', '%00', 'a'.repeat(65), '-']) {
      const response = await house.send(organizer, 'POST', `/api/meetings/${id}/add-item`, {
        kind: 'speech',
        title: 'One',
      });
      expect(response.status).toBe(404);
    }
  });

  test('by another method is 405 and names the one it takes', async () => {
    const response = await house.send(organizer, 'GET', addItem);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.json()).toMatchObject({ code: 'request.wrong-method' });
  });
});
