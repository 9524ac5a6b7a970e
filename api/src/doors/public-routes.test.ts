import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../app.ts';
import type { TestHouse } from '../house.fixture.ts';
import { administratorOf, openHouseWithDoors, Visitor } from './visitor.fixture.ts';
import type { ProblemAnswer } from './visitor.fixture.ts';

/** All that may be asked by anyone. Every other route needs a session. */
const PUBLIC = [
  'DELETE /api/session',
  'GET /api/docs',
  'GET /api/docs/style.css',
  'GET /api/openapi.json',
  'GET /api/setup',
  'GET /healthz',
  'GET /metrics',
  'GET /readyz',
  'POST /api/session',
  'POST /api/setup',
];

let house: TestHouse;
beforeAll(async () => {
  house = await openHouseWithDoors();
  await administratorOf(house);
});
afterAll(() => house.remove());

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Every route of the running application as it stands in its router, with an id in place of each parameter. */
const routes = () =>
  house.app.routes
    .filter(({ method }) => METHODS.has(method))
    .map(({ method, path }) => ({
      name: `${method} ${path}`,
      method,
      path: path.replaceAll(/:[A-Za-z]+(\{[^}]*\})?/g, 'x'),
    }));

test('every route that is not public answers 401 to somebody who is not signed in, whatever they send', async () => {
  const closed = routes().filter(({ name }) => !PUBLIC.includes(name));
  expect(closed.length).toBeGreaterThan(80);
  const answers = await Promise.all(
    closed.flatMap(({ name, method, path }) =>
      [null, 'rostrum=forged', 'rostrum=AAAAAAAA.AAAA'].map(async (cookie) => {
        const response = await new Visitor(house, cookie).ask(method, path, method === 'GET' ? undefined : {});
        const text = await response.text();
        const { code } = text.startsWith('{') ? (JSON.parse(text) as ProblemAnswer) : { code: 'no problem document' };
        return `${name}: ${response.status} ${code} ${response.headers.get('cache-control')}`;
      }),
    ),
  );
  expect(answers.filter((answer) => !answer.endsWith(': 401 session.none no-store'))).toEqual([]);
});

test('the public routes are these and no others, in the router and in what is said of them', () => {
  const open = routesOf(house.deps)
    .filter(({ access }) => access === 'public')
    .map(({ method, path }) => `${method} ${path}`);
  expect(open.toSorted()).toEqual(PUBLIC);
  expect(new Set(routes().map(({ name }) => name))).toEqual(
    new Set(routesOf(house.deps).map(({ method, path }) => `${method} ${path}`)),
  );
});

test('the public routes tell nothing of any meeting or account', async () => {
  const visitor = new Visitor(house);
  const told = await Promise.all(
    PUBLIC.filter((name) => name.startsWith('GET ')).map(async (name) =>
      (await visitor.ask('GET', name.slice(4))).text(),
    ),
  );
  expect(told.join('\n')).not.toMatch(/first-administrator|argon2id\$v=19\$m=19456/);
});
