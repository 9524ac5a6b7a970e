// A route and everything said of it in one place: what it answers to, who may come, how often, and its operation in the
// OpenAPI document. Each part of the application gives a list of them.

import type * as z from 'zod';
import type { Deps } from '../deps.ts';
import type { AppContext } from './context.ts';
import type { Pace } from './rate-limit.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: string;
  readonly schema: z.ZodType;
  /** A path parameter always is. */
  readonly required?: boolean;
  readonly example?: unknown;
};

export type Content = {
  /** `application/json` where it is left out. */
  readonly mediaType?: string;
  /** Left out for bytes and streams, which the description tells of. */
  readonly schema?: z.ZodType;
  readonly example?: unknown;
};

export type Answer = { readonly description: string; readonly content?: Content };

/** What the documentation says of a route. */
export type Operation = {
  /** Heading under which it stands, such as `Floor`. */
  readonly group: string;
  /** Unique in the whole API, such as `give-floor`. */
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: Content & { readonly required?: boolean };
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Statuses of the problems it may answer, beside 401 and 409 (the record cannot be read) where a session is needed, 429 and 500. */
  readonly problems?: readonly number[];
};

export type Route = {
  readonly method: Method;
  /** As Hono writes it: `/api/meetings/:id/live`. */
  readonly path: string;
  /** `session`: answers 401 without one. `public`: anyone may come. */
  readonly access: 'session' | 'public';
  /** True where screens and stewards may come as well. To them every route that does not say so is closed. */
  readonly stations?: true;
  /** Null for probes, which are never held back. */
  readonly pace: Pace | null;
  readonly operation: Operation;
  readonly handle: (c: AppContext) => Response | Promise<Response>;
};

/** A part of the application, such as the commands or the doors. */
export type Part = (deps: Deps) => readonly Route[];

/** The path as OpenAPI writes it: `/api/meetings/{id}/live`. */
export const openApiPath = (path: string): string => path.replaceAll(/:([A-Za-z]+)(?:\{[^}]*\})?/g, '{$1}');

/** The routes that anyone may call: each as `GET /healthz`. Every other route answers 401 without a session. */
export const publicRoutes = (routes: readonly Route[]): readonly string[] =>
  routes.filter(({ access }) => access === 'public').map(({ method, path }) => `${method} ${path}`);
