// The API as it describes itself: a valid OpenAPI document that names every route and nothing else, and a page that
// loads nothing from elsewhere.

import { Validator } from '@seriousme/openapi-schema-validator';
import { streams } from '@rostrum/events';
import type { CommandDefinition } from '@rostrum/events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routesOf } from '../app.ts';
import { openTestHouse } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { openApiPath } from '../http/route.ts';
import type { OpenApiDocument } from './document.ts';
import { markup } from './markup.ts';

let house: TestHouse;
let document: OpenApiDocument;
beforeAll(async () => {
  house = await openTestHouse({ publicUrl: () => 'https://meetings.example.org' });
  const response = await house.send(null, 'GET', '/api/openapi.json');
  document = (await response.json()) as OpenApiDocument;
});
afterAll(() => house.remove());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/** Commands whose address is not their name. */
const AT_THE_DOORS: Readonly<Record<string, string>> = {
  'schedule-meeting': '/api/meetings',
  'create-account': '/api/accounts',
  'set-password': '/api/accounts/{id}/password',
  'issue-link': '/api/meetings/{id}/links',
  'issue-station-link': '/api/meetings/{id}/station-links',
};

describe('the document', () => {
  test('is JSON', async () => {
    const { headers } = await house.send(null, 'GET', '/api/openapi.json');
    expect(headers.get('content-type')).toBe('application/json');
  });

  test('is valid OpenAPI 3.1, and all its references lead somewhere', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(document.components.schemas).toHaveProperty(name!);
    expect(text).not.toContain('#/$defs');
    expect(document.components['parameters']).toMatchObject({ Position: { name: 'Rostrum-Position', in: 'header' } });
  });

  test('describes every route of the application and nothing else', () => {
    const routed = house.app.routes.map(({ method, path }) => `${method} ${openApiPath(path)}`).toSorted();
    const described = operations()
      .map(({ method, path }) => `${method.toUpperCase()} ${path}`)
      .toSorted();
    expect(described).toEqual(routed);
  });

  test('gives every operation an id of its own, a summary, a description and its problems', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    const lacking = operations().filter(
      ({ operation: { summary, description, responses } }) =>
        summary === '' || description === '' || !('500' in responses),
    );
    expect(lacking.map(({ path }) => path)).toEqual([]);
  });

  test('asks for a session wherever the application does', () => {
    const silent = operations().filter(
      ({ operation }) => !('401' in operation.responses) && operation.security.length > 0,
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
    const open = routesOf(house.deps).filter(({ access }) => access === 'public');
    expect(operations().filter(({ operation }) => operation.security.length === 0)).toHaveLength(open.length);
  });

  test('has an operation with a body and an example for every command that people give', () => {
    const commands = Object.entries(streams).flatMap(([family, { commands }]) =>
      Object.entries(commands as Record<string, CommandDefinition>).map(([name, definition]) => ({
        family,
        name,
        definition,
      })),
    );
    const posts = Object.entries(document.paths)
      .filter(([, methods]) => 'post' in methods)
      .map(([path]) => path);
    const expected = commands
      .filter(({ definition }) => definition.by.some((role) => role !== 'system'))
      .map(
        ({ family, name }) =>
          AT_THE_DOORS[name] ?? `/api/${family === 'account' ? 'accounts' : 'meetings'}/{id}/${name}`,
      );
    expect(expected.filter((path) => !posts.includes(path))).toEqual([]);
    const ofTheSystem = commands.filter(({ definition }) => definition.by.every((role) => role === 'system'));
    expect(ofTheSystem.filter(({ name }) => posts.includes(`/api/meetings/{id}/${name}`))).toEqual([]);
  });

  test('shows examples that the commands themselves take', () => {
    const refused = Object.values(streams).flatMap(({ commands }) =>
      Object.entries(commands as Record<string, CommandDefinition>)
        .filter(([, { input, example }]) => !input.safeParse(example).success)
        .map(([name]) => name),
    );
    expect(refused).toEqual([]);
  });
});

describe('the page', () => {
  test('has every operation, found by the browser’s own search, with a line for the shell', async () => {
    const page = await (await house.send(null, 'GET', '/api/docs')).text();
    for (const { operation, path } of operations()) {
      expect(page).toContain(`id="${operation.operationId}"`);
      expect(page).toContain(`<code>${path}</code>`);
    }
    expect(page).toContain('curl -X POST &quot;https://meetings.example.org/api/meetings/$MEETING/give-floor&quot;');
    expect(page).not.toMatch(/undefined|\[object/);
  });

  test('loads its style from here and nothing else from anywhere', async () => {
    const response = await house.send(null, 'GET', '/api/docs');
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("style-src 'self'");
    expect(page).not.toMatch(/<script|<img|<iframe|<style|\sstyle=|\son[a-z]+=|\ssrc=/);
    expect([...page.matchAll(/<link[^>]+href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/api/docs/style.css']);
    const style = await house.send(null, 'GET', '/api/docs/style.css');
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(await style.text()).not.toMatch(/url\(|@import/);
  });

  test('escapes whatever stands in it', () => {
    const page = markup`<p title="${'"><script>'}">${'<b>&'}</p>${[markup`<i>${1}</i>`, 'x<']}${null}`;
    expect(page.text).toBe('<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;</p><i>1</i>\nx&lt;');
  });
});
