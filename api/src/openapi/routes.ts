// The documentation's own routes: the OpenAPI document, and a page to read it on.

import { answerJson } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import { openApiDocument } from './document.ts';

/** Routes that tell of all the given ones and of themselves. */
export function documentationRoutes(routes: readonly Route[]): readonly Route[] {
  const own: Route[] = [];
  own.push({
    method: 'GET',
    path: '/api/openapi.json',
    access: 'public',
    pace: 'queries',
    operation: {
      group: 'Documentation',
      id: 'openapi',
      summary: 'This description',
      description: 'The whole API as an OpenAPI 3.1 document.',
      answers: { 200: { description: 'The document.', content: {} } },
    },
    handle: () => answerJson(openApiDocument([...routes, ...own])),
  });
  return own;
}
