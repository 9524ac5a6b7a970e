// The documentation's own routes: the OpenAPI document, and a page to read it on.

import { answer } from '../http/answer.ts';
import { API_HEADERS, PAGE_HEADERS } from '../http/headers.ts';
import type { Operation, Route } from '../http/route.ts';
import { openApiDocument } from './document.ts';
import { documentationPage } from './page.ts';
import { STYLE } from './style.ts';

const STYLE_SHEET = '/api/docs/style.css';

const about = (id: string, summary: string, description: string, mediaType: string): Operation => ({
  group: 'Documentation',
  id,
  summary,
  description,
  answers: { 200: { description: summary, content: { mediaType } } },
});

const page = { method: 'GET', access: 'public', pace: 'queries' } as const satisfies Partial<Route>;

const CACHED = 'public, max-age=300';

/**
 * Routes that tell of all the given ones and of themselves. What they answer is made once, when it is first asked for.
 * @param origin of the server, for the examples
 * @param version of the program
 */
export function documentationRoutes(routes: readonly Route[], origin: () => string, version: string): readonly Route[] {
  let made: { readonly json: string; readonly page: string } | undefined;
  const make = () => {
    const document = openApiDocument([...routes, ...own], version);
    return { json: JSON.stringify(document), page: documentationPage(document, origin(), STYLE_SHEET) };
  };
  const documents = () => (made ??= make());
  const own: readonly Route[] = [
    {
      ...page,
      path: '/api/openapi.json',
      operation: about('openapi', 'The API as OpenAPI 3.1', 'The whole API for machines.', 'application/json'),
      handle: () =>
        answer(documents().json, 200, { ...API_HEADERS, 'content-type': 'application/json', 'cache-control': CACHED }),
    },
    {
      ...page,
      path: '/api/docs',
      operation: about('docs', 'The API to read', 'This page.', 'text/html'),
      handle: () =>
        answer(documents().page, 200, {
          ...PAGE_HEADERS,
          'content-type': 'text/html; charset=utf-8',
          'cache-control': CACHED,
        }),
    },
    {
      ...page,
      path: STYLE_SHEET,
      operation: about('docs-style', 'The style of the page', 'Loaded by the page.', 'text/css'),
      handle: () =>
        answer(STYLE, 200, { ...PAGE_HEADERS, 'content-type': 'text/css; charset=utf-8', 'cache-control': CACHED }),
    },
  ];
  return own;
}
